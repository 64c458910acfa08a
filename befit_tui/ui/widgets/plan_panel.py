"""What is planned for the lift under the cursor, and why."""

from collections.abc import Iterable

from textual.content import Content

from befit_tui.logbook.workout.lift_story import PlanStory
from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.text import clean


class PlanPanel(LinePanel):
    """Draws a ``PlanStory``."""

    DEFAULT_CSS = "PlanPanel { padding: 0 1; }"

    _plan: PlanStory | None = None

    def show(self, plan: PlanStory | None) -> None:
        """Show the plan of a lift."""
        if plan != self._plan:
            self._plan = plan
            self.redraw()

    def draw(self) -> Iterable[Content]:
        """The sets, why, and what would be a best; the aim stands in the list."""
        yield Content.styled("The plan", "bold $primary")
        if (plan := self._plan) is None:
            return
        yield Content.styled(plan.sets, "bold")
        if plan.why:
            yield Content.styled(f"Why: {clean(plan.why)}", "$foreground 75%")
        if plan.beat:
            yield Content.styled(plan.beat, "$text-warning")

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
        """The aim and the sets, why, and what would be a best."""
        title = Content.styled("The plan  ", "bold $primary")
        if (plan := self._plan) is None:
            yield title
            return
        yield Content.assemble(title, (plan.aim, "$foreground 60%"))
        yield Content.styled(plan.sets, "bold")
        if plan.why:
            yield Content.styled(f"Why: {clean(plan.why)}", "$foreground 75%")
        if plan.beat:
            yield Content.styled(plan.beat, "$text-warning")

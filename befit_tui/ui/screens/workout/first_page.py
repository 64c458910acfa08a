"""The first page, with an empty log: the ways to begin, and what the meter is."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from befit_tui.analysis.alerts.live import Budget
from befit_tui.analysis.meter.ask import Reading
from befit_tui.analysis.planning.targets import TargetZone
from befit_tui.logbook.import_export.sources import source_lines
from befit_tui.logbook.workout.meter_view import MeterView
from befit_tui.logbook.workout.start import FIRST
from befit_tui.ui.screens.workout.start import StartPanel
from befit_tui.ui.widgets.containers import Column
from befit_tui.ui.widgets.large_text import large
from befit_tui.ui.widgets.meter.panel import MeterPanel

CLAIM = " says how many good reps are left during a set."
WORDMARK = 52
"""Rows of the terminal from which the name stands above in large letters."""
ABOUT = {
    "empty": (
        "Type letters of an exercise, choose it, then a set: 60x8.",
        "One key more says the reps left: 0 to 5, or f.",
        "Every set is on disk at once; u takes it back.",
    ),
    "programme": (
        "Published plans, with what moves the load.",
        "One that you take over is yours to change.",
    ),
    "app.import_log": source_lines(),
    "app.demo": (
        "Somebody's year, in a folder thrown away afterwards.",
        "Nothing of yours is touched; ctrl+q comes back here.",
    ),
}
"""What each way is, by its action."""
READING = Reading(
    max_reps=8, low=7, high=9, basis="11 sessions of this lift · 3 days ago"
)
EXAMPLE = MeterView(
    title="an example",
    subtitle="80 kg × 6",
    reading=READING,
    left=READING.left(6),
    zone=TargetZone(1, 3),
    failed=0,
    budget=Budget(2),
    reps=6,
)
"""A set of six planned reps, as the meter shows it before the first."""
METER_WORDS = (
    "A forecast from your own sets, before the set and at every rep that you count "
    "with space: a number, and the band that holds the truth four times in five."
)


class FirstPage(Column):
    """What Befit is, the ways to begin, what the one under the cursor is."""

    DEFAULT_CSS = """
    FirstPage {
        max-width: 104; align: center middle;
        Static { height: auto; padding: 0 1; }
        StartPanel { height: auto; margin: 1 0; border-bottom: none; }
        #about { min-height: 7; }
        MeterPanel { height: auto; max-height: 17; margin: 1 0; }
    }
    """

    def compose(self) -> ComposeResult:
        """From what it is to what it measures."""
        yield Static(id="welcome")
        yield StartPanel(FIRST, self._tell)
        yield Static(id="about")
        meter = MeterPanel()
        meter.show(EXAMPLE)
        yield meter
        yield Static(METER_WORDS, id="about-meter")

    def on_resize(self) -> None:
        """The name and what it is for, in large letters where there is room."""
        said = Content.assemble(("Befit", "bold $primary"), CLAIM)
        if self.app.size.height >= WORDMARK:
            letters = "\n".join(large("BEFIT", self.app.size.width, 7))
            said = Content.assemble((letters, "bold $primary"), "\n\n", said)
        self.query_one("#welcome", Static).update(said)

    def _tell(self) -> None:
        row = self.query_one(StartPanel).row
        said = ABOUT[row.id] if row is not None else ()
        self.query_one("#about", Static).update(Content("\n").join(map(Content, said)))

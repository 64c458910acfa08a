"""The page before the first workout: the ways to begin, and what the meter is."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from befit_tui.logbook.import_export.sources import source_lines
from befit_tui.ui.screens.workout.start import FIRST, StartPanel
from befit_tui.ui.widgets.blank import Column

WELCOME = Content.assemble(
    ("Befit", "bold $primary"),
    " says how many good reps are left during a set.",
)
ABOUT = {
    "empty": (
        "Type letters of a lift, choose it, then a set: 60x8.",
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
METER = (
    ("2 reps left  likely 1 to 3  stop after rep 7", "bold"),
    ("left  4         3         2         1         0", "$foreground 60%"),
    ("                ━━━━━━━━━━┃━━━━━━━━━━         ██", "$primary"),
    ("rep   4         5         6         7         8", "$foreground 60%"),
)
"""An example: what is likely lies on one track, the zone of failure at its end."""
METER_WORDS = (
    "A forecast from your own sets, before the set and at every rep that you count "
    "with space: a number, and the band that holds the truth four times in five. "
    "While it cannot know yet, it says so."
)
ROOMY = 21
"""Rows from which the meter is explained too."""


class FirstPage(Column):
    """What Befit is, the ways to begin, what the one under the cursor is."""

    DEFAULT_CSS = """
    FirstPage {
        max-width: 104; padding: 1 2;
        Static { height: auto; }
        StartPanel { height: auto; margin: 1 0; padding: 0 1; }
        #about { min-height: 7; padding: 0 2; }
        #about-meter {
            margin-top: 1; padding: 0 2;
            border: round $border-blurred; border-title-color: $foreground;
        }
    }
    """

    def compose(self) -> ComposeResult:
        """From what it is to what it measures."""
        yield Static(WELCOME)
        yield StartPanel(FIRST, self._tell)
        yield Static(id="about")
        meter = Static(id="about-meter")
        meter.border_title = "The meter"
        yield meter

    def on_resize(self) -> None:
        """Explain the meter where there is room for it."""
        lines = [Content.styled(*line) for line in METER]
        if self.size.height >= ROOMY:
            lines.append(Content(METER_WORDS))
        self.query_one("#about-meter", Static).update(Content("\n").join(lines))

    def _tell(self) -> None:
        row = self.query_one(StartPanel).row
        said = ABOUT[row.id] if row is not None else ()
        self.query_one("#about", Static).update(Content("\n").join(map(Content, said)))

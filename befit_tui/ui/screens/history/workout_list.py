"""The list of the history drawn: the columns and signs of a line, by month."""

from collections.abc import Callable, Iterator
from datetime import date

from rich.cells import cell_len

from befit_tui.domain import signs
from befit_tui.domain.history import History
from befit_tui.domain.wording import SHORT_MONTHS, WEEKDAYS, counted, length_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.history.workout_list import (
    MonthRow,
    Past,
    PastRow,
    SetCounts,
    TextRow,
    WorkoutRow,
)
from befit_tui.logbook.lines import ALERT_SIGNS, Run
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.text import clean, fit

DAY, LENGTH, SETS, FAILURES, SIGNS = 8, 6, 9, 6, 5
"""Widths of the columns beside the name, in cells."""
EDGES = 2
"""Cells for the cursor and the scrollbar."""
LEAST_NAME = 16
"""Cells that a name has before the length of the workout stands beside it."""
LONGEST_NAME = 48
"""Cells after which the numbers would stand too far from the name."""
MOST_DOTS = 3
"""Sets to failure that are drawn as dots; more are a number."""

NOTHING_YET = (
    TextRow("1", "No workouts yet."),
    TextRow("2", "W starts one, I brings in a log"),
    TextRow("3", "from Hevy, Strong, FitNotes …"),
)
NO_MATCH = (
    TextRow("1", "No workout holds all of this."),
    TextRow("2", "esc shows them all again."),
)
NO_MATCH_YET = (TextRow("1", "Nothing so far; older months are still being read."),)


class HistoryList(LineList[PastRow]):
    """Months and workouts; what is notable appears when it is worked out.

    ``judge`` is called when workouts are drawn of which nothing notable is known yet.
    """

    BINDING_GROUP_TITLE = "History"

    def __init__(
        self, past: Past, follow: Callable[[], object], judge: Callable[[], object]
    ) -> None:
        super().__init__(self._draw, follow=follow)
        self.past = past
        self._judge = judge
        self._longest = 0

    def measure_names(self) -> None:
        """Take in how long the names are."""
        names = {(one.name, _deload(one)) for one in self.past.history}
        longest = max((cell_len(name) + len(mark) for name, mark in names), default=0)
        self._longest = min(longest, LONGEST_NAME)

    @property
    def widest(self) -> int:
        """The width in which no name is cut."""
        return self._longest + DAY + LENGTH + SETS + FAILURES + SIGNS + EDGES

    @property
    def workout(self) -> Workout | None:
        """The workout under the cursor."""
        return self.row.workout if isinstance(self.row, WorkoutRow) else None

    def waiting(self) -> Iterator[Workout]:
        """Workouts in sight that were not looked at, the one under the cursor first."""
        top = self.scroll_offset.y
        seen = [self.row, *self.rows[top : top + self.size.height]]
        for row in seen:
            if isinstance(row, WorkoutRow) and not self.past.notable(row.workout):
                yield row.workout

    def redraw(self, workout: Workout) -> None:
        """Draw the line of a workout again if it has a sign now and is in sight."""
        if not any(sign.strip() for sign, _ in self._signs(workout)):
            return
        top = self.scroll_offset.y
        for place, row in enumerate(self.rows[top : top + self.size.height], top):
            if row.id == workout.id:
                self.refresh_line(place)

    def workouts(self) -> list[Workout]:
        """The workouts of the list, the newest first."""
        return [row.workout for row in self.rows if isinstance(row, WorkoutRow)]

    def go_to_day(self, day: date) -> None:
        """Go to the workout of a day, else to the last one before it."""
        every = self.workouts()
        until = (workout for workout in every if workout.day <= day)
        if (found := next(until, every[-1] if every else None)) is not None:
            self.go_to(found.id)

    def step_month(self, step: int) -> None:
        """Go to the latest workout of an earlier (-1) or later (1) month."""
        months = [row for row in self.rows if isinstance(row, MonthRow)]
        if self.workout is None:
            return
        here = next(i for i, row in enumerate(months) if self.workout in row.workouts)
        # Up in the list is later.
        there = min(max(here - step, 0), len(months) - 1)
        self.go_to(months[there].workouts[0].id)

    def _draw(self, row: PastRow, width: int, selected: bool) -> Iterator[Run]:
        if isinstance(row, TextRow):
            yield row.text, "dim"
        elif isinstance(row, MonthRow):
            yield row.title, "strong"
            words = self.past.month_words(row).split(" · ")
            while words and cell_len(row.title) + 2 + len(" · ".join(words)) > width:
                del words[0]
            yield f"  {' · '.join(words)}", "dim"
        else:
            yield from self._workout(row.workout, width, selected)

    def _workout(self, workout: Workout, width: int, selected: bool) -> Iterator[Run]:
        room = width - DAY - SETS - FAILURES - SIGNS
        # A name tells more than how long it took.
        length = LENGTH if room - LENGTH >= max(self._longest, LEAST_NAME) else 0
        deload = _deload(workout)
        space = min(max(room - length, 4), LONGEST_NAME)
        name = fit(clean(workout.name) or "Workout", space - len(deload))
        efforts = self.past.efforts(workout)
        # In one ink with the name: a scroll is 2% fewer bytes.
        yield _day(workout).ljust(DAY), ""
        yield name, "strong" if selected else ""
        told = f"{deload}{' ' * space}"[: space - cell_len(name)]
        long = length_words(workout).rjust(length) if length else ""
        # One ink for all that asks for nothing: each more is 20 bytes a row.
        yield f"{told}{long}{f'{efforts.hard} hard'.rjust(SETS)}  ", "dim"
        yield from _failures(efforts)
        yield from self._signs(workout)

    def _signs(self, workout: Workout) -> Iterator[Run]:
        notable = self.past.notable(workout)
        if notable is None:
            self._judge()
            return
        yield (f"{signs.RECORD} " if notable.records else "  "), "warn"
        # Most workouts have a note; only what asks for something stands out here.
        if notable.alerts and notable.alerts[0].severity != "note":
            yield ALERT_SIGNS[notable.alerts[0].severity]


def _deload(workout: Workout) -> str:
    return " · deload" if workout.phase == "deload" else ""


def _day(workout: Workout) -> str:
    day = workout.started_at
    return f"{WEEKDAYS[day.weekday()]} {day.day:>2}"


def _failures(efforts: SetCounts) -> Iterator[Run]:
    """Sets to failure as dots; blank where no set says how hard it was."""
    room = FAILURES - 2
    if not efforts.rated:
        yield " " * room, "dim"
    elif efforts.failures > MOST_DOTS:
        yield f"{signs.FAILURE}{efforts.failures:>{room - 2}} ", "bad"
    else:
        yield signs.FAILURE * efforts.failures, "bad"
        yield "·" * (MOST_DOTS - efforts.failures) + " " * (room - MOST_DOTS), "dim"


def no_rows(every: int, reading: str) -> tuple[PastRow, ...]:
    """What stands in an empty list; ``reading`` is what is still to be read."""
    if reading:
        return NO_MATCH_YET
    return NO_MATCH if every else NOTHING_YET


def since_words(history: History, *, is_read: bool) -> str:
    """How much there is to look back on, once all of it is read."""
    oldest = next(iter(history), None)
    if oldest is None or not is_read:
        return "History"
    month = SHORT_MONTHS[oldest.started_at.month - 1]
    every = counted(len(history), "workout")
    return f"{every} since {month} {oldest.started_at.year}"

"""The line that filters the past: it completes what is typed and says what can be."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Static

from befit_tui.domain.wording import counted
from befit_tui.logbook.history.detail import Page
from befit_tui.logbook.history.search import Found
from befit_tui.logbook.lines import Line
from befit_tui.ui.widgets.containers import Row
from befit_tui.ui.widgets.line_input import LineInput

WORDS = (
    ("bench press", "words of a workout, an exercise or a note"),
    ('"leg press"', "a phrase"),
    ("-squat", "without it; not:squat is the same"),
    ("left<1", "reps left, with < <= > >= or =; rir is the same"),
    ("reps>=12", "reps"),
    ("kg>100 lb>225", "the load, whatever unit it was logged in"),
    ("is:failure", "a set to failure"),
    ("is:pr", "a personal record"),
    ("form:broke", "how the form held: intact, slipped, broke"),
    ("muscle:chest", "an exercise for a muscle"),
    ("phase:deload", "hypertrophy, strength or deload"),
    ("after:2025-06", "from then on; also a day, a year"),
    ("before:2025", "until then, its last day included"),
    ("on:2025-06-03", "that day, month or year"),
)
RULES = (
    "All of it must hold: left, reps, kg, lb, form and is for one and the same set.",
    "Where a word names an exercise of the workout, it is a set of that exercise.",
    "A minus drops the workouts in which that is found.",
    "tab or → takes the completion.",
)
TYPED = 15
"""Cells for what is typed."""
Completed = Callable[[str], str | None]
"""How a line may go on."""


class FilterLine(LineInput):
    """Completes keys, their values and the names of exercises while one types."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "to the list", id="filter.submit"),
        Binding("tab", "cursor_right", "complete", id="filter.complete"),
    ]

    def __init__(self, completed: Completed) -> None:
        super().__init__(
            placeholder="bench left<1 after:2025-06", suggester=_Completion(completed)
        )


class _Completion(Suggester):
    def __init__(self, completed: Completed) -> None:
        # A cache would keep completions from before a lift was first done.
        super().__init__(use_cache=False, case_sensitive=True)
        self._completed = completed

    async def get_suggestion(self, value: str) -> str | None:
        """The line as it may go on."""
        return self._completed(value)


class FilterBar(Row):
    """The line behind its slash, and how much it finds."""

    def __init__(self, completed: Completed) -> None:
        super().__init__(id="history-filter")
        self.line = FilterLine(completed)
        self._count = Static(id="history-count")

    def compose(self) -> ComposeResult:
        """The slash, the line, the count."""
        yield Static("/ ", id="history-slash")
        yield self.line
        yield self._count

    def say(self, *wordings: str) -> None:
        """Say the fullest of some wordings that there is room for."""
        room = self._count.size.width
        said = next((one for one in wordings if len(one) <= room), wordings[-1])
        # Its width is fixed: to lay the screen out again at every key would be slow.
        self._count.update(Content(said), layout=False)


def filter_help(refusal: str = "") -> Page:
    """What can be typed, below the sentence that says why a line cannot be read."""
    lines: list[Line] = [((refusal, "warn"),), ()] if refusal else []
    lines += [
        ((typed.ljust(TYPED), "strong"), (f"  {words}", "dim"))
        for typed, words in WORDS
    ]
    lines += [part for rule in RULES for part in ((), ((rule, ""),))]
    return tuple((line, None) for line in lines)


def count_words(found: Found, every: int, reading: str) -> Iterator[str]:
    """What a filter found of ``every`` workout, from the fullest wording to the short.

    ``reading`` says what is still being read.
    """
    shown, sets = f"{len(found.workouts):,}", counted(found.sets, "set")
    full = [f"{shown} of {counted(every, 'workout')}", sets, reading]
    yield " · ".join(filter(None, full))
    if reading:
        yield f"{shown} · {reading}"
        yield reading.removesuffix(" months")
    yield f"{shown} of {every:,} · {sets}"
    yield f"{shown} of {every:,}"

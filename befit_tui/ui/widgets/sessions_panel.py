"""The panels of a lift: its last sessions with its strength, and why today's plan."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence

from textual import work
from textual.content import Content

from befit_tui.catalog.technique import technique_of
from befit_tui.domain.load import number
from befit_tui.domain.wording import SHORT_MONTHS, short_day_words
from befit_tui.logbook.curve import Curve
from befit_tui.logbook.lift_sessions import LiftStory, SessionRow
from befit_tui.ui.input_queue import BACKGROUND, CALM_S
from befit_tui.ui.widgets.charts.grid import GlyphSet
from befit_tui.ui.widgets.charts.series import Series, spark
from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.text import clean, fit

TALL = 16
"""Rows from which the line stands above the sessions, and not beside them."""
LEAST_CHART, MOST_CHART = 5, 12
"""Rows of the line above the sessions."""
LEAST_WIDTH, WIDEST_CHART = 12, 36
"""Columns of the line beside the sessions."""
VALUE = 6
"""Cells of a value beside the line."""
SHORT_DAY = 8
"""Cells of a day."""
INKS = {"bad": "$text-error", "warn": "$text-warning"}
"""The colour of a set by its role."""


class SessionsPanel(LinePanel):
    """How a lift went; empty until it is read.

    ``title`` stands above it, by default the name of the lift.
    """

    DEFAULT_CSS = "SessionsPanel { padding: 0 1; }"

    _story: LiftStory | None = None
    _asked: tuple[object, ...] = ()

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._title = title
        self._told: frozenset[str] = frozenset()

    def leave_out(self, lifts: frozenset[str]) -> None:
        """Do not say how these lifts go: that stands beside it as an alert."""
        if lifts != self._told:
            self._told = lifts
            self.redraw()

    def clear(self) -> None:
        """Show no lift."""
        if self._asked:
            self._asked, self._story = (), None
            self.redraw()

    def show(self, *asked: object, read: Callable[[], LiftStory]) -> None:
        """Show what ``read`` gives, if other than before is ``asked`` for.

        Only where there is room, and once the cursor has come to rest: reading takes
        tens of milliseconds for 20 years, and is done away from the keys.
        """
        if self.size and asked != self._asked:
            self._asked = asked
            self._read(asked, read)

    @work(group=BACKGROUND)
    async def _read(
        self, asked: tuple[object, ...], read: Callable[[], LiftStory]
    ) -> None:
        await asyncio.sleep(CALM_S)
        if asked == self._asked:
            story = await asyncio.to_thread(read)
            if asked == self._asked:
                self._story = story
                self.redraw()

    def draw(self) -> Iterable[Content]:
        """The title, then the line above the sessions or beside them."""
        story, (width, height) = self._story, self.size
        name = self._title or (clean(story.exercise.name) if story else "")
        title = Content.styled(fit(name, width), "bold $primary")
        if story is None:
            yield title
            return
        strength = story.strength
        is_tall = height >= TALL
        has_about = bool(strength.points) and not is_tall
        about = f"{strength.measure}, 1 year" if has_about else ""
        room = width - title.cell_length
        about = f"  {about}" if len(about) + 2 <= room else ""
        yield Content.assemble(title, (about, "$foreground 50%"))
        # Title, list or page name the lift already.
        words = strength.sentence.removeprefix(f"{story.exercise.name}: ")
        words = "" if story.exercise.id in self._told else words
        if not story.rows:  # the meter says that it is new
            words = technique_of(story.exercise).setup
        said = clean(words[:1].upper() + words[1:])
        sentence = Content.styled(said, "$foreground 70%")
        body = _tall if is_tall else _flat
        lines = sentence.wrap(width) if said else []
        yield from body(story, lines, width, height - 1, self._glyphs)

    @property
    def _glyphs(self) -> GlyphSet:
        return GlyphSet(getattr(self.app, "glyph_set", GlyphSet.BRAILLE))


class PlanPanel(LinePanel):
    """The reason of the plan; the sets themselves stand in the list."""

    DEFAULT_CSS = "PlanPanel { padding: 0 1; }"

    _why = ""

    def show(self, why: str) -> None:
        """Show another reason."""
        if why != self._why:
            self._why = why
            self.redraw()

    def draw(self) -> Iterable[Content]:
        """The title and the reason."""
        title = ("The plan  ", "bold $primary")
        yield Content.assemble(title, (clean(self._why), "$foreground 75%"))


def _tall(
    story: LiftStory, said: Sequence[Content], width: int, height: int, glyphs: GlyphSet
) -> Iterator[Content]:
    yield from said
    yield Content("")
    room = height - len(said) - 2
    if len(story.strength.points) > 1:
        rows = min(max(room // 2, LEAST_CHART), MOST_CHART)
        yield from _chart(story.strength, width, rows, glyphs)
        yield Content("")
        room -= rows + 2
    for row in story.rows[: max(room, 0)]:
        yield _session(story, row, width)


def _flat(
    story: LiftStory, said: Sequence[Content], width: int, height: int, glyphs: GlyphSet
) -> Iterator[Content]:
    if height <= len(said):
        yield from said
        return
    shown = story.rows[: height - len(said)]
    sessions = [_session(story, row, width, with_value=False) for row in shown]
    widest = max((one.cell_length for one in sessions), default=0)
    room = min(width - widest - VALUE, WIDEST_CHART)
    strength, line, ends = story.strength, [""] * len(shown), [""] * len(shown)
    if len(strength.points) > 1 < len(shown) and room >= LEAST_WIDTH:
        line = spark(Series(strength.points), room, len(shown), glyphs)
        ends = _ends(strength, len(shown))
    for session, dots, end in zip(sessions, line, ends, strict=True):
        gap = " " * (width - session.cell_length - len(dots) - VALUE)
        last = (end.rjust(VALUE), "$foreground 70%")
        yield Content.assemble(session, gap, (dots, "$text-primary"), last)
    yield from said


def _chart(
    strength: Curve, width: int, rows: int, glyphs: GlyphSet
) -> Iterator[Content]:
    """The line with its highest and lowest value; below it months and what it is."""
    shown = Series(strength.points)
    ends = _ends(strength, rows)
    left = max(map(len, ends)) + 1
    for end, dots in zip(ends, spark(shown, width - left, rows, glyphs), strict=True):
        label = (f"{end.rjust(left - 1)} ", "$foreground 70%")
        yield Content.assemble(label, (dots, "$text-primary"))
    first, last = shown.ends
    months = [f"{SHORT_MONTHS[day.month - 1]} {day.year}" for day in (first, last)]
    room = max(1, width - left - sum(map(len, months)))
    unit = "" if strength.unit in ("reps", "s") else f", {strength.unit}"
    wordings = f"{strength.measure}{unit}", strength.measure.partition(" with ")[0]
    gap = next((one for one in wordings if len(one) + 2 <= room), "").center(room)
    yield Content.styled(" " * left + gap.join(months), "$foreground 50%")


def _ends(strength: Curve, rows: int) -> list[str]:
    """The highest value for the first row, the lowest for the last; one in between."""
    values = [point.value for point in strength.points]
    high, low = (number(round(value)) for value in (max(values), min(values)))
    ends = [""] * rows
    if high == low:
        ends[rows // 2] = high
    else:
        ends[0], ends[-1] = high, low
    return ends


def _session(
    story: LiftStory, row: SessionRow, width: int, *, with_value: bool = True
) -> Content:
    """The day, the working sets, and what they showed."""
    day = row.workout.day
    said = short_day_words(day).ljust(SHORT_DAY)
    if story.is_old:
        said = f"{short_day_words(day)} {day.year}".ljust(SHORT_DAY + 5)
    value = story.value(day) if with_value else None
    shown = "" if value is None else f"{value:.1f}"
    line = Content.styled(said, "$foreground 55%")
    work = [run for run in row.sets if run[1] != "dim"] or row.sets
    for text, role in work:
        room = width - line.cell_length - len(shown) - 2
        if len(text) > room:
            line += Content.styled(fit("…", room), "$foreground 50%")
            break
        line += Content.styled(f"{text}  ", INKS.get(role, ""))
    if not with_value:
        return line
    gap = " " * max(0, width - line.cell_length - len(shown))
    return Content.assemble(line, gap, (shown, "$foreground 85%"))

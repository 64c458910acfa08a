"""The proximity meter: how many good reps are left, always with a band."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.geometry import Size

from befit_tui.domain import signs
from befit_tui.logbook.workout.meter_view import MeterView
from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.meter.figures import figures, ink_of
from befit_tui.ui.widgets.meter.track import track_lines, track_row, words_below
from befit_tui.ui.widgets.text import clean, fit

LARGE = (44, 12)
"""Columns and rows from which the meter has large digits."""
LARGEST = (66, 16)
"""Columns and rows from which they have seven rows, not five."""
HEIGHTS = ((18, 12), (28, 16), (38, 18), (44, 20))
"""Rows that the terminal has, and those of them that the large meter takes."""
OF_FIVE = 16
"""Rows that it takes at most while its digits have five."""
TITLE = "Proximity to failure"


class MeterPanel(LinePanel):
    """Draws a ``MeterView``: in large digits where there is room, or in lines."""

    DEFAULT_CSS = "MeterPanel { padding: 0 1; }"

    _view: MeterView | None = None
    _nothing = ""
    """Said in place of a reading, once it was asked for one."""

    def show(self, view: MeterView | None) -> None:
        """Show a reading; None while there is nothing to read."""
        if view != self._view or view is None:
            self._view, self._nothing = view, "It starts with the first set."
            self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows of the large meter: they grow with those of the terminal."""
        found = [rows for least, rows in HEIGHTS if viewport.height >= least]
        most = max(found, default=2)
        return most if width >= LARGEST[0] else min(most, OF_FIVE)

    def draw(self) -> Iterable[Content]:
        """Large, in four lines, or in two."""
        view, (width, height) = self._view, self.size
        if view is None:
            yield Content.styled(TITLE, "bold $primary")
            yield Content.styled(self._nothing, "$foreground 60%")
        elif width >= LARGE[0] and height >= LARGE[1]:
            yield from _large(view, width, height, hatched=self.app.no_color)
        else:
            yield from _small(view, width, height, hatched=self.app.no_color)


def _small(
    view: MeterView, width: int, height: int, *, hatched: bool
) -> Iterator[Content]:
    """The headline, the track, and how the lift fails where a row is left for it."""
    rows = [_headline(view, width)]
    if height > 2:
        rows += track_lines(view, width, 1, hatched=hatched)
    elif view.left is not None:
        rows.append(track_row(view, width, hatched=hatched))
    told = _failure(view, width)
    yield from (*rows, *told) if len(rows) + len(told) <= height else rows


def _headline(view: MeterView, width: int) -> Content:
    """Number, band and what to do, in one line: the same words as in large."""
    if view.left is None:
        return Content.styled(fit(view.words, width), "$foreground 70%")
    said = Content.assemble(
        (f"{view.number} {view.count_words}", f"bold {ink_of(view)}"),
        (f"  {view.band}", "$foreground 85%"),
    )
    room = width - said.cell_length - 2
    told = [f"{view.pace}  {one}" for one in view.evidence]
    for words in (*told, view.pace, view.short_pace):
        if words and len(words) <= room:
            return Content.assemble(said, (f"  {words}", "bold $foreground"))
    return said


# -- in large digits


def _large(
    view: MeterView, width: int, height: int, *, hatched: bool
) -> Iterator[Content]:
    """The title, two numbers, the track, what it comes to; air where there is room."""
    seven = width >= LARGEST[0] and height >= LARGEST[1]
    last = list(_verdict(view, width))
    track_rows = 3 if seven else 2 if height > LARGE[1] else 1
    if view.left is None:
        middle = Content.styled(view.words, "$foreground 70%").wrap(width)
        track = []
    else:
        middle = list(figures(view, width, 7 if seven else 5))
        lines = track_lines(view, width, track_rows, hatched=hatched)
        track = [*lines, words_below(view, width)]
    spare = height - 1 - len(middle) - len(track) - len(last)
    told = _failure(view, width)
    if spare > len(told):
        last += told
        spare -= len(told)
    air = [Content("")]
    yield _heading(view, width)
    yield from air if spare > 0 else ()
    yield from middle
    yield from air if spare > 1 else ()
    yield from track
    yield from air if spare > 2 else ()
    yield from last


def _heading(view: MeterView, width: int) -> Content:
    """The word of the panel, and flush right the set that it speaks of."""
    room = width - len(TITLE) - 2
    subject = f"{clean(view.title)} · {view.subtitle}"
    subject = subject if Content(subject).cell_length <= room else view.subtitle
    subject = fit(subject, room)
    gap = " " * (width - len(TITLE) - Content(subject).cell_length)
    return Content.assemble((TITLE, "bold $primary"), gap, (subject, "$foreground 80%"))


# -- what it comes to


def _verdict(view: MeterView, width: int) -> Iterator[Content]:
    """The reading against the target, and the failure budget beside or below it."""
    said, budget = _against_target(view), _budget(view)
    room = width - said.cell_length - budget.cell_length
    if room > 2:
        yield Content.assemble(said, " " * room, budget)
    else:
        yield from said.wrap(width)
        yield from budget.wrap(width)


def _against_target(view: MeterView) -> Content:
    if view.objection:
        return Content.styled(
            f"{signs.CARE} {clean(view.objection)}", "bold $text-warning"
        )
    if view.reading.question:
        return Content.styled(f"? {clean(view.reading.question)}", "$text-warning")
    glyph, style = {
        "inside": (signs.AS_MEANT, "bold $text-success"),
        "on course": (signs.ON_COURSE, "bold $text-primary"),
        "easier": (signs.ROOM, "$text-secondary"),
        "closer": (signs.CARE, "bold $text-warning"),
    }.get(view.side, ("·", "$foreground 60%"))
    colon = ":" * view.zone.failure_ok_last
    # Before the first rep it stands beside the rep to stop after.
    is_said = view.is_warmup or (view.more is None and view.stop_rep is not None)
    target = "" if is_said else f"  target{colon} {view.zone.words}"
    return Content.assemble(
        (f"{glyph} {view.target_words}", style), (target, "$foreground 55%")
    )


def _failure(view: MeterView, width: int) -> list[Content]:
    """What technical failure looks like on the lift, where the target allows it."""
    if not view.failure_line:
        return []
    words = Content.assemble(("Failure  ", "bold"), clean(view.failure_line))
    return list(words.stylize_before("$foreground 75%").wrap(width))


def _budget(view: MeterView) -> Content:
    """Failure sets of the day as dots, and in words."""
    used, limit = view.budget
    dots = " ".join(
        signs.FAILURE if n < used else signs.ALLOWED for n in range(max(used, limit))
    )
    style = "$text-warning" if used > limit else "$foreground"
    # An objection has named the reason just above.
    named = view.budget_reason and not view.objection
    why = f": {clean(view.budget_reason)}" if named else ""
    return Content.assemble(
        ("Failure budget  ", "$foreground 60%"),
        (f"{dots}  " if dots else "", style),
        f"{f'{used} of {limit}' if used or limit else 'none today'}{why}",
    )

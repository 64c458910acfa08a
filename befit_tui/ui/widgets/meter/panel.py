"""The meter drawn: reps left with their band, and in words when to stop."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from textual.content import Content
from textual.geometry import Size

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.alerts.live import Budget
from befit_tui.analysis.alerts.result import Subject, foremost
from befit_tui.domain import signs
from befit_tui.domain.value import replace
from befit_tui.logbook.workout.meter_view import MeterView
from befit_tui.ui.widgets.large_text import large, least_width
from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.meter.track import track_lines, track_row
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
MIDDLE = 60
"""Percent of the width after which the second number stands at the latest."""
AIRY = 7
"""Rows of digits from which the words beside them stand apart."""
WORDS = "$foreground 75%"
"""The ink of what is said below the first word."""


class MeterPanel(LinePanel):
    """Draws a ``MeterView``: in large digits where there is room, or in lines."""

    DEFAULT_CSS = "MeterPanel { padding: 0 1; }"

    view: MeterView | None = None
    """What is shown."""
    _told: frozenset[tuple[str, Subject]] = frozenset()
    _nothing = ""
    """Said in place of a reading, once it was asked for one."""

    def show(self, view: MeterView | None) -> None:
        """Show a reading; None while there is nothing to read."""
        if view != self.view or view is None:
            self.view, self._nothing = view, "It starts with the first set."
            self.redraw()

    def leave_out(self, alerts: Iterable[Alert]) -> None:
        """Leave it to these, which stand beside it, why no failure is allowed."""
        self._told = frozenset(
            (one.code, one.subject) for one in foremost(alerts).shown
        )
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows of the large meter: they grow with those of the terminal."""
        found = [rows for least, rows in HEIGHTS if viewport.height >= least]
        most = max(found, default=2)
        return most if width >= LARGEST[0] else min(most, OF_FIVE)

    @property
    def is_large(self) -> bool:
        """Whether there is room for large digits, and for the failure budget."""
        return self.size.width >= LARGE[0] and self.size.height >= LARGE[1]

    def draw(self) -> Iterable[Content]:
        """Large, in four lines, or in two."""
        view, (width, height) = self.view, self.size
        because = view.budget.alert if view else None
        if view and because and (because.code, because.subject) in self._told:
            view = replace(view, budget=Budget(view.budget.allowed))
        if view is None:
            yield Content.styled(TITLE, "bold $primary")
            yield Content.styled(self._nothing, "$foreground 60%")
        elif self.is_large:
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
        (f"{view.number} {view.count_words}", f"bold {_ink_of(view)}"),
        (f"  {view.band}", "$foreground 85%"),
    )
    room = width - said.cell_length - 2
    told = [f"{view.pace}  {one}" for one in view.evidence]
    for words in (*told, view.pace, view.pace.replace("after rep", "at")):
        if words and len(words) <= room:
            return Content.assemble(said, (f"  {words}", "bold $foreground"))
    return said


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
        track = list(track_lines(view, width, track_rows, hatched=hatched))
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
    if view.is_warmup or view.left is None:
        return Content("")  # it stands in the place of the digits, or beside them
    glyph, style = {
        "inside": (signs.AS_MEANT, "bold $text-success"),
        "on course": (signs.ON_COURSE, "bold $text-primary"),
        "easier": (signs.ROOM, "$text-secondary"),
        "closer": (signs.CARE, "bold $text-warning"),
    }[view.side]
    return Content.styled(f"{glyph} {view.target_words}", style)


def _failure(view: MeterView, width: int) -> list[Content]:
    """What technical failure looks like on the lift, where the target allows it."""
    if not view.failure_line:
        return []
    words = Content.assemble(("Failure  ", "bold"), clean(view.failure_line))
    return list(words.stylize_before("$foreground 75%").wrap(width))


def _budget(view: MeterView) -> Content:
    """Failure sets of the day as dots and in words; the reason, if it is not told."""
    used, limit, reason = view.failed, view.budget.allowed, view.budget.reason
    dots = " ".join(
        signs.FAILURE if n < used else signs.ALLOWED for n in range(max(used, limit))
    )
    style = "$text-warning" if used > limit else "$foreground"
    why = f": {clean(reason)}" if reason and not view.objection else ""
    return Content.assemble(
        ("Failure budget  ", "$foreground 60%"),
        (f"{dots}  " if dots else "", style),
        f"{f'{used} of {limit}' if used or limit else 'none today'}{why}",
    )


def _ink_of(view: MeterView) -> str:
    """The colour of the reps left, which changes where they are too few."""
    return "$text-warning" if view.side == "closer" else "$primary"


def figures(view: MeterView, width: int, rows: int) -> Iterator[Content]:
    """Reps left in the accent and reps to go in white, each with its words."""
    band = len(view.band)
    goal, told = _goal(view, width - least_width(view.number) - band - 4, rows)
    words = max(map(len, told))
    room = width - len(goal[0]) - 2 - (words + 2 if words else 0)
    digits = large(view.number, room - band - 2, rows)
    most = max(len(digits[0]) + band + 4, width * MIDDLE // 100) - len(digits[0]) - 4
    said_room = min(room - len(digits[0]) - 2, most)
    ink = f"bold {_ink_of(view)}"
    about = _said(view, said_room, rows)
    lines = zip_longest(digits, about, goal, told, fillvalue="")
    for row, (digit, said, figure, word) in enumerate(lines):
        yield Content.assemble(
            (digit.ljust(len(digits[0])), ink),
            "  ",
            (said.ljust(said_room + 2), WORDS if row else ink),
            (figure.ljust(len(goal[0])), "bold $foreground"),
            (f"  {word}" if word else "", WORDS if row else "bold $foreground"),
        )


def _said(view: MeterView, room: int, rows: int) -> list[str]:
    """What the number counts, its band, and what it rests on."""
    apart = [""] if rows >= AIRY else []
    facts = [
        one if len(one) <= room else one.removesuffix(" of this lift")
        for one in view.reading.basis.split(" · ")
    ]
    if view.evidence:
        facts = [next((one for one in view.evidence if len(one) <= room), "")]
    lines = [view.count_words, *apart, view.band, "", *facts]
    return [fit(line, room) for line in lines[:rows]]


def _goal(view: MeterView, room: int, rows: int) -> tuple[tuple[str, ...], list[str]]:
    """The rep to stop after; while reps are counted, those to go; then to rack it."""
    apart = [""] if rows >= AIRY else []
    if view.more == 0:
        figure, told = "RACK IT", [*apart, "", f"rep {view.counted}"]
    elif view.is_warmup:
        figure, told = "", ["a warm-up", *apart, view.leads_to]
    elif view.stop_rep is None:
        figure, told = "–", ["no stop rep:", *apart, "too heavy for", "the target"]
    elif view.more is None:
        figure, told = str(view.stop_rep), ["stop after", f"rep {view.stop_rep}"]
    else:
        figure = str(view.more)
        counted = f"rep {view.counted} of {view.stop_rep}"
        told = ["more, then", "rack it", *apart, counted]
    digits = large(figure, room, rows)
    room -= len(digits[0]) + 2
    return digits, [line if len(line) <= room else "" for line in told]

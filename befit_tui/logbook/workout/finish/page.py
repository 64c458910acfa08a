"""The summary as parts with a heading: for the screen, for copying, for a picture."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from befit_tui.catalog.muscles import muscle_words
from befit_tui.domain import signs
from befit_tui.domain.load import number
from befit_tui.domain.value import Value
from befit_tui.domain.wording import counted
from befit_tui.logbook.lines import Line, Run
from befit_tui.logbook.workout.finish.summary import Summary, Tonnage, call_words

MOST_RECORDS = 6
"""Records that are told one by one; product constant."""
BAR = 40
"""Cells of the longer bar."""
NAME = 34
"""Cells that a name may take before what stands beside it."""
BESIDE = 72
"""Cells from which a lift and what is said of it stand in columns."""
_SIGN_RUNS: dict[str, tuple[str, str]] = {
    signs.AS_MEANT: ("good", "in target"),
    signs.FAILURE: ("good", "failure, as planned"),
    signs.CARE: ("warn", "closer to failure than planned"),
    signs.ROOM: ("", "stopped early"),
    signs.NOTHING: ("dim", "not rated"),
}
"""The ink of a sign and what it says."""


class PagePart(Value, frozen=True):
    """A heading and what stands below or beside it."""

    title: str
    lines: tuple[Line, ...]


def page_parts(summary: Summary, width: int) -> tuple[PagePart, ...]:
    """The parts of a summary that have something to say, in lines of ``width`` cells.

    A line that is longer is left to whoever draws it.
    """
    parts = (
        PagePart("Records", tuple(_records(summary, width))),
        PagePart("Load × reps", tuple(_tonnage(summary.tonnage, width))),
        PagePart("Sets in target", tuple(_strip_lines(summary, width))),
        PagePart("Failure budget", tuple(_budget(summary))),
        PagePart("Your calls", tuple(_calls(summary))),
        PagePart("By muscle", tuple(_muscles(summary))),
        PagePart("These weeks", _text(summary.weeks)),
        PagePart("Next time", tuple(_next(summary, width))),
        PagePart("Saved", _text(summary.saved)),
    )
    return tuple(part for part in parts if part.lines)


def summary_text(summary: Summary) -> str:
    """The whole summary as plain text, for copying."""
    proud = summary.proud
    rows = [f"{summary.name} · {summary.head}", ""]
    rows.append(f"{proud.figure}  {proud.words}")
    rows += filter(None, (proud.detail,))
    for part in page_parts(summary, BESIDE):
        rows += ["", part.title]
        rows += ["  " + "".join(text for text, _ in line) for line in part.lines]
    return "\n".join(row.rstrip() for row in rows) + "\n"


def spoken(summary: Summary) -> Iterator[str]:
    """The summary in sentences that can be read aloud: no signs, no columns."""
    proud, tonnage = summary.proud, summary.tonnage
    yield f"{summary.head.replace(' · ', ', ')}."
    colon = ":" * proud.words[0].isupper()
    yield f"{proud.figure}{colon} {proud.words} {proud.detail}".rstrip()
    for one in summary.records:
        said = ", ".join(filter(None, (one.figure, one.beats)))
        yield f"Record, {one.exercise.name}: {said}."
    if tonnage.today:
        moved = f"Load times reps: {tonnage.today:,.0f} {tonnage.unit}"
        before = f", {tonnage.before:,.0f} on {tonnage.last}" if tonnage.before else ""
        yield f"{moved}{before}."
    if _has_count(summary):
        yield f"In target: {summary.inside} of {summary.rated} rated sets."
    used = len(summary.failures)
    what = f": {', '.join(summary.failures)}" if used else ""
    yield f"Failure budget: {used} of {summary.allowed} used{what}."
    if summary.checks:
        yield f"Your calls: {call_words(summary.checks)}"
    for line in (*_muscles(summary), *_text(summary.weeks)):
        yield f"{''.join(text for text, _ in line).rstrip('.')}."
    yield f"Coming up: {summary.next_title}."
    for name, coming in summary.next_lifts:
        next_up = f". Next: {coming.sets} ({coming.why})" if coming.sets else ""
        yield f"{name}: {coming.change.rstrip('.')}{next_up}."


def _records(summary: Summary, width: int) -> Iterator[Line]:
    shown = summary.records[:MOST_RECORDS]
    told = [(one.exercise.name, one.figure, one.beats) for one in shown]
    for line in _columns(told, width):
        yield (f"{signs.RECORD} ", "warn"), *line
    if more := len(summary.records) - len(shown):
        yield ((f"and {more} more", "dim"),)


def _columns(rows: Sequence[tuple[str, str, str]], width: int) -> Iterator[Line]:
    """Lifts, a figure of each and what is said of it; in columns if there is room."""
    beside = bool(rows) and width >= BESIDE
    names = min(max(len(name) for name, *_ in rows), NAME) if beside else 0
    figures = max(len(figure) for _, figure, _ in rows) if beside else 0
    edge = names + figures + 2 + 2 * bool(figures)
    for name, figure, said in rows:
        fits = not beside or len(name) <= names
        if not fits:
            yield ((name, ""),)
        shown = f"{figure:<{figures}}" + "  " * bool(figures or figure)
        first, *others = (beside and wrap(said, width - edge)) or [said]
        yield (f"{name * fits:<{names}}  ", ""), (shown, "strong"), (first, "dim")
        for more in others:
            yield (" " * edge, ""), (more, "dim")


def _tonnage(tonnage: Tonnage, width: int) -> Iterator[Line]:
    if not tonnage.today:
        return
    most = max(tonnage.today, tonnage.before)
    room = min(BAR, max(width - 44, 0))

    def line(what: str, value: float, role: str, *more: Run) -> Line:
        bar = "━" * round(room * value / most)
        amount = f"{value:,.0f} {tonnage.unit}"
        return (
            (f"{what:<11}", "dim"), (f"{bar:<{room}}  " if room else "", role),
            (f"{amount:>10}", "strong"), *more,
        )  # fmt: skip

    if not tonnage.before:
        yield line("today", tonnage.today, "good")
        return
    change = round(100 * (tonnage.today / tonnage.before - 1))
    yield line("today", tonnage.today, "good", (f"  {change:+d}%", "strong"))
    yield line("last time", tonnage.before, "dim", (f"  {tonnage.last}", "dim"))


def _strip_lines(summary: Summary, width: int) -> Iterator[Line]:
    """The signs of the sets above the names of their lifts, in as many bands as needed.

    Then what the signs mean, and the count.
    """
    above: list[Run] = []
    below: list[Run] = []
    used = 0
    for name, found in summary.strips:
        cells = max(2 * len(found), len(name)) + 2
        if below and used + cells > width:
            yield tuple(above)
            yield tuple(below)
            above, below, used = [], [], 0
        above += [(f"{sign} ", _SIGN_RUNS[sign][0]) for sign in found]
        above.append((" " * (cells - 2 * len(found)), ""))
        below.append((f"{name:<{cells}}", "dim"))
        used += cells
    if not below:
        return
    yield tuple(above)
    yield tuple(below)
    shown = {sign for _, found in summary.strips for sign in found}
    legend: list[Run] = []
    for sign, (role, words) in _SIGN_RUNS.items():
        if sign in shown:
            legend += [(f"{sign} ", role), (f"{words}   ", "dim")]
    yield tuple(legend)
    if _has_count(summary):
        count = f"{summary.inside} of {summary.rated}"
        yield ((count, "strong"), (" rated sets ended inside their target", ""))


def _has_count(summary: Summary) -> bool:
    """Whether the sets in target are counted: not where that is the proud line."""
    return bool(summary.rated) and not summary.proud.words.startswith("of ")


def _budget(summary: Summary) -> Iterator[Line]:
    used, allowed = len(summary.failures), summary.allowed
    dots = signs.FAILURE * min(used, allowed) + signs.ALLOWED * max(allowed - used, 0)
    over = signs.FAILURE * max(used - allowed, 0)
    said = f"{used or 'none'} of {allowed} used"
    if not used and not allowed:
        said = "none allowed, none used"
    what = f": {', '.join(summary.failures)}." if used else "."
    inks: tuple[Run, ...] = ((" ".join(dots), "good" if used else "dim"),)
    if over:
        inks = (*inks, (" " + " ".join(over), "warn"))
    gap = "  " * bool(used or allowed)
    yield *inks, (gap, ""), (said, "strong"), (what, "")


def _calls(summary: Summary) -> Iterator[Line]:
    if not summary.checks:
        return
    pairs = [(check.called, round(check.actual)) for check in summary.checks]
    called = "".join(f"{number(one):<5}" for one, _ in pairs)
    did = "".join(f"{one:<5}" for _, one in pairs)
    yield (("called  ", "dim"), (called, ""))
    yield (("did     ", "dim"), (did, "strong"))
    yield ((call_words(summary.checks), ""),)


def _muscles(summary: Summary) -> Iterator[Line]:
    if not summary.muscles:
        return
    most = sorted(summary.muscles.items(), key=lambda one: (-one[1], one[0]))
    said = ", ".join(f"{muscle_words(name)} {number(count)}" for name, count in most)
    sets = counted(summary.hard_sets, "hard set")
    yield ((sets, "strong"), (f": {said}", ""))


def _next(summary: Summary, width: int) -> Iterator[Line]:
    yield ((summary.next_title, "strong"),)
    told = [
        (name, one.sets, "; ".join(filter(None, (one.change, one.why))))
        for name, one in summary.next_lifts
    ]
    yield from _columns(told, width)


def _text(words: str) -> tuple[Line, ...]:
    return (((words, ""),),) if words else ()

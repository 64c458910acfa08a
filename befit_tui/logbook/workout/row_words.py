"""What a row says: the prompt below, the number to beat beside it, what is to do."""

from collections.abc import Iterator

from befit_tui.analysis.lift.records import to_beat
from befit_tui.domain import signs
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import counted, duration_words, place_words
from befit_tui.logbook.doubts import bests_so_far
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.meter_view import warning
from befit_tui.logbook.workout.rows import SetRow, TitleRow, in_target, shown_words


def prompt(cursor: RowCursor) -> str:
    """The line before the entry: ``set 3  80 kg × 6``, or the question about a set."""
    row = cursor.set_row
    if cursor.is_asking and cursor.question is not None:
        return cursor.question.words
    if row is None:
        return "enter goes to the first set"
    if row.done is None and not cursor.is_planned:
        return "what comes next is being worked out …"
    if cursor.watch.is_used and row.done is None:
        time = duration_words(round(cursor.watch.seconds))
        if cursor.watch.is_running:
            return f"running {time} · space stops, enter logs"
        return f"stopped {time} · enter logs, space goes on, esc forgets"
    shown = cursor.shown(row)
    number = place_words(shown.kind, row.planned.number)
    return f"{number}  {shown_words(shown, row.exercise, cursor.unit)}"


def unlogged(cursor: RowCursor) -> str:
    """What is counted on the row and not logged yet, and what to do; mostly nothing."""
    count = cursor.presses.count
    if count:
        it, are = ("it", "is") if count == 1 else ("them", "are")
        what, keys = counted(count, "counted rep"), "enter, f or b logs"
    elif cursor.watch.is_used:
        what = duration_words(round(cursor.watch.seconds))
        it, are, keys = "it", "is", "enter logs"
    else:
        return ""
    return f"{what} {are} not logged yet: {keys} {it}, esc forgets {it}."


def remarks(cursor: RowCursor, row: SetRow, *, alone: bool = True) -> tuple[str, ...]:
    """What stands beside a planned working set, the most important first.

    What speaks against it, or else the number to beat, ``8 ties, 9 is a best``; on the
    first one before that why it is what it is: ``82.5: 3 × 8 at 2 left last time``,
    and the same in fewer words. If not ``alone`` the meter and the plan beside it say
    what speaks against it, and why.
    Nothing while the set before waits for its reps left: the answer may change it.
    """
    shown = cursor.planned(row)
    is_over = cursor.logbook.active is None  # the screen outlives it by a moment
    if shown.kind is not Kind.WORK or cursor.is_asking or is_over:
        return ()
    left = cursor.reading(row, shown.load).left(shown.reps or 0)
    if (objection := warning(cursor, row, shown, left)) is not None:
        return (f"{signs.CARE} {objection.title}",) if alone else ()
    reason = _why(cursor, row) if alone else ""
    # The column before it says what was last time.
    brief = reason.split("; ")[0].replace(" last time", "")
    bests = cursor.lifts.bests(row.exercise.id)
    if bests.reps:  # the first session of a lift has nothing to beat
        workout = cursor.logbook.opened()
        bests = bests_so_far(workout, cursor.lifts, row.exercise.id)
    beat = to_beat(bests, row.exercise, shown.load)
    said = (reason, brief if brief != reason else "", beat)
    return tuple(filter(None, said))


def _why(cursor: RowCursor, row: SetRow) -> str:
    """The reason of a plan, on the first set of an exercise while it is as planned.

    Where the sets of the day have moved the plan: on the next one.
    """
    if cursor.is_drafted(row):
        return ""
    title = cursor.title
    work = (
        one
        for one in cursor.sets_of(row.entry)
        if one.planned.kind is Kind.WORK
        and (one.done is None or not (title and title.moved))
    )
    first = next(work, None)
    return title.why if title and first and first.id == row.id else ""


def progress(cursor: RowCursor) -> tuple[str, ...]:
    """``9 of 14 sets · 3 in target of 4 rated``, and the same in fewer words."""
    rows = cursor.sets
    done = sum(row.done is not None for row in rows)
    planned = sum(row.done is not None or row.is_waiting for row in rows)
    words = f"{done} of {planned} sets"
    inside, rated = in_target(rows)
    # Before the plan is there the targets are not those of today.
    if not rated or not cursor.is_planned:
        return (words,)
    on_target = f"{words} · {inside} in target"
    return f"{on_target} of {rated} rated", on_target, words


def to_do(cursor: RowCursor) -> Iterator[str]:
    """What is still to do: each exercise with its plan, and its rows to come.

    An exercise stands there too while nothing of it is logged or planned.
    """
    for title in cursor.rows:
        if not isinstance(title, TitleRow):
            continue
        rows = cursor.sets_of(title.entry)
        waiting = [row for row in rows if row.is_waiting]
        if not waiting and any(row.done for row in rows):
            continue
        yield "  ".join(filter(None, (title.exercise.name, title.plan_words[0])))
        for row in waiting:
            shown = cursor.planned(row)
            number = place_words(shown.kind, row.planned.number)
            done = shown_words(shown, row.exercise, cursor.unit)
            in_reps = shown.kind is Kind.WORK and shown.reps is not None
            left = f"  {row.zone.set_words}" if in_reps else ""
            yield f"  {number}  {done}{left}"

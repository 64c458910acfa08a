"""What an import has come to, in words: what is new, and what the log can tell now."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from befit_tui.analysis.lift import Trend
from befit_tui.domain.effort import is_working, known_left, reached_failure
from befit_tui.domain.history import History
from befit_tui.domain.wording import counted, day_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.import_export.importing import ImportPreview
from befit_tui.logbook.logbook import Logbook
from befit_tui.transfer.merging.workouts import What

SHOWN = 4
"""Lines of a kind that are shown; the rest is counted."""

Fact = tuple[str, str]
"""What is told, and what there is to tell."""

_WHAT = {
    What.CHANGED: "changed",
    What.DELETED: "gone",
    What.CONFLICT: "changed here too",
}


def facts(preview: ImportPreview) -> list[Fact]:
    """What a file holds and what becomes of it, a fact a line."""
    plan = preview.plan
    found = [("format", preview.parsed.app), ("rows", f"{preview.parsed.rows:,}")]
    if plan.add:
        found.append(("new workouts", f"{len(plan.add):,}, {_span(plan.add)}"))
    found.append(("new sets", f"{preview.sets:,}"))
    if preview.updated:
        gone = f", {plan.deleted:,} of them gone" if plan.deleted else ""
        found.append(("sets that change", f"{preview.updated:,}{gone}"))
    if preview.duplicates:
        found.append(("already there", f"{preview.duplicates:,}"))
    if plan.left_out:
        found.append(("from another app", f"{len(plan.left_out):,} left out"))
    if plan.stay_deleted:
        stays = "were deleted here and stay so"
        found.append(("workouts deleted", f"{plan.stay_deleted:,} {stays}"))
    found += [
        (f"skipped: {one.reason}", f"{one.rows:,}") for one in preview.parsed.skipped
    ]
    return found


def look_at(preview: ImportPreview) -> list[Fact]:
    """What the lifter should see: differences, errors, doubts, names that are new."""
    found: list[Fact] = []
    for what, label in _WHAT.items():
        lines = [one.words for one in preview.differences if one.what is what]
        found += _first(label, lines)
    errors = [f"line {one.line}: {one.reason}" for one in preview.parsed.errors]
    doubts = [f"line {one.line}: {one.reason}" for one in preview.doubtful]
    found += _first("cannot be read", errors)
    found += _first("to look at", doubts)
    like = [one for one in preview.parsed.matches if one.is_doubtful]
    found += _first(
        "taken for a like one", [f"{one.name}: {one.meaning.how_words}" for one in like]
    )
    found += _first("new exercises", [", ".join(preview.unmatched)])
    return found


def _first(label: str, lines: Sequence[str]) -> list[Fact]:
    """The first lines of a kind, and how many more there are."""
    told = [line for line in lines if line]
    found = [(label if at == 0 else "", line) for at, line in enumerate(told[:SHOWN])]
    if len(told) > SHOWN:
        found.append(("", f"and {len(told) - SHOWN:,} more"))
    return found


def tells(logbook: Logbook) -> tuple[str, ...]:
    """Three sentences with numbers on what the log holds."""
    history = logbook.past()
    if not history:
        return ()
    return _size(history), _effort(history), _directions(logbook, history)


def _size(history: History) -> str:
    sets = sum(len(workout.sets) for workout in history)
    lifts = len({entry.exercise for one in history for entry in one.entries})
    return (
        f"The log holds {counted(sets, 'set')} of {counted(lifts, 'exercise')} in "
        f"{counted(len(history), 'workout')}, {_span(tuple(history))}."
    )


def _effort(history: History) -> str:
    working = [done for one in history for done in one.sets if is_working(done)]
    known = sum(known_left(done) is not None for done in working)
    failed = sum(reached_failure(done) for done in working)
    if not known:
        return "No set says how many reps were left: the meter starts from loads alone."
    share = round(100 * known / len(working))
    return (
        f"{share}% of {counted(len(working), 'working set')} say how hard they were; "
        f"{failed:,} went to failure."
    )


def _directions(logbook: Logbook, history: History) -> str:
    """Where the lifts of the last four weeks of the log were going."""
    last = _last_day(history)
    found = Counter(one.verdict for one in logbook.alerts.lifts(last).verdicts())
    judged = found.total() - found[Trend.CANNOT_TELL]
    lifts = (
        f"Of {counted(found.total(), 'lift')} in the four weeks up to {day_words(last)}"
    )
    if not judged:
        return f"{lifts}, none can be judged yet."
    return (
        f"{lifts}, {judged} can be judged: {found[Trend.RISING]} rising, "
        f"{found[Trend.HOLDING]} holding, {found[Trend.FALLING]} falling."
    )


def _last_day(history: History) -> date:
    return next(history.newest_first()).started_at.date()


def _span(workouts: Sequence[Workout]) -> str:
    first = min(one.started_at for one in workouts)
    last = max(one.started_at for one in workouts)
    if first.date() == last.date():
        return day_words(first)
    return f"{day_words(first)} to {day_words(last)}"

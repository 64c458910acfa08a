"""What an import has come to, in words: what is new, what the log can tell now."""

from collections import Counter
from collections.abc import Sequence

from befit_tui.analysis.lift.verdict import Trend
from befit_tui.domain.effort import is_working, known_left, reached_failure
from befit_tui.domain.history import History
from befit_tui.domain.wording import counted, day_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.import_export.importing import ImportPreview
from befit_tui.logbook.logbook import Logbook
from befit_tui.transfer.formats.text_log import TEXT
from befit_tui.transfer.merging.workouts import What
from befit_tui.transfer.records import NOON

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
    plan, parsed = preview.plan, preview.parsed
    gone = f", {plan.deleted:,} of them gone" if plan.deleted else ""
    span = f", {_span(plan.add)}" if plan.add else ""
    lacking = _lacking(
        parsed.workouts, from_text=parsed.app == TEXT.app and bool(plan.add)
    )
    found = (
        ("format", parsed.app, True),
        ("rows", f"{parsed.rows:,}", True),
        ("new workouts", f"{len(plan.add):,}{span}", plan.add),
        ("new sets", f"{plan.sets:,}", True),
        ("sets that change", f"{preview.updated:,}{gone}", preview.updated),
        ("already there", f"{plan.duplicates:,}", plan.duplicates),
        ("from another app", f"{len(plan.left_out):,} left out", plan.left_out),
        (
            "workouts deleted",
            f"{plan.stay_deleted:,} were deleted here and stay so",
            plan.stay_deleted,
        ),
        ("not in the file", lacking, lacking),
    )
    skipped = [(f"skipped: {why}", f"{n:,}") for why, n in parsed.skipped.items()]
    return [(label, told) for label, told, worth in found if worth] + skipped


def _lacking(workouts: Sequence[Workout], *, from_text: bool) -> str:
    """What the meter or a chart would want and the file cannot tell."""
    lacking = ["rests, supersets, plans, check-ins"] if from_text else []
    if workouts and all(one.started_at.time() == NOON for one in workouts):
        lacking.append("times of day, so its workouts stand at noon")
    sets = (done for one in workouts for done in one.sets if is_working(done))
    if workouts and all(known_left(done) is None for done in sets):
        lacking.append("how many reps were left")
    return "; ".join(lacking)


def look_at(preview: ImportPreview) -> list[Fact]:
    """What the lifter should see: differences, errors, doubts, names that are new."""
    labels = _WHAT
    if preview.plan.unlike:
        labels = {**_WHAT, What.CONFLICT: "left as it is"}
    lines = {
        label: [one.words for one in preview.differences if one.what is what]
        for what, label in labels.items()
    }
    lines["cannot be read"] = [
        f"line {one.line}: {one.reason}" for one in preview.parsed.errors
    ]
    lines["to look at"] = [f"line {one.line}: {one.reason}" for one in preview.doubtful]
    lines["taken for a like one"] = [
        f"{one.name}: {one.meaning.how_words}"
        for one in preview.parsed.matches
        if one.is_doubtful
    ]
    lines["new exercises"] = list(filter(None, [", ".join(preview.unmatched)]))
    found: list[Fact] = []
    for label, told in lines.items():
        found += zip((label, *[""] * SHOWN), told[:SHOWN], strict=False)
        if len(told) > SHOWN:
            found.append(("", f"and {len(told) - SHOWN:,} more"))
    return found


def tells(logbook: Logbook) -> tuple[str, ...]:
    """Three sentences with numbers on what the log holds."""
    history = logbook.past()
    if not history:
        return ()
    sets = sum(len(workout.sets) for workout in history)
    lifts = len({entry.exercise for one in history for entry in one.entries})
    size = (
        f"The log holds {counted(sets, 'set')} of {counted(lifts, 'exercise')} in "
        f"{counted(len(history), 'workout')}, {_span(tuple(history))}."
    )
    return size, _effort(history), _directions(logbook, history)


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
    last = next(history.newest_first()).day
    found = Counter(one.verdict for one in logbook.alerts.verdicts(last).recent())
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


def _span(workouts: Sequence[Workout]) -> str:
    days = [one.day for one in workouts]
    return " to ".join(dict.fromkeys(map(day_words, (min(days), max(days)))))

"""What a session did to a lift that a programme moves: at the end of a workout."""

from befit_tui.analysis.planning.results import Result, grouped_words, result_of
from befit_tui.analysis.planning.standing import NEXT_CYCLE, Standing
from befit_tui.domain.history import Exposure
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import load_words
from befit_tui.domain.workout import Entry, Workout
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning.programme import Programmes


def outcome_words(
    logbook: Logbook, workout: Workout, entry: Entry, lifts: Lifts, unit: Unit
) -> str | None:
    """``8 at 5+: training max 102.5 kg next cycle``, ``Next: 62.5 × 5 (5 × 5)``.

    Empty where the session moves nothing, None where no scheme moves the lift.
    """
    if (scheme := entry.scheme) is None:
        return None
    after = Programmes(logbook, lifts.after(workout), workout.started_at)
    result = result_of(Exposure(workout, entry))
    if scheme.of_max:
        decides = bool(scheme.steps or scheme.week) and not scheme.of
        if result is None or not decides:
            return ""
        week = NEXT_CYCLE if scheme.week else 0
        return _max_words(result, after.training_max(entry.exercise, week))
    return _next_words(after, entry, unit)


def _max_words(result: Result, found: Standing) -> str:
    when = "next cycle" if result.scheme.week else "next time"
    return f"{result.words}: training max {found.value} {when}."


def _next_words(after: Programmes, entry: Entry, unit: Unit) -> str:
    coming = after.next_entry(entry.exercise, like=entry)
    if coming is None or coming.scheme is None:
        return ""
    work = [one for one in coming.aims if one.kind is Kind.WORK and one.reps]
    if not work:
        return ""
    exercise = after.lifts.exercise(entry.exercise)
    load = load_words(work[-1].load, exercise, unit)
    sets = grouped_words(work)
    why = coming.scheme.why.replace(" last time", "")
    for said in (f"{load}: ", f"{load} again, "):
        why = why.removeprefix(said)
    return f"Next: {load} for {sets} ({why})." if why else f"Next: {load} for {sets}."

"""One lift over all of the past: its sessions, its bests, how close its sets came."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from befit_tui.analysis.lift.records import load_label, weight_of
from befit_tui.analysis.lift.verdicts import Verdicts
from befit_tui.domain.effort import is_working, known_left, reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import Exposure
from befit_tui.domain.load import Unit, tenth
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import Form
from befit_tui.domain.wording import counted, day_words, measured_words
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.logbook.curve import Curve
from befit_tui.logbook.history.detail import Page
from befit_tui.logbook.history.workout_list import Past
from befit_tui.logbook.lift_sessions import (
    LiftStory,
    SessionRow,
    lift_story,
    session_rows,
)
from befit_tui.logbook.lift_strength import judged_lift, strength_of
from befit_tui.logbook.lines import Line

LAST_NOTES = 6
"""Notes that are shown; product constant."""
BAR = 7
"""Cells of the longest bar of a count."""
FAILURE, NOT_RATED = "to failure", "not rated"
CLOSENESS = (FAILURE, "0.5 or 1 left", "1.5 or 2 left", "2.5 or 3 left",
             "more left", NOT_RATED)  # fmt: skip
"""How close a set came, the closest first."""

NEVER = date(1970, 1, 1)
"""A day before every log."""


class _Best(NamedTuple):
    """The heaviest set of a rep count; ``weight`` as records compare it."""

    weight: float
    done: LoggedSet
    workout: Workout


class LiftPast(Value, frozen=True):
    """Everything about a lift; ``rows`` come newest first."""

    exercise: Exercise
    rows: tuple[SessionRow, ...]
    strength: Curve
    sentence: str
    page: Page


def lift_past(past: Past, exercise_id: str, unit: Unit) -> LiftPast:
    """What the history of ``past`` holds of a lift; loads are in ``unit``."""
    exercise = past.catalog.get(exercise_id)
    exposures = past.history.exposures(exercise_id)
    verdicts, _ = _verdicts(past, exercise_id)
    strength = strength_of(judged_lift(verdicts, past.history, exercise), unit)
    records = past.records_of(exercise_id).keys()
    parts = (
        _bests(exposures, exercise, unit), _closeness(exposures), _notes(exposures)
    )  # fmt: skip
    page = [line for part in parts for line in ((), *part)]
    return LiftPast(
        exercise=exercise,
        rows=tuple(session_rows(exposures, exercise, unit, records)),
        strength=strength,
        sentence=_sentence(exercise.name, exposures, strength),
        page=tuple((line, None) for line in page[1:]),
    )


def past_story(past: Past, exercise_id: str, unit: Unit, today: date) -> LiftStory:
    """The last sessions of a lift and its strength, as of the last day it was done."""
    exercise, (verdicts, last) = (
        past.catalog.get(exercise_id),
        _verdicts(past, exercise_id),
    )
    return lift_story(verdicts, past.history, exercise, unit, until=last, today=today)


def _verdicts(past: Past, exercise_id: str) -> tuple[Verdicts, date]:
    """The verdicts of the last day on which a lift was done, and the day."""
    exposures = past.history.exposures(exercise_id)
    last = exposures[-1].workout.day if exposures else NEVER
    return Verdicts(past.history, past.catalog.get, last, memo=past.memo), last


def _sentence(name: str, exposures: Sequence[Exposure], strength: Curve) -> str:
    if not exposures:
        return "Never done so far."
    sets = sum(len(one.entry.sets) for one in exposures)
    workouts = len({one.workout.id for one in exposures})
    first = day_words(exposures[0].workout.started_at)
    said = f"{counted(sets, 'set')} in {counted(workouts, 'workout')} since {first}."
    if not strength.points:
        return f"{said} No set tells of its strength."
    best = max(strength.points, key=lambda point: point.value)
    value = measured_words(tenth(best.value), strength.unit)
    # The name stands before all of it already.
    verdict = strength.sentence.removeprefix(f"{name}: ")
    verdict = f"{verdict[:1].upper()}{verdict[1:]}"
    what = f"{strength.measure[:1].lower()}{strength.measure[1:]}"
    return f"{said} {verdict} Best {what}: {value} on {day_words(best.day)}."


def _bests(
    exposures: Sequence[Exposure], exercise: Exercise, unit: Unit
) -> Iterator[Line]:
    """The heaviest set of each rep count that none with more reps was as heavy as."""
    yield (("Best per rep count", "strong"),)
    best = _heaviest(exposures, exercise)
    kept: list[int] = []
    for reps in sorted(best, reverse=True):
        if not kept or best[reps].weight > best[kept[-1]].weight:
            kept.append(reps)
    for reps in reversed(kept):
        load = best[reps].done.load
        words = load_label(exercise, load and load.to(unit))
        yield (
            (f"  {reps:3} × ", "dim"),
            (words.ljust(11), "strong"),
            (f"  {day_words(best[reps].workout.started_at)}", "dim"),
        )
    if not kept:
        yield (("  no set with reps and a load", "dim"),)


def _heaviest(exposures: Sequence[Exposure], exercise: Exercise) -> dict[int, _Best]:
    """The first heaviest sound working set of every rep count."""
    best: dict[int, _Best] = {}
    for one in exposures:
        for done in filter(_is_sound, one.entry.sets):
            weight = weight_of(exercise, done.load)
            if weight is None or not done.reps:
                continue
            if done.reps not in best or weight > best[done.reps].weight:
                best[done.reps] = _Best(weight, done, one.workout)
    return best


def _is_sound(done: LoggedSet) -> bool:
    return is_working(done) and done.form is not Form.BROKE


def _closeness(exposures: Sequence[Exposure]) -> Iterator[Line]:
    """How many working sets came how close to failure."""
    yield (("How close the working sets came", "strong"),)
    counts = Counter(
        _close(done) for one in exposures for done in one.entry.sets if is_working(done)
    )
    if set(counts) <= {NOT_RATED}:
        yield (("  no set is rated: how close is not known", "dim"),)
        return
    most = max(counts.values())
    for words in CLOSENESS:
        if count := counts[words]:
            bar = "▆" * max(1, round(BAR * count / most))
            role = {FAILURE: "bad", NOT_RATED: "dim"}.get(words, "good")
            yield (f" {words.ljust(13)}{count:5,} ", ""), (bar, role)


def _close(done: LoggedSet) -> str:
    left = known_left(done)
    if reached_failure(done):
        return FAILURE
    if left is None:
        return NOT_RATED
    return CLOSENESS[min(-int(-left // 1), len(CLOSENESS) - 2)]


def _notes(exposures: Sequence[Exposure]) -> Iterator[Line]:
    found = (
        (one.workout, note)
        for one in reversed(exposures)
        for note in (one.entry.note, *(done.note for done in reversed(one.entry.sets)))
        if note
    )
    last = tuple(islice(found, LAST_NOTES))
    if last:
        yield (("Last notes", "strong"),)
    for workout, note in last:
        yield (f"  {day_words(workout.started_at)}  ", "dim"), (note, "")

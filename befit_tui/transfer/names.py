"""The exercises a file names: those that are known, and new ones for the rest."""

from collections.abc import Callable, Container, Iterable, Sequence

from befit_tui.catalog.meaning import How, Meaning, own_id
from befit_tui.catalog.variant import unknown_own, variant
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.transfer.rows import Row

Resolve = Callable[[str, str], Meaning]
"""Gives what a name means in an app."""

_COUNTED = (LoadKind.WEIGHT, LoadKind.BODYWEIGHT_PLUS, LoadKind.REPS_ONLY)
_UNCOUNTED = (LoadKind.DURATION, LoadKind.DISTANCE)


class Match(Value, frozen=True):
    """A name of a file, what it was taken for, and how many sets have it."""

    name: str
    meaning: Meaning
    sets: int

    @property
    def written(self) -> str | None:
        """The name where it is not the exercise's own, else None."""
        return None if self.name == self.meaning.exercise.name else self.name

    @property
    def is_doubtful(self) -> bool:
        """Whether the lifter should look at it."""
        return self.meaning.how in (How.LIKE, How.ORDER, How.SLIP)


def exercises_named(
    rows: Iterable[Row], app: str, resolve: Resolve
) -> dict[str, Match]:
    """Looks up every exercise of the rows; unknown ones are made from their rows."""
    by_name: dict[str, list[Row]] = {}
    for row in rows:
        done = by_name.setdefault(row.exercise, [])
        if not row.skip:
            done.append(row)
    matches = [
        Match(name, _measured(name, done, resolve(name, app)), len(done))
        for name, done in by_name.items()
    ]
    exact = {
        one.meaning.exercise.id
        for one in matches
        if not (one.meaning.is_vague or one.meaning.is_new)
    }
    return {one.name: _kept_apart(one, exact) for one in matches}


def _kept_apart(match: Match, exact: Container[str]) -> Match:
    """The match; a form of its exercise where another name means just that one.

    Who writes "Triceps Extension" beside "Triceps Extension (Cable)" does both.
    """
    known = match.meaning.exercise
    if not match.meaning.is_vague or known.own or known.id not in exact:
        return match
    form = variant(match.name, match.name, known)
    return replace(match, meaning=Meaning(form, How.LIKE, like=known))


def _measured(name: str, rows: Sequence[Row], meaning: Meaning) -> Meaning:
    """The meaning, as an exercise that is measured by what the rows hold."""
    exercise = meaning.exercise
    if meaning.how is How.UNKNOWN:
        own = _measured_by(exercise, _measure(name.casefold(), rows))
        return replace(meaning, exercise=own)
    lifted = sum(bool(row.load and row.reps) for row in rows)
    if not exercise.is_judged and 2 * lifted > len(rows) and not exercise.own:
        # "Rowing (Machine)" with loads and reps is no rowing machine.
        return Meaning(unknown_own(name), How.UNKNOWN)
    kind = _other_measure(exercise, rows)
    settled = meaning.how is How.CHOSEN or (exercise.own and not meaning.is_new)
    if kind is None or settled:
        return meaning
    own = _measured_by(exercise, kind)
    if not meaning.is_new:
        # The name itself is that of the exercise which is measured otherwise.
        words = "weighted" if kind is LoadKind.BODYWEIGHT_PLUS else "timed"
        called = f"{name.strip()} ({words})"
        own = replace(own, id=own_id(called), name=called, aliases=(), own=True)
    return Meaning(own, How.LIKE, like=meaning.like or exercise)


def _other_measure(exercise: Exercise, rows: Sequence[Row]) -> LoadKind | None:
    """What most rows are measured by where the exercise is not, else None.

    A load on an exercise of reps only, or seconds on a counted one, is another lift.
    """
    loaded = sum(bool(row.load) for row in rows)
    timed = sum(bool(row.seconds) and not (row.reps or row.load) for row in rows)
    if exercise.load is LoadKind.REPS_ONLY and loaded * 2 > len(rows):
        return LoadKind.BODYWEIGHT_PLUS
    if exercise.load in _COUNTED and timed * 2 > len(rows):
        return LoadKind.DURATION
    return None


def _measured_by(exercise: Exercise, kind: LoadKind) -> Exercise:
    if kind is LoadKind.WEIGHT:
        return exercise
    silent = exercise.equipment == "other"
    return replace(
        exercise,
        load=kind,
        equipment="bodyweight" if silent else exercise.equipment,
        default_reps=None if kind in _UNCOUNTED else exercise.default_reps,
        increment_kg=exercise.increment_kg if kind.on_body else 0,
    )


def _measure(name: str, rows: Sequence[Row]) -> LoadKind:
    if "assisted" in name:
        return LoadKind.ASSISTED
    if "weighted bodyweight" in name:
        return LoadKind.BODYWEIGHT_PLUS
    held = (
        (LoadKind.WEIGHT, any(row.load for row in rows)),
        (LoadKind.REPS_ONLY, any(row.reps for row in rows)),
        (LoadKind.DISTANCE, any(row.metres for row in rows)),
        (LoadKind.DURATION, any(row.seconds for row in rows)),
    )
    return next((kind for kind, is_held in held if is_held), LoadKind.WEIGHT)

"""The exercises a file names: those that are known, and new ones for the rest."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from befit_tui.catalog.guess import guess_own
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.transfer.rows import Row

Resolve = Callable[[str, str], str | None]
"""Gives the id of the exercise that a name means in an app, or None."""


@dataclass(frozen=True, slots=True)
class Names:
    """The exercise id of each name in a file, and the exercises made for the rest."""

    ids: dict[str, str]
    own: tuple[Exercise, ...]
    unmatched: tuple[str, ...]


def exercises_named(rows: Iterable[Row], app: str, resolve: Resolve) -> Names:
    """Looks up every exercise of the rows; unknown ones are made from their rows."""
    by_name: dict[str, list[Row]] = {}
    for row in rows:
        by_name.setdefault(row.exercise, []).append(row)
    ids: dict[str, str] = {}
    own: dict[str, Exercise] = {}
    unmatched = []
    for name, members in by_name.items():
        known = resolve(name, app)
        if known is None:
            made = _own(name, members)
            known = own.setdefault(made.id, made).id
            unmatched.append(name)
        ids[name] = known
    return Names(ids, tuple(own.values()), tuple(unmatched))


def _own(name: str, rows: Iterable[Row]) -> Exercise:
    """An exercise of the lifter's own, measured by what its sets hold."""
    kind = _measured_by(name.casefold(), [row for row in rows if not row.skip])
    if kind is LoadKind.WEIGHT:
        return guess_own(name)
    timed = kind in (LoadKind.DURATION, LoadKind.DISTANCE)
    loaded = kind in (LoadKind.BODYWEIGHT_PLUS, LoadKind.ASSISTED)
    guess = guess_own(name)
    return replace(
        guess,
        load=kind,
        equipment="bodyweight" if guess.equipment == "other" else guess.equipment,
        default_reps=None if timed else guess.default_reps,
        increment_kg=guess.increment_kg if loaded else 0,
    )


def _measured_by(name: str, rows: list[Row]) -> LoadKind:
    if "assisted" in name:
        return LoadKind.ASSISTED
    if "weighted bodyweight" in name:
        return LoadKind.BODYWEIGHT_PLUS
    if any(row.load for row in rows):
        return LoadKind.WEIGHT
    if any(row.reps for row in rows):
        return LoadKind.REPS_ONLY
    if any(row.metres for row in rows):
        return LoadKind.DISTANCE
    return LoadKind.DURATION if any(row.seconds for row in rows) else LoadKind.WEIGHT

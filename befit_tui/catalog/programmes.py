"""The programmes that come with Befit, as ``programmes.toml`` has them."""

import tomllib
from functools import cache
from pathlib import Path

from befit_tui.catalog.names import plain
from befit_tui.domain.exercise import LB_PER_KG_STEP
from befit_tui.domain.grammar.plan_line import parse_plan
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.routine import Routine
from befit_tui.domain.value import Value, replace
from befit_tui.domain.workout import Entry, StepUp

EQUIPMENT = ("gym", "barbell", "dumbbells", "body weight")
"""What a programme may need."""


class Programme(Value, frozen=True):
    """Routines that take turns, what they are in a line, and who published them.

    ``days`` are the days a week it is meant for; ``left_out`` says what of it is not
    here.
    """

    name: str
    about: str
    days: tuple[int, ...]
    equipment: str
    source: str
    left_out: str
    routines: tuple[Routine, ...]

    def suits(self, days: int, equipment: str) -> bool:
        """Whether it is for so many days a week (0: any) and for that equipment.

        A gym has a barbell too.
        """
        there = (equipment, "barbell") if equipment == "gym" else (equipment,)
        fits = not equipment or self.equipment in there
        return fits and (not days or days in self.days)


@cache
def programmes() -> tuple[Programme, ...]:
    """Every programme; the ids of its routines are theirs only within the file."""
    text = Path(__file__).with_name("programmes.toml").read_text(encoding="utf-8")
    return tuple(
        Programme(
            name=found["name"],
            about=found["about"],
            days=tuple(found["days"]),
            equipment=found["equipment"],
            source=found["source"],
            left_out=found.get("left_out", ""),
            routines=tuple(
                Routine(
                    id=f"{found['name']}/{name}",
                    name=name,
                    programme=found["name"],
                    entries=tuple(
                        Entry(exercise=exercise, target=parse_plan(plan))
                        for exercise, plan in rows
                    ),
                )
                for name, rows in found["routines"].items()
            ),
        )
        for found in tomllib.loads(text)["programme"]
    )


def programmes_called(words: str) -> list[Programme]:
    """The programme of that name, or else those whose names have words so begun."""
    asked = plain(words)
    for fits in (_is_name, _has_words):
        if found := [one for one in programmes() if fits(plain(one.name), asked)]:
            return found
    return []


def _is_name(name: str, asked: str) -> bool:
    return name.replace(" ", "") == asked.replace(" ", "")


def _has_words(name: str, asked: str) -> bool:
    words, glued = name.split(), name.replace(" ", "")
    begun = (
        glued.startswith(said) or any(one.startswith(said) for one in words)
        for said in asked.split()
    )
    return bool(asked) and all(begun)


def in_unit(routine: Routine, unit: Unit) -> Routine:
    """The routine with its steps as gyms in ``unit`` count: 2.5 kg are 5 lb there."""

    def step(load: Load) -> Load:
        return load if unit is load.unit else Load(load.value * LB_PER_KG_STEP, unit)

    def entry_in_unit(entry: Entry) -> Entry:
        target = entry.target
        if target is None or (scheme := target.scheme) is None:
            return entry
        scheme = replace(
            scheme,
            steps=tuple(StepUp(step(one.load), one.at) for one in scheme.steps),
            again=scheme.again and step(scheme.again),
        )
        return replace(entry, target=replace(target, scheme=scheme))

    return replace(routine, entries=tuple(map(entry_in_unit, routine.entries)))

"""The programmes that come with Befit: public schemes by their sets and reps only."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from befit_tui.domain.grammar.plan_line import parse_plan
from befit_tui.domain.routine import Routine
from befit_tui.domain.workout import Entry


@dataclass(frozen=True, slots=True)
class Programme:
    """Routines that take turns, and what they are in a line."""

    name: str
    about: str
    routines: tuple[Routine, ...]


@cache
def programmes() -> tuple[Programme, ...]:
    """Every programme; the ids of its routines are theirs only within the file."""
    data = json.loads(Path(__file__).with_name("templates.json").read_bytes())
    return tuple(
        Programme(
            found["name"],
            found["about"],
            tuple(
                Routine(
                    id=f"{found['name']}/{name}",
                    name=name,
                    programme=found["name"],
                    entries=tuple(_entry(*row) for row in rows),
                )
                for name, rows in found["routines"].items()
            ),
        )
        for found in data
    )


def _entry(exercise: str, plan: str) -> Entry:
    return Entry(exercise=exercise, target=parse_plan(plan))

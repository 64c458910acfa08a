"""How a lift is set up, and what technical failure looks like on it."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value

ANY = "*"
"""The pattern of a rule that covers every exercise."""


class Technique(Value, frozen=True):
    """Two sentences about a lift, and where the idea of the second one is from."""

    setup: str
    failure: str
    source: str


class _Rule(Value, frozen=True):
    """What is said of the exercises of a pattern, narrowed by equipment or by id."""

    pattern: str
    equipment: frozenset[str]
    lifts: tuple[str, ...]
    technique: Technique

    def covers(self, exercise: Exercise) -> bool:
        if self.pattern not in (ANY, exercise.pattern):
            return False
        if self.equipment and exercise.equipment not in self.equipment:
            return False
        return not self.lifts or any(part in exercise.id for part in self.lifts)


def technique_of(exercise: Exercise) -> Technique:
    """How an exercise is set up and how it fails, by the first rule that covers it."""
    return next(rule.technique for rule in _rules() if rule.covers(exercise))


@cache
def _rules() -> tuple[_Rule, ...]:
    """The rules of the data file, read when a lift is first asked about."""
    data = tomllib.loads(
        Path(__file__).with_name("technique.toml").read_text(encoding="utf-8")
    )
    return tuple(_rule(row, data["sources"]) for row in data["rule"])


def _rule(row: dict[str, Any], sources: dict[str, str]) -> _Rule:
    return _Rule(
        pattern=row["pattern"],
        equipment=frozenset(row.get("equipment", ())),
        lifts=tuple(row.get("lifts", ())),
        technique=Technique(row["setup"], row["failure"], sources[row["source"]]),
    )

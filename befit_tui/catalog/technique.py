"""How an exercise is set up, and what technical failure looks like on it."""

from functools import cache
from pathlib import Path
from typing import Any

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value

ANY = "*"
"""The pattern of a rule that covers every exercise."""


class Technique(Value, frozen=True):
    """Two sentences about an exercise, and where the idea of the second one is from."""

    setup: str
    failure: str
    source: str


@cache
def _rules() -> tuple[dict[str, Any], ...]:
    import tomllib  # noqa: PLC0415 - a screen opens before anybody reads a rule

    path = Path(__file__).with_name("technique.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        {**row, "source": data["sources"][row["source"]]} for row in data["rule"]
    )


def technique_of(exercise: Exercise) -> Technique:
    """How an exercise is set up and how it fails, by the first rule that covers it.

    A rule is for a pattern, and may be narrowed to equipment and to parts of ids.
    """
    rule = next(
        one
        for one in _rules()
        if one["pattern"] in (ANY, exercise.pattern)
        and exercise.equipment in one.get("equipment", (exercise.equipment,))
        and any(part in exercise.id for part in one.get("ids", ("",)))
    )
    return Technique(rule["setup"], rule["failure"], rule["source"])

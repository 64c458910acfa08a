"""A routine: the exercises of a workout with what each set aims at, to be repeated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from befit_tui.domain.codec import plan_from_list, plan_to_list
from befit_tui.domain.errors import DocumentError
from befit_tui.domain.workout import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """A plan with a name; its entries have targets and notes but no sets.

    ``programme`` groups routines that take turns, such as upper and lower.
    """

    id: str
    name: str
    programme: str = ""
    entries: tuple[Entry, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def is_called(self, name: str) -> bool:
        """Whether a workout of that name is this routine, whatever the case."""
        return self.name.strip().casefold() == name.strip().casefold()


def routine_to_dict(routine: Routine) -> dict[str, Any]:
    """The routine as JSON values, every field present, unknown ones kept."""
    return {
        **routine.extra,
        "id": routine.id,
        "name": routine.name,
        "programme": routine.programme,
        "entries": plan_to_list(routine.entries),
    }


def routine_from_dict(data: Mapping[str, Any]) -> Routine:
    """The routine that ``data`` describes.

    Raises:
        DocumentError: a field is missing or cannot be read; the message names it.
    """
    rest = dict(data)
    texts = {key: rest.pop(key, "") for key in ("id", "name", "programme")}
    for key, value in texts.items():
        if not isinstance(value, str):
            raise DocumentError(f"In a routine, {key} must be a text.")
    if not texts["id"]:
        raise DocumentError("In a routine, the id is missing.")
    return Routine(**texts, entries=plan_from_list(rest.pop("entries", [])), extra=rest)

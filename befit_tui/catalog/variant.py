"""The exercises that are made for a name: forms of known ones, and unknown ones."""

from collections.abc import Collection

from befit_tui.catalog.names import equipment_named, normal
from befit_tui.catalog.own_name import own_id
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Risk

MODIFIERS = frozenset(
    (
        "alternate", "alternating", "away", "bar", "bent", "both", "close",
        "decline", "deficit", "double", "eccentric", "egyptian", "elevated",
        "grip", "half", "hand", "handed", "handle", "heavy", "high", "hold",
        "incline", "inverse", "isolateral", "isometric", "kneeling", "lean",
        "left", "light", "low", "lying", "narrow", "negative", "neutral",
        "onearm", "oneleg", "overhand", "parallel", "partial", "pause",
        "plateloaded", "prone", "reverse", "right", "seated", "selector",
        "slow", "speed", "standing", "straight", "supinated", "supine", "tempo",
        "two", "underhand", "weighted", "wide",
    )
)  # fmt: skip
"""Words that say how a movement is done and leave its muscles and its risk alone."""

_ONE_SIDED = frozenset(("onearm", "oneleg"))
_GUIDED = frozenset(("band", "cable", "machine", "smith"))


def unknown_own(name: str) -> Exercise:
    """An own exercise of which nothing is known but its name, and what that names."""
    return Exercise(
        id=own_id(name),
        name=name.strip(),
        equipment=next(reversed(equipment_named(name)), "other"),
        own=True,
    )


def variant(name: str, english: str, kin: Exercise) -> Exercise:
    """An own exercise of that name with the muscles, pattern and risk of ``kin``.

    ``english`` is the name in the words of the catalogue.
    """
    one_sided = not _ONE_SIDED.isdisjoint(normal(english).split())
    return replace(
        kin,
        id=own_id(name),
        name=name.strip(),
        aliases=(),
        own=True,
        equipment=next(reversed(equipment_named(english)), kin.equipment),
        unilateral=kin.unilateral or one_sided,
    )


def of_unknown_risk(exercise: Exercise) -> Exercise:
    """The exercise, when nobody can say what failure risks on it."""
    return replace(exercise, failure_risk=None, risk_reason="none")


def shares_risk(
    english: str, kin: Exercise, kinds: Collection[Exercise], added: Collection[str]
) -> bool:
    """Whether failure risks the same on a lift of that name as on its kin.

    It does while the words ``added`` leave the equipment of ``kin`` alone; else only
    where all ``kinds``, the exercises of the same movement, risk the same.
    """
    tool = equipment_named(english)[-1:]
    if tool == (kin.equipment,):
        return True
    if not tool and MODIFIERS.issuperset(added):
        return True
    shared = {kind.failure_risk for kind in kinds}
    # A guided form of a free lift is less of a risk, and nobody says by how much.
    free = bool(tool) and tool[0] not in _GUIDED
    return shared == {Risk.GOOD} or (len(shared) == 1 and free)

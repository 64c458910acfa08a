"""The training max of each lift as the lifter set it; sessions move it since."""

import re
from collections.abc import Mapping
from contextlib import suppress
from math import floor

from befit_tui.analysis.lift.strength import EPLEY
from befit_tui.analysis.planning.programme import MAX_SHARE
from befit_tui.domain.codec import readable, to_plain
from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.scheme_line import clauses
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import Moment, Value
from befit_tui.logbook.logbook import Logbook

LIBRARY_LIST = "maxes"

MOST_REPS = 20
"""From here on a set says little of the most that can be lifted once."""


class SetMax(Value, frozen=True):
    """A training max as the lifter set it; sessions after ``since`` move it."""

    id: str
    load: Load
    since: Moment


def set_maxes(logbook: Logbook) -> dict[str, SetMax]:
    """What was set for each exercise, by its id."""
    return {one.id: one for one in readable(SetMax, logbook.library.maxes)}


def keep(logbook: Logbook, maxes: Mapping[str, Load]) -> None:
    """Set the training maxes of lifts from now on, as one step of undo."""
    names = [logbook.catalog.get(exercise).name for exercise in maxes]
    now = logbook.clock()
    items = {lift: to_plain(SetMax(lift, load, now)) for lift, load in maxes.items()}
    label = f"training max of {names[0]}" if len(names) == 1 else "training maxes"
    logbook.keep_items(LIBRARY_LIST, items, label)


def parse_max(text: str, unit: Unit) -> Load:
    """``100``, ``225 lb``, or of ``80x5`` 90% of the 1RM (Wendler 2009)."""
    typed = re.sub(r"\s*(kg|lb)s?", r"\1", text.strip().lower().replace(",", "."))
    load, _, reps = typed.partition("x")
    with suppress(EntryError, ValueError):
        rest, scheme = clauses(f"tm={load.strip()}", unit)
        done = int(reps or 1)
        if not rest and scheme and scheme.max and done in range(1, MOST_REPS):
            most = scheme.max.value * (1 + done / EPLEY) * MAX_SHARE
            return Load(float(floor(most)), scheme.max.unit) if reps else scheme.max
    raise EntryError(
        "Type the training max as a load, as in 100, or a hard set, as in 80x5."
    )

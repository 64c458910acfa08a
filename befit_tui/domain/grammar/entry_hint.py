"""What to say of a line that does not read, or does not read yet.

While it is typed every line is unfinished for a moment: ``82.5`` is on its way to
``82.5x8``. Such a line is told how it may go on, in the same words at every key and at
enter; only what nothing can follow is told that it cannot be read.
"""

import re
from collections.abc import Callable

from befit_tui.domain.grammar.manner import Bare, Manner

_WORDS = ("bwx8", "kgx8", "lbx8", "reps", "rpe8", "rir2", "min", "secs", "km", "metres")
_ENDINGS = (
    "2.5", "x8", "3", "5x8", "30", "0", "5s",
    *(word[at:] for word in _WORDS for at in range(1, len(word))),
)  # fmt: skip
"""What may be missing, the likeliest first."""
_PART_OF_A_REP = re.compile(r"([0-9.]+\s*(?:kg|lb)?\s*x\s*[0-9]+)\.[0-9]+")
_LOAD_SECOND = re.compile(r"([0-9.]+)\s*x\s*([0-9.]+\s*(?:kg|lb)s?)")

_EXAMPLES = {
    Bare.SECONDS: "type a time, as in 45s or 1:30.",
    Bare.METRES: "type a distance, as in 20m or 2km.",
    Bare.TIME_OR_DISTANCE: "type a distance or a time, as in 2km or 1:30.",
}
_WORK = {Bare.SECONDS: "30s", Bare.METRES: "20m", Bare.TIME_OR_DISTANCE: "20m"}
"""What is done with a load, by what bare numbers are; reps where it is not named."""
_REPS = "type reps as in 8, or load and reps as in 82.5x8."


def hint(line: str, manner: Manner, reads: Callable[[str], bool]) -> str:
    """One sentence on how to type what ``line`` may have been meant to say.

    ``reads`` tells whether a longer line can be read.
    """
    if not line:
        return _nothing(manner)
    if line[-1] == "+" and line[0] not in "+b":
        return (
            "A change of load begins with its sign, as in +2.5; reps after the form"
            " broke are typed 8+2@b."
        )
    if swapped := _LOAD_SECOND.fullmatch(line):
        load = swapped[2].replace(" ", "")
        return f"The load comes first: type {load}x{swapped[1]}."
    what, work = line.partition("@")[0], _WORK.get(manner.bare, "8")
    if not what:
        return f"What was done comes first, as in {work}{line}."
    if not reads(what) and reads(f"{what}x{work}"):
        missing = "reps are" if work == "8" else "rest is"
        return f"The {missing} missing; for a load type {what}x{work}."
    if manner.counts_reps and (half := _PART_OF_A_REP.fullmatch(line)):
        return f"Reps are whole numbers: type {half[1]}, or {line}s for a time."
    more = next((line + end for end in _ENDINGS if reads(line + end)), "")
    if more:
        return f"Go on, as in {more}."
    return f"That cannot be read; {_EXAMPLES.get(manner.bare, _REPS)}"


def _nothing(manner: Manner) -> str:
    said = _EXAMPLES.get(manner.bare)
    if said is not None:
        return said[0].upper() + said[1:]
    return "Type the reps alone, as in 8, or load and reps, as in 82.5x8."

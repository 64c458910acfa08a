"""Reading what is typed to log a set: ``82.5x6@2 # elbow fine``.

A line is reps (``8``), load and reps (``82.5x8``), a change of load (``+2.5``), body
weight (``bwx8``, ``bw+10x8``), the reps of each side (``20x8l7r``), the set above again
(``=``), a time (``45s``, ``1:30``, ``1m30s``) or a distance (``20m``, ``2km``). Then,
if wanted, how it ended (``@1``, ``@rpe8``, ``@f``), what kind of set it was (``w``,
``d``) and a note. What a number alone counts, and whether ``m`` is metres or minutes,
is the ``Manner`` of the row.
"""

import re
from collections.abc import Callable
from typing import Any

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.typed import (
    MOST_LOAD,
    PLAIN,
    SCALE_NAMES,
    Bare,
    Manner,
    Mark,
    Typed,
    TypedLoad,
    read_sides,
)
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import EffortScale, Kind

LINE_STARTS = "0123456789+-.="
"""What a line begins with; ``bw`` apart, which is a key and a name as well."""
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
_REPS = "type reps, or as in 82.5x8."
_ALONE = "type the reps alone, as in 8, or load and reps, as in 82.5x8."
MOST_REPS = 1000
MOST_SETS = 20
MOST_SECONDS = 86_400.0
MOST_METRES = 1_000_000.0
_INT = "[0-9]{1,6}"
_NUMBER = r"(?:[0-9]{1,7}(?:\.[0-9]{1,3})?|\.[0-9]{1,3})"
_TIMES = r"\s*x\s*"
_LOAD = (
    rf"(?:(?P<body>bw)\s*(?=[+-]))?(?P<sign>[+-])?\s*(?P<load>{_NUMBER})"
    r"\s*(?P<unit>kgs?|lbs?)?"
)
_AMOUNT = rf"(?P<amount>{_NUMBER})(?:\s*\+\s*(?P<extra>{_INT}))?(?:\s*(?P<word>reps?))?"
_SIDES = rf"(?=[0-9]+\s*[lr])(?:(?P<left>{_INT})\s*l)?\s*(?:(?P<right>{_INT})\s*r)?"
_CLOCK = r"(?P<clock>(?:[0-9]{1,2}:)?[0-9]{1,3}:[0-5][0-9])"
_SPAN = (
    r"(?P<span>[0-9]{1,2}\s*h(?:\s*[0-9]{1,2}\s*m(?:in)?)?(?:\s*[0-9]{1,2}\s*s(?:ecs?)?)?"
    r"|[0-9]{1,3}\s*m(?:in)?\s*[0-9]{1,2}\s*s(?:ecs?)?)"
)
_SPAN_PART = r"([0-9]+)\s*([hms])"
_MEASURE = (
    rf"(?:{_CLOCK}|{_SPAN}|(?P<seconds>{_NUMBER})\s*s(?:ecs?)?|(?P<minutes>{_NUMBER})\s*min"
    rf"|(?P<km>{_NUMBER})\s*km|(?P<m>{_NUMBER})\s*m"
    rf"|(?P<metres>{_NUMBER})\s*met(?:re|er)s?)"
)
_SETS = rf"(?:{_TIMES}(?P<sets>{_INT}))?"
# Patterns are compiled where they are first used: that takes a tenth of a start.
_FORMS = (
    rf"(?P<again>=){_SETS}",
    _AMOUNT,
    rf"x?\s*{_SIDES}{_SETS}",
    rf"(?P<times>x)\s*{_AMOUNT}{_SETS}",
    rf"(?P<bare>bw)(?:{_TIMES})?",
    rf"(?P<bare>bw)(?:{_TIMES}|\s*)(?:{_SIDES}|{_AMOUNT}|{_MEASURE}){_SETS}",
    rf"{_LOAD}{_TIMES}",
    rf"(?=[+b-]){_LOAD}",
    rf"{_LOAD}(?:{_TIMES}|\s+){_AMOUNT}{_SETS}",
    rf"{_LOAD}(?:{_TIMES}|\s+){_SIDES}{_SETS}",
    rf"(?:{_LOAD}(?:{_TIMES}|\s+))?{_MEASURE}{_SETS}",
)
_PARTS = (
    r"(?P<what>(?:bw)?[^@wd]*)(?P<kind>[wd])?\s*"
    r"(?:@(?P<end>[^@wd]*))?(?P<late_kind>[wd])?"
)
_END = (
    rf"(?P<mark>[fvmb])|(?P<slipped>s)?\s*(?P<scale>rpe|rir)?\s*(?P<rated>{_NUMBER})"
    "|(?P<only>s)"
)
_AFTER_POUNDS = re.compile(r"\s*(?:$|[x*×/0-9@+.,:#]|[wd]\b)", re.IGNORECASE)
_KINDS = {"w": Kind.WARMUP, "d": Kind.DROP}
_SECONDS = {"h": 3600, "m": 60, "s": 1}
_MEASURES = {
    "seconds": ("seconds", 1), "minutes": ("seconds", 60),
    "metres": ("metres", 1), "km": ("metres", 1000),
}  # fmt: skip
"""What each is in seconds or metres."""
_Found = dict[str, str]
_Measured = dict[str, Any]
_ENDED = "or how the set ended: f, v, m, s or b."
_END_HINTS = {
    EffortScale.LEFT: "After @ comes how many reps were left, as in 8@1.5, an RPE,"
    f" as in 8@rpe8, {_ENDED}",
    EffortScale.RPE: "After @ comes an RPE, as in 8@8.5, how many reps were left,"
    f" as in 8@rir2, {_ENDED}",
}
_RANGE_HINTS = {
    EffortScale.LEFT: "Reps left go from 0 to 10 in halves, as in 8@1.5.",
    EffortScale.RPE: "An RPE goes from 1 to 10 in halves, as in 8@rpe8.5.",
}


def hint(line: str, manner: Manner, reads: Callable[[str], bool]) -> str:
    """How to type what a line may have meant; ``reads`` tells what can be read.

    While it is typed every line is unfinished for a moment: ``82.5`` is on its way to
    ``82.5x8``. Such a line is told how it may go on, in the same words at every key and
    at enter; only what nothing can follow is told that it cannot be read.
    """
    if not line:
        said = _EXAMPLES.get(manner.bare, _ALONE)
        return said[0].upper() + said[1:]
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


class _AmbiguousError(EntryError):
    """A number has a form, but nobody can tell what it counts."""


def parse(text: str, manner: Manner = PLAIN) -> Typed:
    """Read what was typed on a row of that manner; EntryError says how to go on."""
    line, note = _split(text)
    typed = _read(line, note, manner)
    if typed is None:
        raise EntryError(hint(line, manner, lambda more: _reads(more, manner)))
    _check(typed)
    return typed


def _split(text: str) -> tuple[str, str]:
    """The line in its plainest spelling, and the note after ``#``.

    A ``#`` right behind the digits of a load is pounds: ``225#x5``.
    """
    at = text.find("#")
    if (
        at > 0
        and text[at - 1] in "0123456789"
        and "@" not in text[:at]
        and _AFTER_POUNDS.match(text, at + 1)
    ):
        text = f"{text[:at]}lb{text[at + 1 :]}"
    line, _, note = text.partition("#")
    line = re.sub("[*×]", "x", " ".join(line.lower().split())).replace(",", ".")
    if "x" not in line:  # what 20x8/7 means nobody can tell: 8 and 7, or 7 sets
        line = line.replace("/", "x")
    if "@" not in line:
        line = re.sub(r"\s*rpe\s*", "@rpe", line)
    return line, note.strip()


def _reads(line: str, manner: Manner) -> bool:
    try:
        return _read(_split(line)[0], "", manner) is not None
    except _AmbiguousError:
        return True
    except EntryError:
        return False


def _read(line: str, note: str, manner: Manner) -> Typed | None:
    """What the line says, or None where it has no form that is known."""
    parts = re.fullmatch(_PARTS, line)
    if parts is None or (parts["kind"] and parts["late_kind"]):
        return None
    what = parts["what"].strip()
    match = next(
        (found for form in _FORMS if (found := re.fullmatch(form, what))), None
    )
    if match is None:
        return None
    got = {name: text for name, text in match.groupdict().items() if text is not None}
    mark, rated, scale = _end(parts["end"], manner)
    if sides := read_sides(got.get("left"), got.get("right")):
        measured: _Measured | None = {"reps": sides.fewest, "sides": sides}
    else:
        measured = _measured(got, mark, manner)
    if measured is None:
        return None
    return Typed(
        again="again" in got,
        load=_load(got),
        extra_reps=int(got["extra"]) if "extra" in got else None,
        sets=int(got.get("sets", 1)),
        left=rated if scale is EffortScale.LEFT else None,
        rpe=rated if scale is EffortScale.RPE else None,
        mark=mark,
        kind=_KINDS.get(parts["kind"] or parts["late_kind"]),
        note=note,
        **measured,
    )


def _load(got: _Found) -> TypedLoad | None:
    if "bare" in got:
        return TypedLoad(0.0, body=True)
    if "load" not in got:
        return None
    sign, body = got.get("sign", ""), "body" in got
    unit = got.get("unit")
    return TypedLoad(
        value=float(sign + got["load"]),
        unit=Unit(unit[:2]) if unit else None,
        relative=bool(sign) and not body,
        body=body,
    )


def _measured(got: _Found, mark: Mark | None, manner: Manner) -> _Measured | None:
    """The reps, seconds or metres; None for a fraction of a rep."""
    if "amount" not in got:
        return _measure(got, manner)
    amount = got["amount"]
    counted = not got.keys().isdisjoint(("times", "word", "extra"))
    # Nothing is lifted for zero seconds, and nobody loads zero to miss it.
    missed = mark is Mark.MOMENTARY and amount == "0"
    bare = Bare.REPS if counted or missed else manner.bare
    if "load" in got or "bare" in got:
        bare = Bare.REPS if manner.counts_reps else bare
    if bare is Bare.SECONDS:
        return {"seconds": float(amount)}
    if bare is Bare.METRES:
        return {"metres": float(amount)}
    if bare is Bare.TIME_OR_DISTANCE:
        raise _AmbiguousError(f"{amount} m or {amount} s? type {amount}m or {amount}s")
    if not amount.isdigit():
        return None
    if bare is Bare.LOAD_OR_REPS:
        raise _AmbiguousError(
            f"{amount} {manner.unit} or {amount} reps? type both, as in 82.5x8"
        )
    return {"reps": int(amount)}


def _measure(got: _Found, manner: Manner) -> _Measured:
    """The seconds or metres; nothing where neither is typed."""
    if "clock" in got:
        total = 0
        for part in got["clock"].split(":"):
            total = total * 60 + int(part)
        return {"seconds": float(total)}
    if "span" in got:
        parts = re.findall(_SPAN_PART, got["span"])
        return {"seconds": float(sum(int(n) * _SECONDS[unit] for n, unit in parts))}
    m = _MEASURES["minutes" if manner.bare is Bare.SECONDS else "metres"]
    return {
        field: round(float(got[name]) * times, 3)
        for name, (field, times) in {**_MEASURES, "m": m}.items()
        if name in got
    }


def _end(
    text: str | None, manner: Manner
) -> tuple[Mark | None, float | None, EffortScale]:
    """The mark, the rating and its scale after ``@``; all unsaid without one."""
    scale = manner.scale
    if text is None:
        return None, None, scale
    match = re.fullmatch(_END, text.strip())
    if match is None:
        raise EntryError(_END_HINTS[scale])
    if named := match["scale"]:
        scale = next(one for one, name in SCALE_NAMES.items() if name == named)
    rated = float(match["rated"]) if match["rated"] else None
    if rated is not None:
        low = 0 if scale is EffortScale.LEFT else 1
        if not low <= rated <= 10 or rated * 2 % 1:
            raise EntryError(_RANGE_HINTS[scale])
    mark = match["mark"] or match["slipped"] or match["only"]
    return (Mark(mark) if mark else None), rated, scale


def _check(typed: Typed) -> None:
    """Refuse what no lifter does, mostly slips of the finger."""
    if max(typed.reps or 0, typed.extra_reps or 0) > MOST_REPS:
        raise EntryError(f"A set has at most {MOST_REPS} reps, as in 82.5x8.")
    if typed.load and abs(typed.load.value) > MOST_LOAD:
        raise EntryError(f"A load is at most {MOST_LOAD:.0f}, as in 82.5x8.")
    if not 1 <= typed.sets <= MOST_SETS:
        raise EntryError(f"Type 1 to {MOST_SETS} sets at once, as in 80x8x3.")
    if typed.seconds is not None and not 0 < typed.seconds <= MOST_SECONDS:
        raise EntryError("A timed set lasts up to a day, as in 45s or 1:30.")
    if typed.metres is not None and not 0 < typed.metres <= MOST_METRES:
        raise EntryError("A distance is at most 1000 km, as in 20m or 2km.")
    if typed.extra_reps is not None and typed.mark is not Mark.BROKE:
        raise EntryError("Reps after the form broke are typed as in 8+2@b.")
    if typed.reps == 0 and typed.mark not in (Mark.MOMENTARY, Mark.BROKE):
        raise EntryError("A set without a good rep is a missed one, typed 0@m.")

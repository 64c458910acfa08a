"""Reading what is typed to log a set: ``82.5x6@2 # elbow fine``.

A line is reps (``8``), load and reps (``82.5x8``), a change of load (``+2.5``), the
set above again (``=``), a time (``45s``, ``1:30``) or a distance (``20m``, ``2km``);
``m`` is metres, since times are seconds or m:ss. Then, if wanted, how it ended
(``@1``, ``@f``), what kind of set it was (``w``, ``d``) and a note.
"""

import re

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.entry_typed import MOST_LOAD, Mark, Typed, TypedLoad
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import Kind

MOST_REPS = 1000
MOST_SETS = 20
MOST_SECONDS = 86_400.0
MOST_METRES = 1_000_000.0

_INT = "[0-9]{1,6}"
_NUMBER = r"(?:[0-9]{1,7}(?:\.[0-9]{1,3})?|\.[0-9]{1,3})"
_TIMES = r"\s*x\s*"
_LOAD = rf"(?P<sign>[+-])?\s*(?P<load>{_NUMBER})\s*(?P<unit>kg|lbs?)?"
_REPS = rf"(?P<reps>{_INT})(?:\s*\+\s*(?P<extra>{_INT}))?"
_CLOCK = r"(?P<clock>(?:[0-9]{1,2}:)?[0-9]{1,3}:[0-5][0-9])"
_MEASURE = (
    rf"(?:{_CLOCK}|(?P<seconds>{_NUMBER})\s*s"
    rf"|(?P<km>{_NUMBER})\s*km|(?P<metres>{_NUMBER})\s*m)"
)
_SETS = rf"(?:{_TIMES}(?P<sets>{_INT}))?"

_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<again>=){_SETS}",
        _REPS,
        rf"{_LOAD}{_TIMES}",
        rf"(?=[+-]){_LOAD}",
        rf"{_LOAD}(?:{_TIMES}|\s+){_REPS}{_SETS}",
        rf"(?:{_LOAD}(?:{_TIMES}|\s+))?{_MEASURE}{_SETS}",
    )
)
_PARTS = re.compile(
    r"(?P<what>[^@wd]*)(?P<kind>[wd])?\s*(?:@(?P<end>[^@wd]*))?(?P<late_kind>[wd])?"
)
_END = re.compile(rf"(?P<mark>[fvmb])|(?P<slipped>s)?\s*(?P<left>{_NUMBER})?")
_LONE_LOAD = re.compile(rf"(?P<load>{_NUMBER}\s*(?:kg|lbs?)?)")
_KINDS = {"w": Kind.WARMUP, "d": Kind.DROP}


def parse(text: str) -> Typed:
    """Read what was typed.

    Raises:
        EntryError: It cannot be read; the message says what to type.
    """
    line, _, note = text.partition("#")
    line = re.sub("[*×]", "x", " ".join(line.lower().split())).replace(",", ".")
    parts = _PARTS.fullmatch(line)
    if not line or parts is None or (parts["kind"] and parts["late_kind"]):
        raise EntryError(_hint(line))
    mark, left = _end(parts["end"])
    kind = _KINDS.get(parts["kind"] or parts["late_kind"])
    typed = _read(parts["what"].strip(), left=left, mark=mark, kind=kind, note=note)
    _check(typed)
    return typed


def _read(
    what: str, *, left: float | None, mark: Mark | None, kind: Kind | None, note: str
) -> Typed:
    match = next((found for form in _FORMS if (found := form.fullmatch(what))), None)
    if match is None:
        raise EntryError(_hint(what))
    got = {name: text for name, text in match.groupdict().items() if text is not None}
    return Typed(
        again="again" in got,
        load=_load(got),
        reps=int(got["reps"]) if "reps" in got else None,
        extra_reps=int(got["extra"]) if "extra" in got else None,
        seconds=_seconds(got),
        metres=_metres(got),
        sets=int(got.get("sets", 1)),
        left=left,
        mark=mark,
        kind=kind,
        note=note.strip(),
    )


def _load(got: dict[str, str]) -> TypedLoad | None:
    if "load" not in got:
        return None
    sign = got.get("sign", "")
    unit = got.get("unit")
    return TypedLoad(
        value=float(sign + got["load"]),
        unit=Unit(unit[:2]) if unit else None,
        relative=bool(sign),
    )


def _seconds(got: dict[str, str]) -> float | None:
    if "seconds" in got:
        return float(got["seconds"])
    if "clock" not in got:
        return None
    total = 0
    for part in got["clock"].split(":"):
        total = total * 60 + int(part)
    return float(total)


def _metres(got: dict[str, str]) -> float | None:
    if "km" in got:
        return round(float(got["km"]) * 1000, 3)
    return float(got["metres"]) if "metres" in got else None


def _end(text: str | None) -> tuple[Mark | None, float | None]:
    """The mark and the reps left after ``@``; None when there is no ``@``."""
    if text is None:
        return None, None
    match = _END.fullmatch(text.strip())
    if match is None or not match[0]:
        raise EntryError(
            "After @ comes how many reps were left, as in 8@1.5, or how the set ended:"
            " f, v, m, s or b."
        )
    left = float(match["left"]) if match["left"] else None
    if left is not None and (left > 10 or left * 2 % 1):
        raise EntryError("Reps left go from 0 to 10 in halves, as in 8@1.5.")
    mark = match["mark"] or match["slipped"]
    return (Mark(mark) if mark else None), left


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


def _hint(line: str) -> str:
    """One sentence on how to type what ``line`` may have been meant to say."""
    lone = _LONE_LOAD.fullmatch(line)
    if lone:
        return f"{lone['load']} is no number of reps; for a load type {lone['load']}x8."
    if line.endswith("+"):
        return "A change of load begins with its sign, as in +2.5."
    if not line or line.startswith("x"):
        return "Type the reps alone, as in 8, or load and reps, as in 82.5x8."
    return "That cannot be read; type reps as in 8, or load and reps as in 82.5x8."

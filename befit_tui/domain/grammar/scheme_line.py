"""How a lift moves on, as typed behind its sets: ``+2.5kg/session, fail 3: -10%``.

| clause | means |
|---|---|
| ``+2.5kg/session`` | more after sets done as planned; also ``week month cycle`` |
| ``+5kg at 10`` | this much instead, from 10 reps of the ``5+`` set |
| ``fail 3: -10%`` | three sessions in a row missed reps: a tenth off |
| ``fail 1`` | one session missed reps: on to the sets behind ``>`` |
| ``test 5: 85%`` | behind the last ``>``: find five heavy reps, go on at 85% |
| ``again +7.5kg`` | behind the last ``>``: the first sets with so much more |
| ``tm=100kg`` ``tm`` | percents are of a training max, of 100 kg or as it is known |
| ``tm of deadlift-barbell`` | percents are of the training max of another lift |

A word with a colon first names the progress: ``T1: 5x3 ...``.
"""

import re

from befit_tui.domain.errors import EntryError
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Every
from befit_tui.domain.workout import Scheme, StepUp

MOST_STEP, MOST_MAX = 100, 2000
"""Beyond what anybody adds at once, or lifts."""
MOST_FAILS, MOST_AT, MOST_TEST = 20, 1000, 20
EXAMPLE = "as in 5x5 +2.5kg/session, fail 3: -10%"

_LOAD = r"(?P<load>\d{1,4}(?:\.\d{1,2})?)\s?(?P<unit>kg|lb)?"
_NAME = re.compile(r"(?P<name>[A-Za-z]\w{0,11}):\s*(?=\S)")
_BEFORE, _BEHIND = r"(?:^|(?<=[\s,x]))", r"(?=$|[\s,])"
_CLAUSES = {
    kind: re.compile(_BEFORE + clause + _BEHIND)
    for kind, clause in {
        "again": rf"again\s?\+{_LOAD}",
        "every": rf"\+{_LOAD}/(?P<every>{'|'.join(Every)})",
        "at": rf"\+{_LOAD} at (?P<at>\d{{1,4}})",
        "fail": r"fail (?P<fails>\d{1,3})(?::?\s?-(?P<back>\d{1,2}(?:\.\d)?)%)?",
        "test": r"test (?P<test>\d{1,3}):?\s?(?P<kept>\d{1,3}(?:\.\d)?)%",
        "of": r"tm of (?P<of>[a-z0-9-]+)",
        "max": rf"tm(?:\s?=\s?{_LOAD})?",
    }.items()
}
_LEFT_OVER = re.compile(r"\+\d|\b(?:fail|again|test|tm)\b")


def named(text: str) -> tuple[str, str]:
    """The name that a line gives its progress, or an empty one, and what follows."""
    match = _NAME.match(text.strip())
    if match is None or match["name"].lower() in ("fail", "test"):
        return "", text
    return match["name"], text.strip()[match.end() :]


def clauses(line: str, unit: Unit) -> tuple[str, Scheme | None]:
    """A line in lower case without its clauses, and their scheme; None without any.

    Loads without a unit are in ``unit``. EntryError names a clause that cannot be read.
    """
    scheme, found = Scheme(), False
    for kind, pattern in _CLAUSES.items():
        while match := pattern.search(line):
            scheme, found = _with(scheme, kind, match, unit), True
            line = f"{line[: match.start()].rstrip(' ,')} {line[match.end() :]}"
    line = line.strip().strip(",").strip() if found else line.strip()
    if left := _LEFT_OVER.search(line):
        raise EntryError(f"{line[left.start() :]!r} cannot be read, {EXAMPLE}.")
    steps = sorted(scheme.steps, key=lambda step: step.at)
    return line, replace(scheme, steps=tuple(steps)) if found else None


def clause_words(scheme: Scheme) -> str:
    """The clauses of a scheme as they are typed."""
    said = []
    for step in scheme.steps:
        earned = f" at {step.at}" if step.at else f"/{scheme.every}"
        said.append(f"+{step.load.typed}{earned}")
    if scheme.fails:
        back = f": -{number(scheme.back)}%" if scheme.back and not scheme.test else ""
        said.append(f"fail {scheme.fails}{back}")
    if scheme.test:
        said.append(f"test {scheme.test}: {number(100 - scheme.back)}%")
    if scheme.again is not None:
        said.append(f"again +{scheme.again.typed}")
    of_max = "tm" if scheme.of_max else ""
    if scheme.of:
        of_max = f"tm of {scheme.of}"
    elif scheme.max is not None:
        of_max = f"tm={scheme.max.typed}"
    return " ".join(filter(None, (of_max, ", ".join(said))))


def _with(scheme: Scheme, kind: str, match: re.Match[str], unit: Unit) -> Scheme:
    if kind == "again":
        return replace(scheme, again=_load(match, unit, MOST_STEP))
    if kind in ("every", "at"):
        return _with_step(scheme, match.groupdict(), _load(match, unit, MOST_STEP))
    if kind == "fail":
        back = float(match["back"] or 0)
        fails = _count(match["fails"], MOST_FAILS, "Sessions that fail")
        return replace(scheme, fails=fails, back=scheme.back or back)
    if kind == "test":
        kept = float(match["kept"])
        if not 0 < kept <= 100:
            raise EntryError("After a test 1 to 100% are kept, as in test 5: 85%.")
        test = _count(match["test"], MOST_TEST, "Reps of a test")
        return replace(scheme, test=test, back=round(100 - kept, 1))
    if kind == "of":
        return replace(scheme, of_max=True, of=match["of"])
    return replace(
        scheme,
        of_max=True,
        max=_load(match, unit, MOST_MAX) if match["load"] else scheme.max,
    )


def _with_step(scheme: Scheme, said: dict[str, str | None], load: Load) -> Scheme:
    at = _count(said["at"], MOST_AT, "Reps that earn more") if said.get("at") else 0
    every = Every(said.get("every") or scheme.every)
    others = tuple(step for step in scheme.steps if step.at != at)
    return replace(scheme, every=every, steps=(*others, StepUp(load, at)))


def _count(text: str | None, most: int, what: str) -> int:
    if not 1 <= int(text or 0) <= most:
        raise EntryError(f"{what} go from 1 to {most}, {EXAMPLE}.")
    return int(text or 0)


def _load(match: re.Match[str], unit: Unit, most: int) -> Load:
    value = float(match["load"])
    if not 0 < value <= most:
        raise EntryError(f"A load to add, or a training max, is above 0, to {most}.")
    return Load(value, Unit(match["unit"]) if match["unit"] else unit)

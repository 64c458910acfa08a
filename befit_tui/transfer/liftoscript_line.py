"""One line of a Liftoscript programme: an exercise, its sets, and how it moves on.

``t1: Squat[1-4] / 4x3, 1x3+ 75% / 180s / progress: lp(5lb, 1, 0, 10%, 3)``. What does
not map is named, never guessed.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import Scheme, SetTarget, StepUp

HARDEST_RPE = 10
MOST_SETS = 20

_SET = re.compile(r"(\d{1,2})x(\d{1,3})(?:-(\d{1,3}))?(\+)?$")
_LOAD = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)(kg|lb)\+?$")
_PERCENT = re.compile(r"(1?\d{1,2}(?:\.\d{1,2})?)%\+?$")
_RPE = re.compile(r"@(\d{1,2}(?:\.\d)?)\+?$")
_TIMER = re.compile(r"(?:(\d{1,4})s\+?\|)?([1-3]?\d{1,3}s|\?)$")
_LABEL = re.compile(r"\([^()]*\)")
_HEAD = re.compile(
    r"(?:(?P<label>[^:\[\]/]+):\s*)?(?P<name>[^\[\]]+?)\s*"
    r"(?:\[(?:(?P<order>\d+),?)?(?:(?P<first>\d+)-(?P<last>\d+))?\])?$"
)
_PROGRESS = re.compile(r"(?P<kind>\w+)\s*(?:\((?P<given>[^()]*)\))?")
_REUSE = re.compile(r"\.\.\.\s*(?P<name>[^\[\]]+?)\s*(?:\[[\d:]+\])?$")


Manner = dict[str, Any]
"""What stands behind sets, for one set or for all of a line: ``load``, ``percent``,
``rpe``, ``seconds`` and ``rest_s``, each where it is said."""


class Line(Value, frozen=True, kw_only=True):
    """An exercise of one day; ``reuses`` names the one whose sets it takes.

    ``weeks`` are the first and last week it stands for. ``reps`` and ``scheme`` are
    None where no progress is said; ``left_out`` are things in words.
    """

    name: str
    label: str = ""
    weeks: tuple[int, int] | None = None
    used: bool = True
    reuses: str = ""
    sets: tuple[SetTarget, ...] = ()
    warmups: tuple[SetTarget, ...] = ()
    rest_s: int | None = None
    progress: str | None = None
    scheme: Scheme | None = None
    reps: tuple[int, int] | None = None
    left_out: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What the same exercise of another day or week has too."""
        return self.label.lower(), self.name.lower()


@dataclass(slots=True)
class _Reading:
    """What the sections of a line have said so far."""

    groups: list[tuple[SetTarget, int, Manner]] = field(default_factory=list)
    manner: Manner = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def read_line(text: str) -> Line | None:
    """The exercise of a line; None where it is none."""
    head, *sections = (part.strip() for part in re.split(r"\s/\s*|/\s", text))
    match = _HEAD.match(head)
    if match is None or not sections:
        return None
    weeks = (int(match["first"]), int(match["last"])) if match["first"] else None
    line = Line(name=match["name"], label=(match["label"] or "").strip(), weeks=weeks)
    reading = _Reading()
    for section in sections:
        line = _section(line, section, reading)
    rests = [manner["rest_s"] for *_, manner in reading.groups if "rest_s" in manner]
    rest_s = reading.manner.get("rest_s") or (rests[0] if rests else None)
    sets = tuple(
        _mannered(one, reading.manner | manner)
        for one, count, manner in reading.groups
        for _ in range(count)
    )
    if len(sets) > MOST_SETS:
        reading.left_out.append(f"sets beyond {MOST_SETS}")
    left_out = (*line.left_out, *dict.fromkeys(reading.left_out))
    return replace(line, sets=sets[:MOST_SETS], rest_s=rest_s, left_out=left_out)


def _section(line: Line, section: str, reading: _Reading) -> Line:
    word, _, rest = section.partition(":")
    rest = rest.strip()
    if word == "used":
        return replace(line, used=rest != "none")
    if word == "warmup":
        return _with_warmups(line, rest)
    if word == "progress":
        return _with_progress(line, rest)
    if word in ("update", "superset", "id", "tags"):
        return _without(line, word)
    if reuse := _REUSE.match(section):
        return replace(line, reuses=reuse["name"])
    _read_sets(section, reading)
    return line


def _read_sets(section: str, reading: _Reading) -> None:
    """Sets with what stands behind each, or what is said of all sets of the line."""
    groups = [_group(one, reading) for one in _LABEL.sub("", section).split(",")]
    with_sets = [(one, count, manner) for one, count, manner in groups if one]
    if not with_sets:
        for _, _, manner in groups:
            reading.manner |= manner
    elif reading.groups:
        reading.left_out.append("the other sets to choose from")
    else:
        reading.groups = [(one, count, how) for one, count, how in with_sets if one]


def _group(text: str, reading: _Reading) -> tuple[SetTarget | None, int, Manner]:
    target, count = None, 0
    manner: Manner = {}
    for word in text.split():
        if match := _SET.match(word):
            low, high = int(match[2]), int(match[3] or match[2])
            span = (min(low, high), max(low, high)) if low else None
            amrap = bool(match[4]) and span is not None and span[0] == span[1]
            target, count = SetTarget(reps=span, amrap=amrap), int(match[1])
        elif (found := _manner(word)) is not None:
            manner |= found
        else:
            reading.left_out.append(f"{word!r}")
    return target, count, manner


def _manner(word: str) -> Manner | None:
    if match := _LOAD.match(word):
        return {"load": Load(float(match[1]), Unit(match[2]))}
    if match := _PERCENT.match(word):
        return _said(percent=float(match[1]))
    if match := _RPE.match(word):
        return _said(rpe=float(match[1]))
    if match := _TIMER.match(word):
        rest = 0 if match[2] == "?" else int(match[2].removesuffix("s"))
        return _said(seconds=float(match[1] or 0), rest_s=rest)
    return None


def _said(**values: float) -> Manner:
    """What is said; 0 says nothing."""
    return {name: value for name, value in values.items() if value}


def _mannered(one: SetTarget, manner: Manner) -> SetTarget:
    left = None
    rpe, load, seconds = (manner.get(name) for name in ("rpe", "load", "seconds"))
    if rpe is not None and rpe <= HARDEST_RPE:
        off = HARDEST_RPE - rpe
        left = (int(off), int(off + 0.5))
    return replace(
        one,
        load=load,
        percent=None if load else manner.get("percent"),
        left=left,
        seconds=seconds,
        reps=None if seconds else one.reps,
    )


def _with_warmups(line: Line, text: str) -> Line:
    if text == "none":
        return line
    reading = _Reading()
    groups = [_group(one, reading) for one in text.split(",")]
    if any("percent" in manner for *_, manner in groups):
        return _without(line, "warm-ups in percent of the first set")
    sets = tuple(
        replace(_mannered(one, manner), kind=Kind.WARMUP)
        for one, count, manner in groups
        if one is not None
        for _ in range(count)
    )
    return replace(line, warmups=sets)


def _with_progress(line: Line, text: str) -> Line:
    match = _PROGRESS.match(text)
    kind, given = (match["kind"], match["given"] or "") if match else ("", "")
    words = [one.strip() for one in given.split(",")] if given else []
    line = replace(line, progress=kind)
    if kind == "none":
        return line
    if kind == "lp" and words:
        return _linear(line, words)
    if kind == "dp" and len(words) == 3 and words[1].isdigit() and words[2].isdigit():
        low, high = sorted((int(words[1]), int(words[2])))
        line = replace(line, reps=(max(low, 1), max(high, 1)))
        return _without(line, f"the step of {words[0]}: the lift's own comes instead")
    return _without(line, f"progress: {kind} is not taken over")


def _linear(line: Line, words: list[str]) -> Line:
    """``lp(step, successes, so far, decrement, failures, so far)``."""
    step = _LOAD.match(words[0])
    if step is None:
        return _without(line, f"a step of {words[0]}")
    scheme = Scheme(steps=(StepUp(Load(float(step[1]), Unit(step[2]))),))
    if len(words) > 1 and words[1] not in ("0", "1"):
        line = _without(line, f"waiting for {words[1]} sessions before a step")
    if len(words) > 3 and not words[3].startswith("0"):
        fails = int(words[4]) if len(words) > 4 and words[4].isdigit() else 1
        percent = _PERCENT.match(words[3])
        if percent is None:
            line = _without(line, f"{words[3]} off after misses: 10% comes off instead")
        back = float(percent[1]) if percent else 10.0
        scheme = replace(scheme, fails=max(fails, 1), back=back)
    return replace(line, scheme=scheme)


def _without(line: Line, what: str) -> Line:
    return replace(line, left_out=(*line.left_out, what))

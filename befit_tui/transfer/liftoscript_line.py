"""One line of a Liftoscript programme: an exercise, its sets, and how it moves on.

``t1: Squat[1-4] / 4x3, 1x3+ 75% / 180s / progress: lp(5lb, 1, 0, 10%, 3)``. What does
not map is named, never guessed.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
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


@dataclass(slots=True, kw_only=True)
class Line:
    """An exercise of one ``week`` and ``day``, both from 1, of a programme.

    ``weeks`` are the first and last week that its text stands for. ``reuses`` names the
    exercise whose sets it takes. ``reps`` and ``scheme`` are
    None where no progress is said; ``left_out`` are things in words.
    """

    name: str
    label: str = ""
    week: int = 1
    day: int = 1
    weeks: tuple[int, int] | None = None
    used: bool = True
    reuses: str = ""
    sets: tuple[SetTarget, ...] = ()
    warmups: tuple[SetTarget, ...] = ()
    rest_s: int | None = None
    progress: str | None = None
    scheme: Scheme | None = None
    reps: tuple[int, int] | None = None
    left_out: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str]:
        """What the same exercise of another day or week has too."""
        return self.label.lower(), self.name.lower()


Group = tuple[SetTarget | None, int, Manner]
"""A set, how many of it, and what stands behind it; None where no set is said."""


def read_line(text: str) -> Line | None:
    """The exercise of a line; None where it is none."""
    head, *sections = (part.strip() for part in re.split(r"\s/\s*|/\s", text))
    match = _HEAD.match(head)
    if match is None or not sections:
        return None
    weeks = (int(match["first"]), int(match["last"])) if match["first"] else None
    line = Line(name=match["name"], label=(match["label"] or "").strip(), weeks=weeks)
    groups: list[Group] = []
    said: Manner = {}
    lost: list[str] = []
    for section in sections:
        found = [] if _is_told(line, section) else _groups(section, lost)
        if not any(one for one, *_ in found):
            for *_, manner in found:
                said |= manner
        elif groups:
            lost.append("the other sets to choose from")
        else:
            groups = [one for one in found if one[0]]
    rests = (manner["rest_s"] for *_, manner in groups if "rest_s" in manner)
    line.rest_s = said.get("rest_s") or next(rests, None)
    sets = _mannered(groups, said)
    if len(sets) > MOST_SETS:
        lost.append(f"sets beyond {MOST_SETS}")
    line.sets = sets[:MOST_SETS]
    line.left_out += dict.fromkeys(lost)
    return line


def _is_told(line: Line, section: str) -> bool:
    """Whether a section is one with a name, or a reuse; then the line has it."""
    word, _, rest = section.partition(":")
    rest = rest.strip()
    if word == "used":
        line.used = rest != "none"
    elif word == "warmup":
        _warm_up(line, rest)
    elif word == "progress":
        _progress(line, rest)
    elif word in ("update", "superset", "id", "tags"):
        line.left_out.append(word)
    elif reuse := _REUSE.match(section):
        line.reuses = reuse["name"]
    else:
        return False
    return True


def _groups(text: str, lost: list[str]) -> list[Group]:
    return [_group(one, lost) for one in _LABEL.sub("", text).split(",")]


def _group(text: str, lost: list[str]) -> Group:
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
            lost.append(f"{word!r}")
    return target, count, manner


def _manner(word: str) -> Manner | None:
    if match := _LOAD.match(word):
        return {"load": _load(match)}
    found: dict[str, float] = {}
    if match := _PERCENT.match(word):
        found = {"percent": float(match[1])}
    elif match := _RPE.match(word):
        found = {"rpe": float(match[1])}
    elif match := _TIMER.match(word):
        rest = 0 if match[2] == "?" else int(match[2].removesuffix("s"))
        found = {"seconds": float(match[1] or 0), "rest_s": rest}
    else:
        return None
    # 0 says nothing.
    return {name: value for name, value in found.items() if value}


def _load(match: re.Match[str]) -> Load:
    return Load(float(match[1]), Unit(match[2]))


def _mannered(groups: list[Group], said: Manner) -> tuple[SetTarget, ...]:
    """The sets one by one, each with what is said of it or else of all."""
    found: list[SetTarget] = []
    for one, count, manner in groups:
        told, left = said | manner, None
        rpe, load, seconds = (told.get(name) for name in ("rpe", "load", "seconds"))
        if rpe is not None and rpe <= HARDEST_RPE:
            off = HARDEST_RPE - rpe
            left = (int(off), int(off + 0.5))
        if one is not None:
            done = replace(
                one,
                load=load,
                percent=None if load else told.get("percent"),
                left=left,
                seconds=seconds,
                reps=None if seconds else one.reps,
            )
            found += [done] * count
    return tuple(found)


def _warm_up(line: Line, text: str) -> None:
    if text == "none":
        return
    groups = _groups(text, [])
    if any("percent" in manner for *_, manner in groups):
        line.left_out.append("warm-ups in percent of the first set")
        return
    sets = _mannered(groups, {})
    line.warmups = tuple(replace(one, kind=Kind.WARMUP) for one in sets)


def _progress(line: Line, text: str) -> None:
    match = _PROGRESS.match(text)
    kind, given = (match["kind"], match["given"] or "") if match else ("", "")
    words = [one.strip() for one in given.split(",")] if given else []
    line.progress = kind
    if kind == "lp" and words:
        _linear(line, words)
    elif kind == "dp" and len(words) == 3 and words[1].isdigit() and words[2].isdigit():
        low, high = sorted((int(words[1]), int(words[2])))
        line.reps = max(low, 1), max(high, 1)
        line.left_out.append(f"the step of {words[0]}: the lift's own comes instead")
    elif kind != "none":
        line.left_out.append(f"progress: {kind} is not taken over")


def _linear(line: Line, words: list[str]) -> None:
    """``lp(step, successes, so far, decrement, failures, so far)``."""
    step = _LOAD.match(words[0])
    if step is None:
        line.left_out.append(f"a step of {words[0]}")
        return
    line.scheme = Scheme(steps=(StepUp(_load(step)),))
    if len(words) > 1 and words[1] not in ("0", "1"):
        line.left_out.append(f"waiting for {words[1]} sessions before a step")
    if len(words) > 3 and not words[3].startswith("0"):
        fails = int(words[4]) if len(words) > 4 and words[4].isdigit() else 1
        percent = _PERCENT.match(words[3])
        if percent is None:
            off = f"{words[3]} off after misses: 10% comes off instead"
            line.left_out.append(off)
        back = float(percent[1]) if percent else 10.0
        line.scheme = replace(line.scheme, fails=max(fails, 1), back=back)

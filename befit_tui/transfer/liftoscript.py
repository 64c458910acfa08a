"""A programme in Liftoscript, Liftosaur's language: its days, as far as they map.

``# Week 1``, ``## Day 1``, then an exercise a line:
``t1: Squat[1-4] / 4x3, 1x3+ 75% / 180s / progress: lp(5lb, 1, 0, 10%, 3)``. Scripts are
not run: what they would do is named, and the sets stand as they are written. What does
not map is named, never guessed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import Scheme, SetTarget, StepUp, Target, Week

_SCRIPT = re.compile(r"\{~.*?~\}|\{[^{}]*\}", re.DOTALL)
_FENCE = re.compile(r"```\w*\n(?P<text>.*?)```", re.DOTALL)
MOST_WEEKS = 16


class PlannedExercise(Value, frozen=True):
    """An exercise by its written name, with its plan."""

    name: str
    target: Target


class Day(Value, frozen=True):
    """A day of a programme."""

    name: str
    exercises: tuple[PlannedExercise, ...]


class Script(Value, frozen=True):
    """The days of a programme, and what of it does not map, a sentence each."""

    days: tuple[Day, ...]
    left_out: tuple[str, ...]


HARDEST_RPE = 10
MOST_SETS = 20

_SET = re.compile(r"(\d{1,2})x(\d{1,3})(?:-(\d{1,3}))?(\+)?$")
_MANNER = re.compile(
    r"(?:(?P<load>\d{1,3}(?:\.\d{1,2})?)(?P<unit>kg|lb)"
    r"|(?P<percent>1?\d{1,2}(?:\.\d{1,2})?)%|@(?P<rpe>\d{1,2}(?:\.\d)?))\+?"
    r"|(?:(?P<seconds>\d{1,4})s\+?\|)?(?:(?P<rest_s>[1-3]?\d{1,3})s|\?)"
)
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
    match = _MANNER.fullmatch(word)
    if match is None:
        return None
    if match["load"]:
        return {"load": Load(float(match["load"]), Unit(match["unit"]))}
    said = {name: float(text or 0) for name, text in match.groupdict("").items()}
    said["rest_s"] = int(said["rest_s"])
    # 0 says nothing.
    return {name: value for name, value in said.items() if value}


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
        line.left_out.append(
            f"the step of {words[0]}: the exercise's own comes instead"
        )
    elif kind != "none":
        line.left_out.append(f"progress: {kind} is not taken over")


def _linear(line: Line, words: list[str]) -> None:
    """``lp(step, successes, so far, decrement, failures, so far)``."""
    step = (_manner(words[0]) or {}).get("load")
    if step is None:
        line.left_out.append(f"a step of {words[0]}")
        return
    line.scheme = Scheme(steps=(StepUp(step),))
    if len(words) > 1 and words[1] not in ("0", "1"):
        line.left_out.append(f"waiting for {words[1]} sessions before a step")
    if len(words) > 3 and not words[3].startswith("0"):
        fails = int(words[4]) if len(words) > 4 and words[4].isdigit() else 1
        back = (_manner(words[3]) or {}).get("percent")
        if back is None:
            off = f"{words[3]} off after misses: 10% comes off instead"
            line.left_out.append(off)
        line.scheme = replace(line.scheme, fails=max(fails, 1), back=back or 10.0)


def is_liftoscript(text: str) -> bool:
    """Whether a text is a programme in Liftoscript: most lines are, and one has sets.

    A line of a table may end in a note with sets.
    """
    lines = [line for line in _lines(text) if not line.startswith("#")]
    read = [one for one in map(read_line, lines) if one and one.name.count(",") < 2]
    return any(one.sets for one in read) and 2 * len(read) > len(lines)


def read_script(text: str) -> Script:
    """The programme that a text describes; ImportRefusedError if no line has sets."""
    names: dict[int, str] = {}
    placed = tuple(_placed(text, names))
    # A template is none in all weeks: it is said in one of them.
    unused = {one.key for one in placed if not one.used}
    for one in placed:
        one.used = one.key not in unused
    placed = tuple(_resolved(one, placed) for one in placed)
    used = [one for one in placed if one.used]
    if not any(one.sets for one in used):
        raise ImportRefusedError(
            "No exercise with sets was found; a line of Liftoscript is like "
            "Squat / 3x8 / progress: lp(2.5kg)."
        )
    weeks = max(one.week for one in placed)
    days = []
    for day in sorted({one.day for one in used}):
        keys = dict.fromkeys(one.key for one in used if one.day == day)
        exercises = (_exercise(key, day, placed, weeks) for key in keys)
        found = tuple(one for one in exercises if one is not None)
        days.append(Day(names.get(day, f"Day {day}"), found))
    return Script(tuple(days), tuple(dict.fromkeys(_left_out(placed, weeks))))


def _lines(text: str) -> Iterator[str]:
    fenced = _FENCE.search(text)
    for line in _SCRIPT.sub("", fenced["text"] if fenced else text).splitlines():
        if (line := line.strip()) and not line.startswith("//"):
            yield line


def _placed(text: str, names: dict[int, str]) -> Iterator[Line]:
    """Every exercise in its week and day; ``names`` gets those of the days."""
    week, day = 1, 1
    seen_week = seen_day = False
    for text_line in _lines(text):
        if text_line.startswith("##"):
            day = day + 1 if seen_day else 1
            seen_day = True
            names.setdefault(day, text_line.strip("# ").strip() or f"Day {day}")
        elif text_line.startswith("#"):
            week, seen_week, seen_day = week + 1 if seen_week else 1, True, False
        elif (line := read_line(text_line)) is not None and week <= MOST_WEEKS:
            first, last = line.weeks or (week, week)
            for at in range(max(1, first), min(last, MOST_WEEKS) + 1):
                yield replace(line, week=at, day=day)


def _resolved(
    line: Line, placed: Sequence[Line], seen: frozenset[tuple[str, str]] = frozenset()
) -> Line:
    """The line with the sets and progress that it takes from another."""
    if not line.reuses or line.sets:
        return line
    name, seen = line.reuses.lower(), seen | {line.key}
    known = (
        other
        for other in placed
        if name in (other.name.lower(), ": ".join(other.key))
        and other.week <= line.week
    )
    source = max(known, key=lambda other: other.week, default=None)
    if source is None or (source.key in seen and not source.sets):
        return line
    source = _resolved(source, placed, seen)
    moving = line if line.progress is not None else source
    return replace(
        line,
        sets=source.sets,
        warmups=line.warmups or source.warmups,
        rest_s=line.rest_s or source.rest_s,
        progress=moving.progress,
        scheme=moving.scheme,
        reps=moving.reps,
    )


def _exercise(
    key: tuple[str, str], day: int, placed: Sequence[Line], weeks: int
) -> PlannedExercise | None:
    """An exercise of a day, with the sets of each week where they differ."""
    every = [one for one in placed if one.key == key]
    mine = {one.week: one for one in every if one.day == day and one.used}
    moving = next((one for one in every if one.progress not in (None, "none")), None)
    scheme, reps = (moving.scheme, moving.reps) if moving else (None, None)
    if any(map(_of_several_percents, every)):
        scheme = None
    known = first = mine[min(mine)]
    cycle = []
    for week in range(1, weeks + 1):
        known = mine.get(week, known)
        cycle.append(_sets(known, scheme, reps))
    if not cycle[0]:
        return None
    if len(set(cycle)) > 1:
        made = tuple(Week(sets) for sets in cycle if sets)
        scheme = replace(scheme or Scheme(), weeks=made)
    if scheme is not None and first.label:
        # The label as a name that can be typed in a plan.
        word = re.sub(r"\W", "", first.label)[:12]
        name = word if word[:1].isalpha() else f"L{word}"[:12]
        scheme = replace(scheme, name=name)
    target = Target(rest_s=first.rest_s, sets=cycle[0], scheme=scheme)
    return PlannedExercise(first.name, target)


def _of_several_percents(line: Line) -> bool:
    return len({one.percent for one in line.sets}) > 1


def _sets(
    line: Line, scheme: Scheme | None, reps: tuple[int, int] | None
) -> tuple[SetTarget, ...]:
    """The sets of a line; by load from session to session there is no percent."""
    sets = line.sets
    if scheme is not None:
        sets = tuple(replace(one, percent=None) for one in sets)
    if reps is not None:
        sets = tuple(replace(one, reps=reps, amrap=False) for one in sets)
    return (*line.warmups, *sets)


def _left_out(placed: Sequence[Line], every: int) -> Iterator[str]:
    """What does not map, by exercise; ``every`` is the last week."""
    for one in placed:
        named = one.name if one.used else f"template {one.name}"
        for what in one.left_out:
            yield f"{named}: {what}"
        if one.used and one.scheme and any(done.percent for done in one.sets):
            lost = "the first load as a percent of the 1RM"
            if _of_several_percents(one):
                lost = "progress: lp, as its sets have several percents"
            yield f"{named}: {lost}"
    weeks = Counter((one.key, one.day) for one in placed if one.used)
    for one in placed:
        if one.used and weeks[one.key, one.day] < every:
            yield f"{one.name}: weeks without it; it stands in each"

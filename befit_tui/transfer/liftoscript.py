"""A programme in Liftoscript, Liftosaur's language: its days, as far as they map.

``# Week 1``, ``## Day 1``, then an exercise a line (``liftoscript_line``). Scripts are
not run: what they would do is named, and the sets stand as they are written.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.domain.value import Value, replace
from befit_tui.domain.workout import Scheme, SetTarget, Target, Week
from befit_tui.transfer.liftoscript_line import Line, read_line

_SCRIPT = re.compile(r"\{~.*?~\}|\{[^{}]*\}", re.DOTALL)
_FENCE = re.compile(r"```\w*\n(?P<text>.*?)```", re.DOTALL)
MOST_WEEKS = 16


class Lift(Value, frozen=True):
    """An exercise by its written name, with its plan."""

    name: str
    target: Target


class Day(Value, frozen=True):
    """A day of a programme."""

    name: str
    lifts: tuple[Lift, ...]


class Script(Value, frozen=True):
    """The days of a programme, and what of it does not map, a sentence each."""

    days: tuple[Day, ...]
    left_out: tuple[str, ...]


def is_liftoscript(text: str) -> bool:
    """Whether a text is a programme in Liftoscript."""
    return any(line is not None and line.sets for line in map(read_line, _lines(text)))


def read_script(text: str) -> Script:
    """The programme that a text in Liftoscript describes.

    Raises:
        ImportRefusedError: no line of it is an exercise with sets.
    """
    names: dict[int, str] = {}
    placed = tuple(_placed(text, names))
    # A template is none in all weeks: it is said in one of them.
    unused = {one.key for one in placed if not one.used}
    for one in placed:
        one.used = one.key not in unused
    used = [one for one in placed if one.used]
    if not any(_resolved(one, placed).sets for one in used):
        raise ImportRefusedError(
            "No exercise with sets was found; a line of Liftoscript is like "
            "Squat / 3x8 / progress: lp(2.5kg)."
        )
    weeks = max(one.week for one in placed)
    days = []
    for day in sorted({one.day for one in used}):
        keys = dict.fromkeys(one.key for one in used if one.day == day)
        lifts = (_lift(key, day, placed, weeks) for key in keys)
        found = tuple(lift for lift in lifts if lift is not None)
        days.append(Day(names.get(day, f"Day {day}"), found))
    return Script(tuple(days), tuple(_left_out(placed, weeks)))


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


def _resolved(line: Line, placed: Sequence[Line]) -> Line:
    """The line with the sets and progress that it takes from another."""
    seen = {line.key}
    while line.reuses and not line.sets:
        name = line.reuses.lower()
        known = [
            other
            for other in placed
            if name in (other.name.lower(), ": ".join(other.key))
            and other.week <= line.week
        ]
        if not known:
            break
        source = max(known, key=lambda other: other.week)
        if source.key in seen and not source.sets:
            break
        seen.add(source.key)
        own = line.progress is not None
        line = replace(
            line,
            sets=source.sets,
            warmups=line.warmups or source.warmups,
            rest_s=line.rest_s or source.rest_s,
            reuses="" if source.sets else source.reuses,
            progress=line.progress if own else source.progress,
            scheme=line.scheme if own else source.scheme,
            reps=line.reps if own else source.reps,
        )
    return line


def _lift(
    key: tuple[str, str], day: int, placed: Sequence[Line], weeks: int
) -> Lift | None:
    """An exercise of a day, with the sets of each week where they differ."""
    mine = {
        one.week: _resolved(one, placed)
        for one in placed
        if one.key == key and one.day == day and one.used
    }
    everywhere = [_resolved(one, placed) for one in placed if one.key == key]
    moving = next(
        (one for one in everywhere if one.progress not in (None, "none")), None
    )
    scheme = moving.scheme if moving is not None else None
    if scheme is not None and any(map(_of_several_percents, everywhere)):
        scheme = None
    reps = moving.reps if moving is not None else None
    first = mine[min(mine)]
    known = first
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
    return Lift(first.name, target)


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
    """What does not map, by exercise, each thing once; ``every`` is the last week."""
    said: dict[str, None] = {}
    for one in placed:
        resolved = _resolved(one, placed)
        named = one.name if one.used else f"template {one.name}"
        for what in one.left_out:
            said.setdefault(f"{named}: {what}")
        if one.used and resolved.scheme and any(s.percent for s in resolved.sets):
            lost = "the first load as a percent of the 1RM"
            if _of_several_percents(resolved):
                lost = "progress: lp, as its sets have several percents"
            said.setdefault(f"{named}: {lost}")
    weeks = Counter((one.key, one.day) for one in placed if one.used)
    for one in placed:
        if one.used and weeks[one.key, one.day] < every:
            said.setdefault(f"{one.name}: weeks without it; it stands in each")
    yield from said

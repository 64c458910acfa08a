"""Reading and writing the plan of an exercise as one line: ``3x6-8@1-3 r180``.

Sets alike are a group, groups stand behind commas, the rest comes last:
``1x5w, 12 60%, 10 70%, 8 80%@1-2 r2:00``. A group is how many sets (``3x``), what each
aims at (``8``, ``6-8``, ``45s``, ``1:30``, or nothing for what was done last time), the
load (``80kg``, or ``75%`` of the estimated 1RM), the reps left (``@2``, ``@1-3``) and
``w`` for warm-up or ``d`` for drop sets.
"""

import re
from itertools import groupby

from befit_tui.domain.errors import EntryError
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import Range, SetTarget, Target

MOST_SETS, MOST_REPS, MOST_LEFT = 20, 1000, 10
MOST_SECONDS = 86_400
MOST_PERCENT = 150
"""A percent of the 1RM beyond any exercise; partial lifts go above 100."""
MOST_LOAD = 2000
EXAMPLE = "as in 3x6-8@1-3 r180"

_NUMBER = r"\d{1,5}(?:\.\d{1,2})?"
_GROUP = re.compile(
    r"(?:(?P<sets>\d{1,3})x)?"
    rf"(?:(?P<clock>\d{{1,4}}:[0-5]\d)|(?P<seconds>{_NUMBER})s"
    r"|(?P<low>\d{1,4})(?:-(?P<high>\d{1,4}))?(?![\d.%]|kg|lb))?"
    rf"\s*(?:(?P<percent>{_NUMBER})%|(?P<load>{_NUMBER})(?P<unit>kg|lb))?"
    r"\s*(?:@(?P<left>\d{1,2})(?:-(?P<left_high>\d{1,2}))?)?"
    r"\s*(?P<kind>[wd])?"
)
_REST = re.compile(
    r"(?:^|\s|(?<=x))r\s*(?:(?P<minutes>\d{1,2}):)?(?P<seconds>\d{1,4})s?$"
)
_KINDS = {"w": Kind.WARMUP, "d": Kind.DROP}
_SIGNS = {kind: sign for sign, kind in _KINDS.items()}


def parse_plan(text: str) -> Target:
    """The plan that a line means.

    Raises:
        EntryError: it cannot be read; the message says what to type.
    """
    line = re.sub("[*×]", "x", " ".join(text.lower().split())).replace("–", "-")
    line = re.sub(r"\s*([x@-])\s*", r"\1", re.sub(r"\s*(%|kg|lb)s?", r"\1", line))
    rest = _REST.search(line)
    sets = line[: rest.start()] if rest else line
    groups = [group.strip() for group in sets.split(",")] if sets.strip() else []
    found = tuple(target for group in groups for target in _group(group))
    if not found and rest is None:
        raise EntryError(f"Type the sets and reps, {EXAMPLE}.")
    if len(found) > MOST_SETS:
        raise EntryError(f"An exercise has at most {MOST_SETS} sets, {EXAMPLE}.")
    return Target(rest_s=_rest(rest) if rest else None, sets=found)


def format_plan(target: Target | None) -> str:
    """A plan as the line that ``parse_plan`` reads; empty when nothing is planned."""
    if target is None:
        return ""
    groups = [
        _group_words(alike, sum(1 for _ in sets))
        for alike, sets in groupby(target.sets)
    ]
    rest = [f"r{target.rest_s}"] if target.rest_s is not None else []
    return " ".join([*filter(None, [", ".join(groups)]), *rest])


def _group(group: str) -> tuple[SetTarget, ...]:
    match = _GROUP.fullmatch(group)
    if match is None or not group:
        raise EntryError(
            f"{group or 'An empty group'} cannot be read; type sets x reps @ left, "
            f"{EXAMPLE}."
        )
    count = int(match["sets"] or 1)
    if not 1 <= count <= MOST_SETS:
        raise EntryError(f"An exercise has 1 to {MOST_SETS} sets, {EXAMPLE}.")
    target = SetTarget(
        kind=_KINDS.get(match["kind"] or "", Kind.WORK),
        reps=_range(match["low"], match["high"], (1, MOST_REPS), "Reps"),
        left=_range(match["left"], match["left_high"], (0, MOST_LEFT), "Reps left"),
        load=_load(match),
        percent=_percent(match["percent"]),
        seconds=_seconds(match),
    )
    return (target,) * count


def _range(low: str | None, high: str | None, ends: Range, what: str) -> Range | None:
    if low is None:
        return None
    span = int(low), int(high or low)
    if span[0] > span[1]:
        raise EntryError(f"{what} go from low to high, {EXAMPLE}.")
    if span[0] < ends[0] or span[1] > ends[1]:
        raise EntryError(f"{what} go from {ends[0]} to {ends[1]}, {EXAMPLE}.")
    return span


def _load(match: re.Match[str]) -> Load | None:
    if match["load"] is None:
        return None
    value = float(match["load"])
    if value > MOST_LOAD:
        raise EntryError(f"A load goes up to {MOST_LOAD}, as in 3x5 80kg.")
    return Load(value, Unit(match["unit"]))


def _percent(text: str | None) -> float | None:
    if text is None:
        return None
    if not 0 < float(text) <= MOST_PERCENT:
        raise EntryError(f"A percent of the 1RM is 1 to {MOST_PERCENT}, as in 3x5 75%.")
    return float(text)


def _seconds(match: re.Match[str]) -> float | None:
    if match["clock"]:
        minutes, seconds = match["clock"].split(":")
        found = float(int(minutes) * 60 + int(seconds))
    elif match["seconds"]:
        found = float(match["seconds"])
    else:
        return None
    if not 0 < found <= MOST_SECONDS:
        raise EntryError("A timed set lasts a second to a day, as in 3x45s.")
    return found


def _rest(match: re.Match[str]) -> int:
    rest = int(match["minutes"] or 0) * 60 + int(match["seconds"])
    if rest > 3600:
        raise EntryError("A rest is at most an hour, in seconds or m:ss, as in r180.")
    return rest


def _group_words(target: SetTarget, count: int) -> str:
    sets = f"{count}x" if count > 1 or not _amount_words(target) else ""
    load = ""
    if target.percent is not None:
        load = f" {number(target.percent)}%"
    elif target.load is not None:
        load = f" {number(target.load.value)}{target.load.unit}"
    left = f"@{_span_words(target.left)}" if target.left else ""
    sign = _SIGNS.get(target.kind, "")
    kind = f" {sign}" if sign and (load or left) else sign
    return f"{sets}{_amount_words(target)}{load}{left}{kind}"


def _amount_words(target: SetTarget) -> str:
    if target.reps is not None:
        return _span_words(target.reps)
    if target.seconds is None:
        return ""
    minutes, seconds = divmod(target.seconds, 60)
    if minutes and seconds % 1 == 0:
        return f"{minutes:.0f}:{seconds:02.0f}"
    return f"{number(target.seconds)}s"


def _span_words(span: Range) -> str:
    low, high = span
    return str(low) if low == high else f"{low}-{high}"

"""Reading and writing the plan of an exercise as one line: ``3x6-8@1-3 r180``.

Sets alike are a group, groups stand behind commas, the rest comes last:
``1x5w, 12 60%, 10 70%, 8 80%@1-2 r2:00``. A group is how many sets (``3x``), what each
aims at (``8``, ``6-8``, ``45s``, ``1:30``, ``5+`` for five reps and as many more as the
form holds, or nothing for what was done last time), the load (``80kg``, or ``75%`` of
the estimated 1RM), the reps left (``@2``, ``@1-3``) and ``w`` for warm-up or ``d`` for
drop sets.

Behind the sets stands how the lift moves on (``scheme_line``): ``5x5 +2.5kg/session,
fail 3: -10%``. ``|`` parts the weeks of a cycle, an ``easy`` one is a deload; ``>``
parts sets that are done once those before were missed. ``5/3/1`` and ``5/3/1 bbb`` are
names of four weeks.
"""

import re
from contextlib import suppress
from functools import cache
from itertools import groupby

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.scheme_line import clause_words, clauses, named
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import Range, Scheme, SetTarget, Target, Week

MOST_SETS, MOST_REPS, MOST_LEFT = 20, 1000, 10
MOST_WEEKS, MOST_STAGES = 16, 6
MOST_SECONDS = 86_400
MOST_PERCENT = 150
"""A percent of the 1RM beyond any exercise; partial lifts go above 100."""
MOST_LOAD = 2000
EXAMPLE = "as in 3x6-8@1-3 r180"

_WARM = "5 40%w, 5 50%w, 3 60%w"
_WEEKS = (
    ("5 65%, 5 75%, 5+ 85%@1-2", "3 70%, 3 80%, 3+ 90%@1-2",
     "5 75%, 3 85%, 1+ 95%@1-2"),
    "5 40%, 5 50%, 5 60% easy",
)  # fmt: skip
"""The percents of Wendler (5/3/1, 2009), with his warm-up; he leaves a rep or two in
the last set."""
_NUMBER = r"\d{1,5}(?:\.\d{1,2})?"
_GROUP = re.compile(
    r"(?:(?P<sets>\d{1,3})x)?"
    rf"(?:(?P<clock>\d{{1,4}}:[0-5]\d)|(?P<seconds>{_NUMBER})s"
    r"|(?P<low>\d{1,4})(?:(?P<amrap>\+)|-(?P<high>\d{1,4}))?(?![\d.%]|kg|lb))?"
    rf"\s*(?:(?P<percent>{_NUMBER})%|(?P<load>{_NUMBER})(?P<unit>kg|lb))?"
    r"\s*(?:@(?P<left>\d{1,2})(?:-(?P<left_high>\d{1,2}))?)?"
    r"\s*(?P<kind>[wd])?"
)
_REST = re.compile(
    r"(?:^|\s|(?<=x))r\s*(?:(?P<minutes>\d{1,2}):)?(?P<seconds>\d{1,4})s?$"
)
_KINDS = {"w": Kind.WARMUP, "d": Kind.DROP}
_SIGNS = {kind: sign for sign, kind in _KINDS.items()}
COLUMNS = ("sets", "reps", "left", "load", "rest")
CELL_HINTS = {
    "sets": "how many sets alike, as in 3; empty takes them out",
    "reps": "8 · 6-8 · 5+ as many as the form holds · 45s · 1:30 · empty: as last time",
    "left": "the reps left to stop at, as in 2 or 1-3; empty leaves it to the lift",
    "load": "80kg, 175lb, or 75% of the estimated 1RM; empty: what the log says",
    "rest": "after each set of the exercise, as in 180 or 3:00; empty: the usual",
}
"""What may be typed in the cells of a column: what the plan line may. A change puts the
cells of its row on a line and has that read, so table and line never differ."""


def _preset(more: str) -> str:
    weeks = (f"{_WARM}, {week}{more}" for week in _WEEKS[0])
    return " | ".join((*weeks, _WEEKS[1]))


PRESETS = {"5/3/1 bbb": _preset(", 5x10 50%"), "5/3/1": _preset("")}
"""Weeks that have a name, the longest name first."""


def parse_plan(text: str, unit: Unit = Unit.KG) -> Target:
    """The plan of a line, a scheme in ``unit``; EntryError says what to type."""
    name, text = named(" ".join(text.split()))
    line = re.sub("[*×]", "x", text.lower()).replace("–", "-")
    line = re.sub(r"\s*([x@-])\s*", r"\1", re.sub(r"\s*(%|kg|lb)s?", r"\1", line))
    rest = _REST.search(line)
    typed, scheme = clauses(line[: rest.start()] if rest else line, unit)
    plan = _planned(PRESETS.get(typed, typed))
    if scheme is None and (name or plan.scheme):
        scheme = Scheme()
    if scheme is not None:
        preset = typed if typed in PRESETS else ""
        scheme = replace(scheme, of_max=scheme.of_max or bool(preset))
        scheme = _joined(plan.scheme, scheme, name or preset)
    if not plan.sets and rest is None:
        raise EntryError(f"Type the sets and reps, {EXAMPLE}.")
    return Target(rest_s=_rest(rest) if rest else None, sets=plan.sets, scheme=scheme)


def format_plan(target: Target | None) -> str:
    """A plan as the line that ``parse_plan`` reads; empty when nothing is planned."""
    if target is None:
        return ""
    rest = f"r{target.rest_s}" if target.rest_s is not None else ""
    scheme = target.scheme or Scheme()
    weeks = " | ".join(
        _sets_words(week.sets) + " easy" * week.easy for week in scheme.weeks
    )
    stages = " > ".join(map(_sets_words, scheme.stages))
    sets = _preset_names().get(
        scheme.weeks, weeks or stages or _sets_words(target.sets)
    )
    name = f"{scheme.name}:" if scheme.name and sets != scheme.name.lower() else ""
    return " ".join(filter(None, (name, sets, clause_words(scheme), rest)))


def _joined(planned: Scheme | None, typed: Scheme, name: str) -> Scheme:
    """What the sets say of weeks and stages, and the clauses of the rest."""
    planned = planned or Scheme()
    scheme = replace(typed, name=name, weeks=planned.weeks, stages=planned.stages)
    if (scheme.test or scheme.again) and not scheme.fails:
        raise EntryError("Say when: fail 1, as in 5x3 > 6x2 fail 1, test 5: 85%.")
    if scheme.again and scheme.test:
        raise EntryError("Either test or again stands behind the last sets.")
    return scheme


def _planned(line: str) -> Target:
    """The sets of a line, of its first week, or of its first stage."""
    weeks, stages = line.split("|"), line.split(">")
    if len(weeks) > 1 and len(stages) > 1:
        raise EntryError("A plan has weeks (|) or stages (>), not both.")
    if len(weeks) > MOST_WEEKS or len(stages) > MOST_STAGES:
        raise EntryError(f"At most {MOST_WEEKS} weeks, {MOST_STAGES} stages.")
    if len(weeks) > 1:
        read = tuple(map(_week, weeks))
        return Target(sets=read[0].sets, scheme=Scheme(weeks=read))
    if len(stages) > 1:
        done = tuple(map(_sets, stages))
        if not all(done):
            raise EntryError("A stage has no sets, as in 5x3 > 6x2 fail 1.")
        return Target(sets=done[0], scheme=Scheme(stages=done))
    return Target(sets=_sets(line))


def _week(text: str) -> Week:
    plain = text.strip().removesuffix("easy").strip()
    week = Week(_sets(plain), easy=plain != text.strip())
    if not week.sets:
        raise EntryError("A week has no sets, as in 5x5 70% | 3x3 80% | 3x5 50% easy.")
    return week


def _sets(text: str) -> tuple[SetTarget, ...]:
    groups = [group.strip() for group in text.split(",")] if text.strip() else []
    found = tuple(target for group in groups for target in _group(group))
    if len(found) > MOST_SETS:
        raise EntryError(f"An exercise has at most {MOST_SETS} sets, {EXAMPLE}.")
    return found


@cache
def _preset_names() -> dict[tuple[Week, ...], str]:
    """The names of presets by their weeks."""
    return {tuple(map(_week, line.split("|"))): name for name, line in PRESETS.items()}


def _sets_words(sets: tuple[SetTarget, ...]) -> str:
    groups = []
    for one, same in groupby(sets):
        cells = _cells(one, len(tuple(same)))
        line = _line(cells, one.kind)
        groups.append(line.removeprefix("1x") if cells["reps"] else line)
    return ", ".join(groups)


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
        amrap=bool(match["amrap"]),
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


def _amount_words(target: SetTarget) -> str:
    if target.reps is not None:
        return _span_words(target.reps) + "+" * target.amrap
    if target.seconds is None:
        return ""
    if target.seconds >= 60 and target.seconds % 1 == 0:
        return _clock(int(target.seconds))
    return f"{number(target.seconds)}s"


def _span_words(span: Range) -> str:
    low, high = span
    return str(low) if low == high else f"{low}-{high}"


class PlanRow(Value, frozen=True):
    """Sets alike: their cells by column, as they are typed, and their kind."""

    kind: Kind
    cells: dict[str, str]


def has_table(target: Target | None) -> bool:
    """Whether a plan is the same sets each time; weeks and stages are lines."""
    scheme = target.scheme if target is not None else None
    return scheme is None or not (scheme.weeks or scheme.stages)


def rows_of(target: Target | None) -> tuple[PlanRow, ...]:
    """The rows of a plan; one that says nothing has an empty one."""
    target = target or Target()
    rest = "" if target.rest_s is None else _clock(target.rest_s)
    groups = [(one, len(tuple(same))) for one, same in groupby(target.sets)]
    return tuple(
        PlanRow(one.kind, {**_cells(one, count), "rest": rest if not at else ""})
        for at, (one, count) in enumerate(groups)
    ) or (PlanRow(Kind.WORK, {**dict.fromkeys(COLUMNS, ""), "rest": rest}),)


def with_cell(target: Target | None, row: int, column: str, text: str) -> Target:
    """The plan with a cell changed; without sets they go. EntryError as in a line."""
    target, text = target or Target(), "".join(text.split())
    if column == "rest":
        return replace(target, rest_s=_cell_rest(text) if text else None)
    groups = [tuple(same) for _, same in groupby(target.sets)] or [()]
    cells = rows_of(target)[row]
    changed = {**cells.cells, column: text}
    if column == "reps" and ("s" in text or ":" in text):
        changed["left"] = ""  # nobody says how many seconds were left
    if column == "sets" and text in ("", "0"):
        sets: tuple[SetTarget, ...] = ()
    else:
        sets = parse_plan(_line(changed, cells.kind)).sets
    kept = (*groups[:row], sets, *groups[row + 1 :])
    return replace(target, sets=tuple(one for group in kept for one in group))


def _cell_rest(text: str) -> int:
    with suppress(EntryError):
        rest = parse_plan(f"1x r{text.removeprefix('r')}").rest_s
        if rest is not None:
            return rest
    raise EntryError("A rest is at most an hour, in seconds or m:ss, as in 3:00.")


def _cells(target: SetTarget, count: int) -> dict[str, str]:
    load = "" if target.percent is None else f"{number(target.percent)}%"
    if target.load is not None:
        load = target.load.typed
    left = _span_words(target.left) if target.left else ""
    return {
        "sets": str(count),
        "reps": _amount_words(target),
        "left": left,
        "load": load,
    }


def _line(cells: dict[str, str], kind: Kind) -> str:
    load = f" {cells['load']}" if cells["load"] else ""
    left = f"@{cells['left']}" if cells["left"] else ""
    sign = _SIGNS.get(kind, "")
    gap = " " if sign and (load or left) else ""
    return f"{cells['sets'] or 1}x{cells['reps']}{load}{left}{gap}{sign}"


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}:{rest:02}" if minutes else str(seconds)

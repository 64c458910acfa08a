"""Tables of body weight: Strong's, Hevy's, and those made of Apple's records."""

from collections import Counter
from collections.abc import Mapping, Sequence

from befit_tui.domain.errors import UnitNeededError
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import Value
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import RowProblem
from befit_tui.transfer.dates import DateReader
from befit_tui.transfer.parsed import ParsedLog, Weighed
from befit_tui.transfer.rows import ReadOptions, RowError, Skipped
from befit_tui.transfer.table import Table

APP = "body weight"
WEIGHED = "body weight, kept with its day"

_DATES = ("date", "start_date", "startdate", "datum", "day", "time", "iso8601")
_WEIGHTS = {
    "weight": None, "body weight": None, "bodyweight": None, "body mass": None,
    "value": None,
    **{
        f"{name}{form.format(unit)}": unit
        for name in ("weight", "body weight", "bodyweight", "body_weight", "body mass")
        for form in (" ({})", "_{}", "({})")
        for unit in ("kg", "lb", "lbs")
    },
}  # fmt: skip
"""Headings of a weight, each with the unit it names."""

_METRICS = ("weight", "body mass", "bodymass", "hkquantitytypeidentifierbodymass")
_OF_SETS = ("exercise", "exercise name", "exercise_title", "reps")


class _Columns(Value, frozen=True):
    """The headings of a table of weights; ``metric`` says what a value measures."""

    date: str
    weight: str
    metric: str | None


def read_weights(table: Table, options: ReadOptions) -> ParsedLog | None:
    """The weights of a table, or None when it is no table of weights.

    Raises:
        UnitNeededError: nothing says whether they are kilograms or pounds.
    """
    columns = _columns(table.headings)
    if columns is None:
        return None
    when = DateReader((one[columns.date] for _, one in table.named()), options)
    skipped: Counter[str] = Counter()
    errors: list[RowError] = []
    weighed: list[Weighed] = []
    for line, one in table.named():
        if not _is_weight(one, columns):
            skipped["not a body weight"] += 1
            continue
        word = one.get("unit", "") or _WEIGHTS[columns.weight] or ""
        unit = _unit(word, options, table.name)
        try:
            value = cell.number(one, columns.weight, cell.MAX_LOAD_LB) or 0
            at = options.localize(when(one[columns.date]))
            weighed.append(Weighed(at, Load(round(value, 2), unit)))
            skipped[WEIGHED] += 1
        except RowProblem as problem:
            errors.append(RowError(line, str(problem)))
    return ParsedLog(
        app=APP,
        rows=skipped.total() + len(errors),
        workouts=(),
        lines={},
        skipped=tuple(Skipped(reason, rows) for reason, rows in skipped.items()),
        errors=tuple(errors),
        weighed=tuple(weighed),
    )


def _columns(headings: Sequence[str]) -> _Columns | None:
    date = next((one for one in _DATES if one in headings), None)
    weight = next((one for one in headings if one in _WEIGHTS), None)
    metric = next((one for one in ("metric", "type") if one in headings), None)
    if date is None or weight is None or set(headings) & set(_OF_SETS):
        return None
    if weight == "value" and metric is None:
        return None
    return _Columns(date, weight, metric)


def _is_weight(one: Mapping[str, str], columns: _Columns) -> bool:
    metric = columns.metric
    if metric is not None and one[metric].strip().casefold() not in _METRICS:
        return False
    return bool(one[columns.weight].strip())


def _unit(word: str, options: ReadOptions, name: str) -> Unit:
    unit = cell.unit_named(word) or options.unit
    if unit is None:
        raise UnitNeededError(
            f"{name} does not say whether its weights are kilograms or pounds: "
            "say --unit kg or --unit lb."
        )
    return unit

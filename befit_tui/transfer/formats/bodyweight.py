"""Tables of body weight: Strong's, Hevy's, and those made of Apple's records."""

from collections import Counter
from collections.abc import Sequence

from befit_tui.domain.errors import UnitNeededError
from befit_tui.domain.load import Load
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import RowProblem
from befit_tui.transfer.dates import DateReader
from befit_tui.transfer.parsed import ParsedLog, Weighed
from befit_tui.transfer.rows import ReadOptions, RowError
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


def read_weights(table: Table, options: ReadOptions) -> ParsedLog | None:
    """The weights of a table, or None when it is no table of weights."""
    columns = _columns(table.headings)
    if columns is None:
        return None
    date, weight, metric = columns
    when = DateReader((one[date] for _, one in table.named()), options)
    skipped: Counter[str] = Counter()
    errors: list[RowError] = []
    weighed: list[Weighed] = []
    for line, one in table.named():
        is_weight = metric is None or one[metric].strip().casefold() in _METRICS
        if not (is_weight and one[weight].strip()):
            skipped["not a body weight"] += 1
            continue
        unit = cell.unit_named(one.get("unit", "") or _WEIGHTS[weight] or "")
        if (unit := unit or options.unit) is None:
            raise UnitNeededError(
                f"{table.name} does not say whether its weights are kilograms or "
                "pounds: say --unit kg or --unit lb."
            )
        try:
            value = cell.number(one, weight, cell.MAX_LOAD_LB) or 0
            at = options.localize(when(one[date]))
            weighed.append(Weighed(at, Load(round(value, 2), unit)))
            skipped[WEIGHED] += 1
        except RowProblem as problem:
            errors.append(RowError(line, str(problem)))
    return ParsedLog(
        app=APP,
        rows=skipped.total() + len(errors),
        workouts=(),
        lines={},
        skipped=skipped,
        errors=tuple(errors),
        weighed=tuple(weighed),
    )


def _columns(headings: Sequence[str]) -> tuple[str, str, str | None] | None:
    """The headings of day and weight, and of what a value measures, if there is one."""
    date = next((one for one in _DATES if one in headings), None)
    weight = next((one for one in headings if one in _WEIGHTS), None)
    metric = next((one for one in ("metric", "type") if one in headings), None)
    if date is None or weight is None or set(headings) & set(_OF_SETS):
        return None
    if weight == "value" and metric is None:
        return None
    return date, weight, metric

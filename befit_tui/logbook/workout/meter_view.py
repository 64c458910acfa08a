"""The meter for the row under the cursor in words, and what speaks against its set."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.analysis.planning.targets import TargetZone
from befit_tui.domain import signs
from befit_tui.domain.effort import failures_in, whole
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import End, Kind, Risk
from befit_tui.domain.wording import load_words
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.lines import Line
from befit_tui.logbook.typed_set import logged_as
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.rows import SetRow, shown_words

if TYPE_CHECKING:
    # A start without an open workout reads no meter.
    from befit_tui.analysis.alerts.live import Budget
    from befit_tui.analysis.meter.ask import Left, Reading

LIKELY_LEFT = 0.5
"""Reps left below which a forecast means failure; product constant."""


class MeterView(Value, frozen=True):
    """What the meter shows: ``left`` is None when it cannot say.

    ``failed`` is how many sets went to failure today, ``objection`` what speaks against
    the failure that is planned, ``failure_line`` what technical failure looks like on
    the lift, where the target allows it or nothing else can be said. ``reps`` are those
    of the set as it would be logged, ``counted`` those pressed so far, 0 when none are;
    ``slowed`` says that their slowing moved ``left``. ``is_warmup``: the target is not
    for this set; ``leads_to`` says for which it is done.
    """

    title: str
    subtitle: str
    reading: "Reading"
    left: "Left | None"
    zone: TargetZone
    failed: int
    budget: "Budget"
    reps: int = 0
    counted: int = 0
    slowed: bool = False
    objection: str = ""
    failure_line: str = ""
    is_warmup: bool = False
    leads_to: str = ""

    @property
    def words(self) -> str:
        """``about 2 left (1-3)``, or why the meter cannot say; of a warm-up its set."""
        if self.left is None and self.leads_to:
            return f"a warm-up {self.leads_to}"
        return self.left.words if self.left else f"cannot say: {self.reading.reason}"

    @property
    def number(self) -> str:
        """The reps left: ``2``, ``4+``; ``0-1`` where a point would be 0."""
        return self.left.number if self.left else "?"

    @property
    def count_words(self) -> str:
        """What the number counts."""
        return "rep left" if self.number == "1" else "reps left"

    @property
    def ends(self) -> tuple[int, int]:
        """The band in whole reps left."""
        return self.left.band if self.left else (0, 0)

    @property
    def band(self) -> str:
        """The band in words: ``likely 1 to 3``; never a single number.

        Of a light warm-up where it begins, but not that it may be anything.
        """
        low, high = self.ends
        if self.is_light:
            return f"likely {low} or more" if low else ""
        return f"likely {low} to {high}" if self.left else ""

    @property
    def is_light(self) -> bool:
        """Whether a warm-up ends far from failure: how far at most helps nobody."""
        return self.is_warmup and self.number == "4+"

    @property
    def rep(self) -> int:
        """The rep that the reading is of: the last counted, or the last planned."""
        return self.counted or self.reps

    @property
    def _forecast(self) -> int | None:
        """The rep at which none would be left."""
        if self.left is None or self.reading.max_reps is None:
            return None
        if self.left.value > 0:
            return self.rep + whole(self.left.value)
        return whole(self.reading.max_reps)

    @property
    def failure_rep(self) -> int | None:
        """The last good rep; a rep that was done is good, whatever was forecast."""
        if self._forecast is None:
            return None
        return max(self._forecast, self.counted, 1)

    @property
    def stop_rep(self) -> int | None:
        """The rep after which the target is reached; None if that is before the first.

        In the last set that may fail it is the rep at which none is left; those that a
        programme asks for are done first, down to what its target leaves.
        """
        if self._forecast is None or self.is_warmup:
            return None
        rep, asked = self._forecast - self.zone.low, self.zone.asked
        if asked is not None and not (self.zone.low and rep < asked):
            rep = max(rep, asked) if self.zone.more else asked
        return rep if rep >= 1 else None

    @property
    def advice(self) -> str:
        """After which rep the target is reached; empty when it cannot be said.

        Of a warm-up what it leads to.
        """
        return f"stop after rep {self.stop_rep}" if self.stop_rep else self.leads_to

    @property
    def more(self) -> int | None:
        """Reps to go until the target, 0 to rack it; None while none are counted."""
        if not self.counted or self._forecast is None or self.is_warmup:
            return None
        return max(0, (self.stop_rep or 0) - self.counted)

    @property
    def pace(self) -> str:
        """The advice; while reps are counted, how to go on: ``2 more``, ``rack it``."""
        if self.more is None:
            return self.advice
        return f"{self.more} more" if self.more else "rack it"

    @property
    def evidence(self) -> tuple[str, ...]:
        """What the counted reps added, in full and in short; else nothing."""
        return ("slowing: experimental", "slowing: trial") if self.slowed else ()

    @property
    def side(self) -> str:
        """``inside`` the target, ``closer``, ``easier``, ``unknown``, or a ``warm-up``.

        While reps are counted, or where more than those planned are asked for, more
        reps left than the target are ``on course``.
        """
        if self.is_warmup:
            return "warm-up"
        if self.left is None:
            return "unknown"
        left = whole(self.left.value)
        if left < self.zone.low:
            return "closer"
        if left <= self.zone.high:
            return "inside"
        return "on course" if self.counted or self.zone.more else "easier"

    def aims_at(self, left: int) -> bool:
        """Whether the set may end with so many reps left."""
        return not self.is_warmup and self.zone.holds(left)

    @property
    def target_words(self) -> str:
        """The reading against the target, in words."""
        return {
            "inside": "inside the target",
            "closer": "closer to failure than the target",
            "easier": "easier than the target",
            "on course": "on course",
            "warm-up": "a warm-up has no target",
        }.get(self.side, "not assessable")


def meter_of(cursor: RowCursor, typed: LoggedSet | None = None) -> MeterView | None:
    """The meter for what is typed, for the set under the cursor, or the next set."""
    row, workout = cursor.coming_row, cursor.logbook.active
    if row is None or workout is None:
        return None
    exercise, values = row.exercise, typed or cursor.shown(row)
    is_warmup = values.kind is Kind.WARMUP
    reading = cursor.reading(row, values.load)
    counted = cursor.presses.count if row.done is None and not typed else 0
    reps = values.reps or 0
    known = reading.left(reps)
    left = known
    if known and counted:
        left = _as_counted(cursor, known, exercise)
    tells = exercise.is_judged and not is_warmup
    objection = warning(cursor, row, typed or cursor.planned(row), left)
    return MeterView(
        title=exercise.name,
        subtitle=shown_words(values, exercise, cursor.unit),
        reading=reading,
        left=left,
        zone=row.zone,
        failed=failures_in(workout),
        budget=cursor.lifts.alert_cache.budget(workout),
        objection=objection.title if objection else "",
        failure_line=_failure_line(row, known) if tells else "",
        is_warmup=is_warmup,
        leads_to=_leads_to(cursor, row) if is_warmup else "",
        reps=reps,
        counted=counted,
        slowed=left != known,
    )


def _failure_line(row: SetRow, known: "Left | None") -> str:
    """What failure looks like, where the target allows it or the meter is silent."""
    if row.zone.low >= 1 and known is not None:
        return ""
    from befit_tui.logbook.exercise_card import failure_line  # noqa: PLC0415

    return failure_line(row.exercise)


def _as_counted(cursor: RowCursor, known: "Left", exercise: Exercise) -> "Left":
    """What is left by the reps that were counted, which may have slowed."""
    from befit_tui.analysis.meter.tempo import nudged, slowing  # noqa: PLC0415

    times = cursor.presses.times or ()
    return nudged(known, slowing(times, unilateral=exercise.unilateral))


def _leads_to(cursor: RowCursor, row: SetRow) -> str:
    """The set that a warm-up is for: ``for 70 kg × 12``; empty if it is not known."""
    for one in map(cursor.shown, cursor.sets_of(row.entry)):
        if one.kind is Kind.WORK:
            said = shown_words(one, row.exercise, cursor.unit)
            return "" if "–" in said else f"for {said}"
    return ""


def warning(
    cursor: RowCursor,
    row: SetRow,
    values: LoggedSet | PlannedSet,
    left: "Left | None",
) -> Alert | None:
    """What speaks against a set that is planned to failure, or likely to reach it.

    ``values`` are what would be logged, ``left`` is the meter's forecast of it.
    """
    exercise, workout = row.exercise, cursor.logbook.opened()
    if row.done is not None or values.kind is not Kind.WORK:
        return None
    limit = LIKELY_LEFT
    if exercise.failure_risk is Risk.AVOID and left is not None:
        near = left.high <= cursor.lifts.alert_cache.thresholds.high_risk_left
        limit = left.value + 1 if near else limit
    if not _is_failure(row, values, left, limit):
        return None
    failed = LoggedSet(id=row.id, load=values.load, reps=values.reps, end=End.TECHNICAL)
    later = any(
        one.place > row.place and one.is_waiting for one in cursor.sets_of(row.entry)
    )
    from befit_tui.analysis.alerts.live import PlannedFailure  # noqa: PLC0415

    planned = PlannedFailure(exercise=exercise, done=failed, last_set=not later)
    return cursor.lifts.alert_cache.warning(workout, planned)


def _is_failure(
    row: SetRow, values: LoggedSet | PlannedSet, left: "Left | None", limit: float
) -> bool:
    """What is typed counts first, then the plan, then the forecast."""
    if isinstance(values, LoggedSet) and (values.end or values.left is not None):
        failed = values.end is not None and values.end is not End.STOPPED
        return failed or values.left == 0
    if row.zone.high < 1:
        return True
    # What a programme asks for is its plan; its sentence says what the meter sees.
    if row.zone.asked is not None:
        return False
    return left is not None and left.value < limit


def neighbours(cursor: RowCursor) -> Iterator[Line]:
    """What one increment less, this load and one more would allow now, as a table.

    Raises:
        BefitError: there is no load to compare with.
    """
    row, load = cursor.loaded_row()
    exercise = row.exercise
    step = exercise.increment(load.unit) or 1
    yield ((f"  {'load':<12}{'reps to failure':<20}stop after", "dim"),)
    for steps in (-1, 0, 1):
        near = Load(round(max(0.0, load.value + steps * step), 2), load.unit)
        reading = cursor.reading(row, near)
        most = reading.reason
        if None not in (reading.max_reps, reading.low, reading.high):
            low, high = whole(reading.low or 0), whole(reading.high or 0)
            most = f"{whole(reading.max_reps or 0)} ({low}-{max(high, low + 1)})"
        # What the panel would say of it.
        asked = replace(logged_as(cursor.shown(row)), load=near)
        shown = meter_of(cursor, asked)
        last = shown.stop_rep if shown else None
        words = f"{load_words(near, exercise, load.unit)} {load.unit}"
        stop = f"rep {last}" if last else "–"
        sign, role = (" ", "") if steps else (signs.POINTER, "strong")
        yield ((f"{sign} {words:<12}{most:<20}{stop}", role),)

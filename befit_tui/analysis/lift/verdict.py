"""What is said of a lift, in one value that every screen and command speaks with."""

from datetime import date
from enum import StrEnum

from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.domain.value import Value, replace
from befit_tui.domain.wording import counted, short_day_words

RISEN = 10.0
"""Percent that are a rise though the level hardly moves: of few reps one is more."""
NO_LOAD = 1.0
"""Stands for the load of a lift that has none."""
FAR_FROM_LEVEL = 1.5
"""Reps or seconds by which a last session differs from the level to be said."""


class Trend(StrEnum):
    """Where a lift is going."""

    RISING = "rising"
    HOLDING = "holding"
    FALLING = "falling"
    CANNOT_TELL = "cannot-tell"


class Measure(StrEnum):
    """What a lift is measured in."""

    E1RM = "e1rm"
    """The estimated load for one rep, in kilograms."""
    REPS = "reps-at-load"
    """Reps to failure at the load that is used now."""
    SECONDS = "seconds"


class WeekKind(StrEnum):
    """What kind of week a day lies in; only a normal one can accuse."""

    NORMAL = "normal"
    EASY = "easy"
    """A deload, also one that nobody marked."""
    BREAK = "break"
    """The first sessions after a time without the lift."""
    NEW = "new"
    """The first sessions of a lift, or of a machine, a scheme or a unit."""


class LevelPoint(Value, frozen=True):
    """The level of a lift on one of its days, in its measure.

    ``shown`` is what the session of that workout (an id) showed by itself, with ``kg``
    at the most. Four in five times the true level lies between ``low`` and ``high``.
    ``anew`` says that it cannot be compared with the point before: a break, or another
    machine.
    """

    day: date
    workout: str
    kg: float
    shown: float
    value: float
    low: float
    high: float
    anew: bool = False


class Verdict(Value, frozen=True, kw_only=True):
    """The verdict on a lift at the end of a day.

    ``exercise`` is its id. ``change_percent`` is the change of the ``measure`` since
    the day ``since``, from ``before`` to ``now``: of a fall in two sessions, else in
    the level. All four are None where it cannot be told. ``basis`` is a sentence: what
    the verdict rests on, or why there is none. ``rated`` says whether the effort of the
    last sessions is known. ``told_on`` is the day on which a fall that stands was first
    told, or that a lift had not risen for ten weeks. ``level`` is oldest first.
    ``unit`` is that of its last load.
    """

    exercise: str
    verdict: Trend
    measure: Measure
    week: WeekKind
    basis: str
    change_percent: float | None = None
    since: date | None = None
    before: float | None = None
    now: float | None = None
    rated: bool = True
    told_on: date | None = None
    unit: Unit = Unit.KG
    level: tuple[LevelPoint, ...] = ()

    @property
    def stalled(self) -> bool:
        """Whether the lift has not risen for ten weeks."""
        told = self.verdict is Trend.HOLDING and self.told_on is not None
        return told and (self.change_percent or 0.0) < RISEN

    def cannot_tell(self, why: str) -> "Verdict":
        """The same lift without a verdict, and the reason."""
        return replace(
            self,
            verdict=Trend.CANNOT_TELL,
            basis=why,
            change_percent=None,
            since=None,
            before=None,
            now=None,
            told_on=None,
        )


def sentence(verdict: Verdict, name: str, unit: Unit) -> str:
    """A verdict in one sentence, the same on every screen.

    ``Bench Press: up 9.8% since 23 Oct 2026, to an estimated 1RM of 91 kg.`` A fall
    names the two sessions that show it, so that a log can be asked.
    """
    if verdict.verdict is Trend.CANNOT_TELL:
        return f"{name}: cannot tell, {verdict.basis}."
    if verdict.since is None or verdict.change_percent is None:
        return f"{name}: {verdict.verdict}."
    if verdict.verdict is Trend.FALLING:
        return f"{name}: {moved(verdict)}: {verdict.basis}."
    since = day_name(verdict.since)
    now = _now(verdict, unit)
    if verdict.verdict is Trend.HOLDING:
        by = _by(verdict, signed=True)
        return f"{name}: holding since {since}{by and f' ({by})'}{now}."
    return f"{name}: {moved(verdict)}{now}."


def day_name(day: date) -> str:
    """``23 Oct 2026``, as verdicts say a day."""
    return f"{short_day_words(day)} {day.year}"


def moved(verdict: Verdict) -> str:
    """``down 9.8% since 23 Oct 2026``, or in reps: for a verdict with a number."""
    change, since = verdict.change_percent or 0.0, verdict.since
    way = "up" if change > 0 else "down"
    day = f" since {day_name(since)}" if since is not None else ""
    return f"{way} {_by(verdict)}{day}"


def _by(verdict: Verdict, *, signed: bool = False) -> str:
    """``9.8%``; of reps how many, since 3 of 5 would be 60%. Nothing for less than one.

    They are whole, as a lifter counts them.
    """
    percent = verdict.change_percent or 0.0
    sign = ("-" if percent < 0 else "+") if signed else ""
    if verdict.measure is not Measure.REPS or verdict.before is None:
        return f"{sign}{abs(percent):.1f}%"
    reps = round(abs((verdict.now or 0.0) - verdict.before))
    return f"{sign}{counted(reps, 'rep')}" if reps or not signed else ""


def _now(verdict: Verdict, unit: Unit) -> str:
    """Where the lift stands; an unrated one may always be stronger than it shows."""
    if not verdict.level:
        return ""
    value, last = verdict.level[-1].value, verdict.level[-1]
    # A level follows slowly: another last session is said beside it.
    apart = abs(value - last.shown) >= FAR_FROM_LEVEL
    beside = f" ({last.shown:.0f} in the last session)" if apart else ""
    way = "at" if verdict.verdict is Trend.HOLDING else "to"
    if verdict.measure is Measure.SECONDS:
        return f", {way} {value:.0f} s{beside}"
    least = "" if verdict.rated else "at least "
    if verdict.measure is Measure.REPS:
        load = "with the last load " if last.kg != NO_LOAD else ""
        reps = counted(round(value), "rep")
        return f"; {load}you now get {least}{reps} to failure{beside}"
    shown = number(round(from_kg(value, unit), 1))
    return f", {way} an estimated 1RM of {least}{shown} {unit}"

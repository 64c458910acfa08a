"""Sets, loads and times as people write them. Plain text, no colour, no markup."""

from collections.abc import Sequence
from contextvars import ContextVar
from datetime import date, datetime, timedelta

from befit_tui.domain.effort import known_left, reached_failure, rpe_of
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.moments import clock_time, hours_between
from befit_tui.domain.value import LONGEST
from befit_tui.domain.vocabulary import DateForm, EffortScale, End, Form, Kind, LoadKind
from befit_tui.domain.workout import LoggedSet, Workout

UNRATED = "·"
"""Stands where a set has no rating."""
END_WORDS = {
    End.TECHNICAL: "failure",
    End.VOLITIONAL: "failure",
    End.MOMENTARY: "failure, rep lost",
    End.MISSED: "missed",
}
SCALE_WORDS = {EffortScale.LEFT: "left", EffortScale.RPE: "RPE"}
"""What a column of ratings is headed."""
KIND_WORDS = {Kind.WORK: "set", Kind.WARMUP: "warm-up", Kind.DROP: "drop set"}
FORM_WORDS = {Form.INTACT: "form intact", Form.SLIPPED: "slipped", Form.BROKE: "broke"}
# Not strftime: its names change with the locale, and so would every width.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DATES = ContextVar("DATES", default=DateForm.DAY)
"""How days are written. Like the precision of ``decimal`` it belongs to whoever runs:
a program sets it once for itself, before it starts anything that writes."""


def load_words(load: Load | None, exercise: Exercise, unit: Unit) -> str:
    """A load without its unit, in ``unit``: ``80``, ``+10``, ``-20``, ``BW``, ``–``.

    The unit that the lifter wants for an exercise goes before ``unit``.
    """
    shown = load.to(exercise.unit or unit).value if load is not None else None
    if exercise.load is LoadKind.BODYWEIGHT_PLUS:
        return f"+{number(shown)}" if shown else "BW"
    if exercise.load is LoadKind.ASSISTED:
        return f"-{number(shown)}" if shown else "BW"
    if exercise.load is LoadKind.REPS_ONLY and not shown:
        return "BW"
    return "–" if shown is None else number(shown)


def amount_words(done: LoggedSet) -> str:
    """What was done with the load: reps, ``8l7r`` by side, a time or a distance."""
    words = measure_words(done.reps, done.seconds, done.metres)
    if done.sides is not None:
        words = str(done.sides)
    return f"{words}+{done.extra_reps}" if done.extra_reps else words


def place_words(kind: Kind, place: int) -> str:
    """A set by its kind, a working set by its place among them too: ``set 3``."""
    words = KIND_WORDS[kind]
    return f"{words} {place}" if kind is Kind.WORK else words


def measure_words(reps: int | None, seconds: float | None, metres: float | None) -> str:
    """Reps, or else a distance and a time: ``8``, ``45 s``, ``2 km in 9:30``."""
    if reps is not None:
        return str(reps)
    far = "" if metres is None else distance_words(metres)
    long = "" if seconds is None else duration_words(seconds)
    return " in ".join(filter(None, (far, long))) or "–"


def reading_words(left: Sequence[str], every: int) -> str:
    """``reading 2019 … 140 of 240 months``; empty when none is left to read.

    ``left`` are the months to come, ``YYYY-MM``, the next one first.
    """
    if not left:
        return ""
    return f"reading {left[0][:4]} … {every - len(left)} of {every} months"


def manner_words(exercise: Exercise, usual: Unit) -> str:
    """How the loads and reps of an exercise are counted: ``per hand, each side``."""
    unit = exercise.unit
    said = (
        "per hand" if exercise.per_hand else "",
        "each side" if exercise.unilateral else "",
        "assisted" if exercise.load is LoadKind.ASSISTED else "",
        f"in {unit}" if unit is not None and unit is not usual else "",
    )
    return ", ".join(filter(None, said))


def set_words(
    done: LoggedSet, exercise: Exercise, unit: Unit, *, name_unit: bool = False
) -> str:
    """A set in short: ``80 × 8``, ``BW × 12``, ``45 s``, ``2 km in 9:30``.

    With ``name_unit`` it is ``80 kg × 8``, for where no heading names the unit.
    """
    amount = amount_words(done)
    load = load_words(done.load, exercise, unit)
    if done.reps is None and load in ("–", "BW", "0"):
        return amount
    if load == "–":
        return amount
    named = f" {exercise.unit or unit}" if name_unit and load != "BW" else ""
    return f"{load}{named} × {amount}"


def rated_set_words(done: LoggedSet, exercise: Exercise, unit: Unit) -> str:
    """A set with its reps left: ``80 × 8 · 2``; without them when it is not rated."""
    words, left = set_words(done, exercise, unit), left_words(done)
    return words if left == UNRATED else f"{words} · {left}"


def left_words(done: LoggedSet, scale: EffortScale = EffortScale.LEFT) -> str:
    """The reps left, or the RPE: ``2``, ``F`` for failure, ``·`` when not rated."""
    if done.end is not None and done.end is not End.STOPPED:
        return "F"
    rated = known_left(done) if scale is EffortScale.LEFT else rpe_of(done)
    return UNRATED if rated is None else number(rated)


def effort_words(done: LoggedSet) -> str:
    """The effort in words: ``2 left``, ``failure, form intact``; empty if unknown."""
    words = []
    if done.end in END_WORDS:
        words.append(END_WORDS[done.end])
    elif (left := known_left(done)) is not None:
        words.append(f"{number(left)} left")
    if done.form is not None and (
        reached_failure(done) or done.form is not Form.INTACT
    ):
        words.append(FORM_WORDS[done.form])
    return ", ".join(words)


def duration_words(seconds: float) -> str:
    """Seconds as ``45 s``, ``1:30`` or ``1:02:10``."""
    return f"{number(seconds)} s" if seconds < 60 else clock_time(round(seconds))


def distance_words(metres: float) -> str:
    """Metres as ``40 m`` or ``2.5 km``."""
    return f"{number(metres / 1000)} km" if metres >= 1000 else f"{number(metres)} m"


def counted(count: int, noun: str) -> str:
    """``1 set``, ``2 sets``, ``5,000 sets``."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def measured_words(number: str, unit: str) -> str:
    """A number that is said with its unit: ``92.5 kg``, ``12 reps``, ``1 rep``."""
    return f"{number} {'rep' if (number, unit) == ('1', 'reps') else unit}".rstrip()


def length_words(workout: Workout, now: datetime | None = None) -> str:
    """How long a workout took, ``1:02``, or has taken ``now``; a dash if unknown."""
    end = workout.ended_at or now
    if end is None or end <= workout.started_at:
        return "–" if workout.ended_at else "0:00"
    return hours_between(workout.started_at, end)


def too_long_words(workout: Workout) -> str:
    """That a workout lasts longer than any does; empty where it does not."""
    lasted = (workout.ended_at or workout.started_at) - workout.started_at
    if lasted <= LONGEST:
        return ""
    hours = lasted // timedelta(hours=1)
    return f"the workout of {workout.started_at.date()} lasts {hours} hours"


def days_ago_words(day: date, today: date) -> str:
    """How long ago: ``today``, ``yesterday``, ``3 days ago``, ``5 months ago``.

    What was done tomorrow, as before a flight west, was done today.
    """
    days = (today - day).days
    if days < -1:
        return f"in {span_words(-days)}"
    days = max(days, 0)
    return ("today", "yesterday")[days] if days < 2 else f"{span_words(days)} ago"


def span_words(days: int) -> str:
    """How long a time is, the same in every view: ``9 days``, ``7 months``."""
    if days < 60:
        return counted(days, "day")
    months = days // 30
    return counted(months, "month") if days < 730 else counted(days // 365, "year")


def day_words(moment: date) -> str:
    """A day as ``Mon 23 Nov 2026``, in English whatever the locale."""
    return f"{WEEKDAYS[moment.weekday()]} {short_day_words(moment)} {moment.year}"


def short_day_words(moment: date) -> str:
    """A day as ``23 Nov``, or ``Nov 23`` where the month is written first."""
    month = SHORT_MONTHS[moment.month - 1]
    if DATES.get() is DateForm.MONTH:
        return f"{month} {moment.day}"
    return f"{moment.day} {month}"


def place_in_week(moment: date) -> int:
    """The place of a day in the week of a calendar, from 0."""
    return (moment.weekday() - DATES.get().week_start) % 7


def week_began(day: date) -> date:
    """The first day of the week of a day, as a calendar has it."""
    return day - timedelta(days=place_in_week(day))


def week_days() -> tuple[str, ...]:
    """The days of the week in the order of a calendar."""
    first = DATES.get().week_start
    return (*WEEKDAYS[first:], *WEEKDAYS[:first])

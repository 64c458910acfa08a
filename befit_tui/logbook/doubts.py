"""Doubts about typed values: which slip of a key it may be, and the question.

A doubt is a question, never a refusal: the first enter shows it, the second, with the
same text on the same row, is the answer.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from math import log

from msgspec import field

from befit_tui.analysis.lift.records import Bests, weight_of
from befit_tui.analysis.lift.sessions import NOMINAL_BODY_KG
from befit_tui.analysis.lift.slips import TOO_LIGHT, is_too_heavy, is_too_many
from befit_tui.domain.errors import DoubtError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import Kind, LoadKind
from befit_tui.domain.wording import duration_words
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.typed_set import TypedRow

ENTER_AGAIN = "Enter again keeps it"
BOUNCE = timedelta(milliseconds=300)
"""A second enter within this time of the first is a bouncing key; product constant."""
TOO_LONG = 10
"""Times the usual length of a timed set that is not believed (product constant)."""
HEAVIEST_KG = 500.0
"""Just above this lies the heaviest lift that anybody did without a machine."""
MOST_ANSWER = 5
"""The highest digit that answers "reps left?", and so may end up behind the reps."""
FAR = 2.0
"""Numbers by more than this factor apart are hardly meant for each other, where another
reading of the keys lies closer; product constant."""
FAR_STEP_KG = 9.0
"""From here on a step that doubles a load, or takes all help away, is doubted."""
ALIKE = 1.25
"""Numbers within this factor may be meant for each other; product constant."""
LIGHTEST_BODY_KG, HEAVIEST_BODY_KG = 25.0, 350.0
"""Body masses outside are hardly those of somebody who lifts; product constants."""
BODY_STEP = 0.10
"""Nobody gains or loses this share between two weigh-ins unnoticed."""


class Doubt(Value, frozen=True):
    """What is doubted, ``375 kg``, and ``why``: ``ten times 37.5?``.

    ``way_out`` is what can be done instead of keeping it, or of typing it anew.
    """

    what: str
    why: str
    way_out: str = ""

    def __str__(self) -> str:
        return f"{self.what}: {self.why}"


class Known(Value, frozen=True, kw_only=True):
    """What is known of a lift before a set; None and empty where nothing is.

    ``last`` is the load that the row shows, ``most_reps`` the meter's upper end at the
    load typed, ``usual_s`` the usual length of a timed set in seconds. Of a lift that
    ``is_new`` today is all that is known: after the empty bar comes any load.
    """

    exercise: Exercise
    last: Load | None = None
    bests: Bests = field(default_factory=Bests)
    body_kg: float | None = None
    most_reps: float | None = None
    usual_s: float | None = None
    is_new: bool = False


class SlipQuestion:
    """Asks about a doubt once; the same said again is the answer."""

    def __init__(
        self, clock: Callable[[], datetime], bounce: timedelta = BOUNCE
    ) -> None:
        self._clock = clock
        self._bounce = bounce
        self._asked: tuple[object, datetime] | None = None

    def ask(self, typed: object, doubt: Doubt | None) -> None:
        """Raise ``doubt`` unless it was asked of ``typed`` and this answers it.

        An enter that bounces, or is held down, is no answer.
        """
        if doubt is None:
            return
        now, asked = self._clock(), self._asked
        answers = (
            asked is not None and asked[0] == typed and now - asked[1] >= self._bounce
        )
        self._asked = None if answers else (typed, now)
        if not answers:
            end = "" if doubt.why.endswith(("?", ".")) else "."
            raise DoubtError(f"{doubt}{end} {ENTER_AGAIN}{doubt.way_out}")

    def forget_other_than(self, typed: object) -> None:
        """Another text was typed meanwhile: the question was about a former one."""
        if self._asked is not None and self._asked[0] != typed:
            self._asked = None


def doubt_of(
    values: LoggedSet,
    row: TypedRow,
    workout: Workout,
    lifts: Lifts,
    earlier: Sequence[LoggedSet],
    last: Load | None = None,
) -> Doubt | None:
    """What is doubtful about a set typed on a row of ``workout``; None if nothing is.

    ``earlier`` are the sets of the lift before it; ``last`` is the load that is likely,
    where it is not the one that the row shows.
    """
    exercise = row.exercise
    bests = bests_so_far(workout, lifts, exercise.id)
    weight = weight_of(exercise, values.load)
    likely: float | None = 0 if weight is None else bests.most_reps(weight)
    # What was done before is never doubted, however tired the lifter is now.
    if (values.reps or 0) > (likely or 0):
        high = lifts.meters.read(exercise.id, values.load, workout, earlier).high
        if weight is not None and high is None:
            moved = lifts.moved_kg(exercise.id, values.load, workout)
            likely = bests.likely_reps(weight, moved)
        else:
            likely = high if weight is None else max(high or 0, likely or 0)
    known = Known(
        exercise=exercise,
        last=last or row.shown.load,
        bests=bests,
        body_kg=lifts.body_kg(workout),
        most_reps=likely,
        usual_s=_usual_s(exercise.id, workout, lifts),
        is_new=not lifts.bests(exercise.id).reps,
    )
    return set_doubt(values, known)


def _usual_s(exercise: str, workout: Workout, lifts: Lifts) -> float | None:
    """The middle one of the times of the last sessions and today; None without any."""
    sessions = (*lifts.recent(exercise), lifts.session(workout, exercise))
    times = sorted(
        done.seconds for one in sessions for done in one.working if done.seconds
    )
    return times[len(times) // 2] if times else None


def bests_so_far(workout: Workout, lifts: Lifts, exercise: str) -> Bests:
    """The bests of a lift with the sets of the open workout, of a first session too."""
    bests = lifts.bests(exercise)
    for one in lifts.judged(workout, exercise):
        bests = one.bests
    return bests


def set_doubt(values: LoggedSet, known: Known) -> Doubt | None:
    """What is doubtful about a set; None if nothing is."""
    finders = (_swapped, _stepped, _light, _heavy, _many, _long)
    return next(filter(None, (find(values, known) for find in finders)), None)


def lacks_first_digit(
    typed: LoggedSet | None, joined: LoggedSet, shown: LoggedSet
) -> bool:
    """Whether a line is likely the tail of one whose first digit went elsewhere.

    ``typed`` is the line as it reads, None where it does not, ``joined`` with the digit
    before it; ``shown`` is what the row holds. The loads tell, or else the reps where
    the line has no load of its own.
    """
    sets = (typed, joined, shown)
    low, whole, last = (one and one.load and one.load.kg for one in sets)
    if joined.load == shown.load and (typed is None or typed.load == shown.load):
        low, whole, last = (one and one.reps for one in sets)
    near = whole and last and _apart(whole, last) <= log(FAR)
    return bool(near and (low or 0) * FAR < (last or 0))


def body_doubt(weight: Load, last: Load | None) -> Doubt | None:
    """What is doubtful about a body weight, given the last one; None if nothing is."""
    sane = LIGHTEST_BODY_KG <= weight.kg <= HEAVIEST_BODY_KG
    if last is None or not last.value:
        return None if sane else Doubt(str(weight), f"a body weight in {weight.unit}?")
    if sane and abs(weight.kg / last.kg - 1) <= BODY_STEP + 1e-9:
        return None
    slip = _slip(weight, last.kg)
    return Doubt(str(weight), slip or f"{last.to(weight.unit)} the last time?")


def _swapped(values: LoggedSet, known: Known) -> Doubt | None:
    """``8x60`` for ``60x8``: too light, and the reps are about the last load."""
    load, last = values.load, known.last
    if load is None or last is None or not values.reps or _light(values, known) is None:
        return None
    if not _alike(values.reps, last.to(load.unit).value):
        return None
    turned = f"{values.reps} x {number(load.value)}"
    return Doubt(f"{load} x {values.reps}", f"{turned} the other way round?")


def _stepped(values: LoggedSet, known: Known) -> Doubt | None:
    """A load typed as the log writes it, ``-20x8`` or ``+10x8``, which is a step."""
    load, last, kind = values.load, known.last, known.exercise.load
    if load is None or last is None or last.kg < FAR_STEP_KG:
        return None
    once = last.to(load.unit).value
    again = {LoadKind.ASSISTED: 0.0, LoadKind.BODYWEIGHT_PLUS: 2 * once}
    weight = weight_of(known.exercise, load)
    done = weight is not None and known.bests.most_reps(weight)
    if load.value != again.get(kind) or done:
        return None
    how = "twice the last load" if load.value else "no help"
    return Doubt(str(load), f"{how}? the last load is typed {number(once)}x")


def _light(values: LoggedSet, known: Known) -> Doubt | None:
    load, last = values.load, known.last
    if load is None or last is None or values.kind is not Kind.WORK:
        return None
    on_body = known.exercise.load is not LoadKind.WEIGHT
    if load.kg >= TOO_LIGHT * last.kg or (on_body and not load.value):
        return None
    slip = _slip(load, last.kg)
    return Doubt(str(load), slip or "under a quarter of the last load?")


def _heavy(values: LoggedSet, known: Known) -> Doubt | None:
    load, exercise = values.load, known.exercise
    weight = weight_of(exercise, load)
    if load is None or weight is None or not load.value:
        return None
    if not known.bests.reps:
        beyond = exercise.load is LoadKind.WEIGHT and load.kg > HEAVIEST_KG
        return (
            Doubt(str(load), f"ten times {number(load.value / 10)}?")
            if beyond
            else None
        )
    heaviest = known.bests.reps[0][0]
    helped_away = exercise.load is LoadKind.ASSISTED and load.kg >= (
        known.body_kg or NOMINAL_BODY_KG
    )
    if not helped_away and not is_too_heavy(exercise, weight, heaviest, known.body_kg):
        return None
    near = known.last.kg if known.last and known.last.value else abs(heaviest)
    slip = _slip(load, near)
    if known.is_new and not slip:
        return None
    most = Load(abs(heaviest), Unit.KG).to(load.unit)
    return Doubt(str(load), slip or f"{_most_words(exercise, most)}?")


def _most_words(exercise: Exercise, most: Load) -> str:
    if exercise.load is LoadKind.ASSISTED:
        return f"{most} of assistance was the least so far"
    if not most.value:
        return "no load was added so far"
    return f"the most so far is {most}"


def _many(values: LoggedSet, known: Known) -> Doubt | None:
    reps, most = values.reps, known.most_reps
    if not reps or most is None or not is_too_many(reps, most):
        return None
    last, (head, tail) = known.last, divmod(reps, 10)
    why = f"about {round(most)} at the most were likely?"
    if last is not None and reps == last.value:
        why = f"{last}? a load is typed {number(last.value)}x"
    elif tail <= MOST_ANSWER and most / 3 <= head and not is_too_many(head, most):
        why = f"{head} with {tail} left is {head}@{tail}?" if tail else f"{head}?"
    return Doubt(f"{reps} reps", why)


def _long(values: LoggedSet, known: Known) -> Doubt | None:
    seconds, usual = values.seconds, known.usual_s
    if seconds is None or not usual or seconds < TOO_LONG * usual:
        return None
    why = f"{duration_words(usual)} is usual?"
    if _alike(seconds / 60, usual):
        why = f"{number(seconds / 60)} s?"
    elif _alike(seconds / 10, usual):
        why = f"ten times {duration_words(seconds / 10)}?"
    return Doubt(duration_words(seconds), why)


def _slip(load: Load, near_kg: float) -> str:
    """The slip that would explain a load where one of ``near_kg`` is likely, or none.

    A decimal point or a digit lost, one too many, or the other unit.
    """
    other = Unit.LB if load.unit is Unit.KG else Unit.KG
    found = (
        (Load(load.value / 10, load.unit), f"ten times {number(load.value / 10)}?"),
        (Load(load.value * 10, load.unit), f"a tenth of {number(load.value * 10)}?"),
        (Load(load.value, other), f"{Load(load.value, other)}?"),
    )
    likely = [(_apart(one.kg, near_kg), why) for one, why in found]
    apart, why = min(likely)
    return why if apart <= log(ALIKE) else ""


def _alike(one: float, other: float) -> bool:
    return _apart(one, other) <= log(ALIKE)


def _apart(one: float, other: float) -> float:
    """How far apart two numbers are, as the size of the logarithm of their ratio."""
    # Not the logarithm of the ratio: of the smallest numbers that would be 0.
    return abs(log(one) - log(other)) if one > 0 and other > 0 else float("inf")

"""Personal records as they happen, and the bests that they are held against.

Working sets only, deloads left out. A set in which the form broke neither makes a
record nor stands in the way of one, and the first session of a lift gives none. A set
too far beyond the past to be believed counts from when a later set stands by it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from enum import StrEnum
from itertools import islice, takewhile

from befit_tui.analysis.lift.sessions import (
    NOMINAL_BODY_KG,
    Session,
    session_of,
    weigh_ins,
)
from befit_tui.analysis.lift.slips import is_too_heavy, is_too_light, is_too_many
from befit_tui.analysis.lift.strength import EPLEY, est_1rm
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History, in_order
from befit_tui.domain.load import Load, Unit, from_kg, tenth
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Form, LoadKind, Phase
from befit_tui.domain.workout import LoggedSet, Workout

SAME_LOAD_KG = 0.05
"""Loads closer than this are the same: 60 kg and 132.28 lb differ by 0.2 g."""

SAME_LINE = timedelta(seconds=1)
"""Sets that ended closer together were typed in one line, so one slip made them all."""

NEAR = 1.1
"""Times a load at which reps count to beat at it: ten at 40 kg beat no five at 100
(product constant)."""

Pairs = tuple[tuple[float, int], ...]


class Bests(Value, frozen=True):
    """The bests of a lift so far.

    ``reps`` holds (weight, reps) pairs that nothing beats, heaviest first, so with
    ever more reps. A weight is kilograms on the bar, added to the body, or taken off
    it (negative). ``rated`` tells whether any 1RM came from a set of known effort.
    ``doubted`` are sets too good to be believed, which no later one stood by so far.
    """

    reps: Pairs = ()
    one_rm_kg: float = 0.0
    rated: bool = False
    doubted: tuple[LoggedSet, ...] = ()

    def most_reps(self, weight: float) -> int:
        """The most reps ever done at that weight or heavier; 0 if never."""
        heavier = takewhile(lambda pair: pair[0] >= weight - SAME_LOAD_KG, self.reps)
        return max((reps for _, reps in heavier), default=0)

    def reps_to_beat(self, exercise: Exercise, weight: float) -> int | None:
        """The same where nothing much heavier made them; None where it did."""
        heavier = takewhile(lambda pair: pair[0] >= weight - SAME_LOAD_KG, self.reps)
        body = NOMINAL_BODY_KG if exercise.load.on_body else 0.0
        tried, reps = min(heavier, default=(weight, 0))
        return reps if body + tried <= NEAR * (body + weight) else None

    def likely_reps(self, weight: float, moved_kg: float | None) -> float | None:
        """The most reps that the past speaks for at a weight; None if it cannot say.

        At a new heaviest weight those of the heaviest so far.
        """
        if not self.reps:
            return None
        done = float(self.most_reps(weight) or self.reps[0][1])
        if moved_kg and self.one_rm_kg:
            return max(done, EPLEY * (self.one_rm_kg / moved_kg - 1))
        return done if weight >= self.reps[-1][0] - SAME_LOAD_KG else None


def weight_of(exercise: Exercise, load: Load | None) -> float | None:
    """What makes a set of an exercise heavier than another, in kilograms.

    The load; zero if there is none on bodyweight lifts; minus the assistance on
    assisted ones. None where load has no meaning or is unknown.
    """
    if exercise.load is LoadKind.REPS_ONLY:
        return 0.0
    if exercise.load is LoadKind.BODYWEIGHT_PLUS:
        return load.kg if load is not None else 0.0
    if load is None or exercise.load in (LoadKind.DURATION, LoadKind.DISTANCE):
        return None
    return -load.kg if exercise.load is LoadKind.ASSISTED else load.kg


def with_set(bests: Bests, session: Session, done: LoggedSet) -> Bests:
    """The bests after a set that counts."""
    weight, reps = weight_of(session.exercise, done.load), done.reps or 0
    pairs = bests.reps
    if weight is not None and reps > bests.most_reps(weight):
        kept = [p for p in pairs if p[0] > weight + SAME_LOAD_KG or p[1] > reps]
        pairs = tuple(sorted([*kept, (weight, reps)], reverse=True))
    top = est_1rm(done, session.moved_kg(done))
    if top is None:
        return replace(bests, reps=pairs)
    rated = bests.rated or known_left(done) is not None
    return Bests(pairs, max(bests.one_rm_kg, top), rated, bests.doubted)


def is_doubtful(session: Session, done: LoggedSet, weight: float, bests: Bests) -> bool:
    """Whether a set is too far beyond the bests to be believed by itself."""
    if not bests.reps:
        return False
    heaviest = bests.reps[0][0]
    if is_too_heavy(session.exercise, weight, heaviest, session.body_kg):
        return True
    if is_too_light(session.exercise, weight, heaviest):
        return True
    likely = bests.likely_reps(weight, session.moved_kg(done))
    return likely is not None and is_too_many(done.reps or 0, likely)


def stands_by(session: Session, later: LoggedSet, doubted: LoggedSet) -> bool:
    """Whether a set makes an earlier one likely: about as heavy, about as many reps."""
    weight = weight_of(session.exercise, later.load)
    tried = weight_of(session.exercise, doubted.load)
    if weight is None or tried is None or not later.reps or later.form is Form.BROKE:
        return False
    if later.at and doubted.at and later.at - doubted.at < SAME_LINE:
        return False
    return not (
        is_too_heavy(session.exercise, tried, weight, session.body_kg)
        or is_too_light(session.exercise, tried, weight)
        or is_too_many(doubted.reps or 0, later.reps)
    )


def with_stood_by(session: Session, done: LoggedSet, bests: Bests) -> Bests:
    """The bests with the doubted sets that this one stands by."""
    for one in bests.doubted:
        if stands_by(session, done, one):
            doubted = tuple(other for other in bests.doubted if other is not one)
            bests = replace(with_set(bests, session, one), doubted=doubted)
    return bests


class RecordKind(StrEnum):
    """What a record is about."""

    LOAD = "load"
    REPS = "reps"
    ONE_RM = "e1rm"


_SAID = {
    RecordKind.LOAD: "best load",
    RecordKind.REPS: "best at",
    RecordKind.ONE_RM: "best est. 1RM",
}


class Record(Value, frozen=True):
    """A record that a set made: its load, or the 1RM that it speaks for."""

    kind: RecordKind
    exercise: Exercise
    load: Load | None
    is_least: bool = False
    """Whether nobody rated the set: its 1RM may lie above."""

    def words(self, unit: Unit) -> str:
        """How to say it: ``best at 27.5 kg``.

        The unit that the lifter wants for the exercise goes before ``unit``.
        """
        if self.kind is RecordKind.ONE_RM:
            return f"{_SAID[self.kind]} {self.one_rm_words(unit)}"
        load = self.load and self.load.to(self.exercise.unit or unit)
        return f"{_SAID[self.kind]} {load_label(self.exercise, load)}"

    def one_rm_words(self, unit: Unit) -> str:
        """The 1RM alone: ``104 kg``, of a set that nobody rated ``at least 104 kg``."""
        unit, kg = self.exercise.unit or unit, self.load.kg if self.load else 0.0
        least = "at least " if self.is_least else ""
        return f"{least}{tenth(from_kg(kg, unit))} {unit}"


def bests_of(past: Iterable[Session]) -> Bests:
    """The bests over the working sets of ``past`` sessions, oldest first."""
    bests = Bests()
    for one in judge(past, bests):
        bests = one.bests
    return bests


class Judged(Value, frozen=True):
    """A working set with the records it made, and the bests after it."""

    session: Session
    done: LoggedSet
    records: tuple[Record, ...]
    bests: Bests


def judge(found: Iterable[Session], bests: Bests) -> Iterator[Judged]:
    """Each working set of some sessions against the bests before it.

    A doubtful set that a later one stands by counts where it was done; one that none
    of these stands by waits in ``Bests.doubted``.
    """
    sets = [(session, done) for session in found for done in session.working]
    for place, (session, done) in enumerate(sets):
        later = (one for _, one in islice(sets, place + 1, None))
        records, bests = _judge(session, done, bests, later)
        yield Judged(session, done, records, bests)


def lift_records(found: Iterable[Session]) -> dict[str, tuple[Record, ...]]:
    """The records of a lift by set id; sets without one are missing.

    ``found`` are all sessions of one lift, oldest first.
    """
    made: dict[str, tuple[Record, ...]] = {}
    first: Session | None = None
    for one in judge(found, Bests()):
        if first is None and one.bests.reps:
            first = one.session
        if one.records and one.session is not first:
            made[one.done.id] = one.records
    return made


def records_of(
    workout: Workout, history: History, exercises: Callable[[str], Exercise]
) -> Mapping[str, tuple[Record, ...]]:
    """The records that a workout made over everything before it, by set id.

    ``history`` may hold it already, and later ones.
    """
    known = weigh_ins((*history, workout))
    made: dict[str, tuple[Record, ...]] = {}
    for exercise in map(exercises, {entry.exercise for entry in workout.entries}):
        past = {one.workout.id: one.workout for one in history.exposures(exercise.id)}
        order = in_order((past | {workout.id: workout}).values())
        made |= lift_records(session_of(one, exercise, known) for one in order)
    ids = {done.id for done in workout.sets}
    return {key: records for key, records in made.items() if key in ids}


def to_beat(bests: Bests, exercise: Exercise, load: Load | None) -> str:
    """``8 ties, 9 is a best``; empty where nothing was done at about that load."""
    weight = weight_of(exercise, load)
    if weight is None or not bests.reps:
        return ""
    ties = bests.reps_to_beat(exercise, weight)
    if ties is None:
        return ""
    return f"{ties} ties, {ties + 1} is a best" if ties else "any rep is a best"


def load_label(exercise: Exercise, load: Load | None) -> str:
    """A load as a record names it: ``80 kg``, ``+10 kg``, ``bodyweight``."""
    if load is None or (exercise.load is not LoadKind.WEIGHT and not load.value):
        return "bodyweight"
    signs = {LoadKind.BODYWEIGHT_PLUS: "+", LoadKind.ASSISTED: "-"}
    return f"{signs.get(exercise.load, '')}{load}"


def _judge(
    session: Session, done: LoggedSet, bests: Bests, later: Iterable[LoggedSet]
) -> tuple[tuple[Record, ...], Bests]:
    weight = weight_of(session.exercise, done.load)
    if weight is None or not done.reps or done.form is Form.BROKE:
        return (), bests
    if session.workout.phase is Phase.DELOAD:
        return (), bests
    bests = with_stood_by(session, done, bests)
    if is_doubtful(session, done, weight, bests) and not any(
        stands_by(session, one, done) for one in later
    ):
        return (), replace(bests, doubted=(*bests.doubted, done))
    made: list[Record] = []
    beaten = bests.reps_to_beat(session.exercise, weight)
    if bests.reps and beaten is not None and done.reps > beaten:
        made.append(_reps_record(session.exercise, done, weight, bests))
    top = est_1rm(done, session.moved_kg(done))
    # A first rated set tops the lower bounds of unrated ones by its rating alone.
    comparable = bests.rated or known_left(done) is None
    if top is not None and comparable and top > bests.one_rm_kg > 0:
        made.append(_one_rm_record(session.exercise, top, done))
    return tuple(made), with_set(bests, session, done)


def _reps_record(
    exercise: Exercise, done: LoggedSet, weight: float, bests: Bests
) -> Record:
    heaviest = weight > bests.reps[0][0] + SAME_LOAD_KG
    kind = RecordKind.LOAD if heaviest else RecordKind.REPS
    return Record(kind, exercise, done.load)


def _one_rm_record(exercise: Exercise, kg: float, done: LoggedSet) -> Record:
    is_least = known_left(done) is None
    return Record(RecordKind.ONE_RM, exercise, Load(kg, Unit.KG), is_least)

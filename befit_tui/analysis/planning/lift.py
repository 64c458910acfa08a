"""A lift as it stands before its next session, and which of its loads are alike."""

from collections.abc import Callable
from datetime import date

from befit_tui.analysis.lift.sessions import NOMINAL_BODY_KG, Session
from befit_tui.analysis.lift.verdict import Verdict
from befit_tui.analysis.planning.caution import Break, Caution
from befit_tui.analysis.planning.rack import Rack
from befit_tui.analysis.planning.results import Sets
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, from_kg
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import LoadKind, Progress
from befit_tui.domain.wording import load_words
from befit_tui.domain.workout import Range, Scheme

LEAST = 0.1
"""A mass that keeps shares finite."""

Meter = Callable[[Load | None, Sets], float | None]
"""Reps that a load allows after these sets of the day; None where it cannot be said."""


class Lift(Value, frozen=True, kw_only=True):
    """A lift as it stands before its next session.

    ``past`` are its sessions, oldest first, easy ones left out, before the ``day`` of
    the next one. ``reps`` is the range aimed at, ``usual`` the one it would be without
    the lifter's habits; ``way`` is how it moves on, ``caution`` what eases it today,
    ``back`` the break that it comes back from; ``most`` asks the meter. ``scheme`` is
    that of a programme, as planned for the day. ``how`` says the way in words: ``by
    reps left: you rate your sets``.
    """

    exercise: Exercise
    past: tuple[Session, ...]
    day: date
    way: Progress
    verdict: Verdict
    rack: Rack
    reps: Range
    usual: Range
    most: Meter
    caution: Caution
    back: Break | None = None
    deload: bool = False
    scheme: Scheme | None = None
    how: str = ""

    def words(self, load: Load) -> str:
        """A load as a row has it: ``80``, ``+10``, ``-20``, ``BW``."""
        return load_words(load, self.exercise, load.unit)

    def moved(self, value: float) -> float:
        """The mass that a load on the rack moves, in its unit; never nothing."""
        known = self.past[-1].body_kg if self.past else None
        body = from_kg(known or NOMINAL_BODY_KG, self.rack.unit)
        if self.exercise.load is LoadKind.ASSISTED:
            return max(LEAST, body - value)
        plus = body * (self.exercise.load is LoadKind.BODYWEIGHT_PLUS)
        return max(LEAST, value + plus)

    def mass(self, load: Load | None) -> float:
        """The mass that a load moves, in the unit of the rack; without one the body."""
        return self.moved(0.0 if load is None else load.to(self.rack.unit).value)

    def scaled(self, load: Load, share: float) -> Load | None:
        """The load nearest to a share of the mass moved, or None."""
        more = self.moved(load.value) * (share - 1)
        sign = -1 if self.exercise.load is LoadKind.ASSISTED else 1
        return self.rack.nearest(Load(max(0.0, load.value + sign * more), load.unit))

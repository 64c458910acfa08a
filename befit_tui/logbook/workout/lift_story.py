"""What stands beside the set: how its lift went, what is planned for it and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import Kind
from befit_tui.logbook.lift_sessions import LiftStory, lift_story
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.words import best_words, loaded_words, planned_words


@dataclass(frozen=True, slots=True)
class PlanStory:
    """What a lift is to do today: its sets, why, and the number to beat.

    ``aim`` is what a programme asks, where its heading in the list says less.
    """

    aim: str
    sets: str
    why: str
    beat: str


class LiftStories:
    """The stories of lifts, each read once for a state of the log and kept.

    Two threads may ask: at worst both read the same.
    """

    def __init__(self) -> None:
        self._made_of: tuple[Lifts, Unit, date] | None = None
        self._known: dict[str, LiftStory] = {}

    def read(
        self, lifts: Lifts, exercise: Exercise, unit: Unit, today: date
    ) -> LiftStory:
        """The story of a lift; tens of milliseconds for 20 years, the first time."""
        if self._made_of != (lifts, unit, today):
            self._made_of, self._known = (lifts, unit, today), {}
        known = self._known
        if (story := known.get(exercise.id)) is None:
            story = lift_story(
                lifts.alert_cache.lifts(today),
                lifts.history,
                exercise,
                unit,
                until=today,
                today=today,
            )
            known[exercise.id] = story
        return story


def plan_story(cursor: RowCursor) -> PlanStory | None:
    """What the plan asks of the lift under the cursor; None without a row."""
    title, exercise = cursor.title, cursor.exercise
    if title is None or exercise is None:
        return None
    sets = [
        one.planned
        for one in cursor.sets_of(title.entry)
        if one.planned.kind is Kind.WORK
    ]
    coming = cursor.coming_row
    beat = best_words(cursor, coming.planned.load) if coming is not None else ""
    aim = title.plan_words[0] if title.brief else ""
    return PlanStory(aim, _sets_words(sets, exercise, cursor.unit), title.why, beat)


def _sets_words(sets: Sequence[PlannedSet], exercise: Exercise, unit: Unit) -> str:
    """``80 kg × 8, 8, 7 · 75 kg × 8``: the reps of neighbours with one load."""
    said: list[tuple[str, list[str]]] = []
    for one in sets:
        named = loaded_words(one.load, exercise, unit)
        amount = planned_words(one)
        if said and said[-1][0] == named:
            said[-1][1].append(amount)
        else:
            said.append((named, [amount]))
    return " · ".join(f"{load} × {', '.join(amounts)}" for load, amounts in said)

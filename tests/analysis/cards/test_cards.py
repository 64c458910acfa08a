"""Cards inform: a sentence and its numbers, or nothing where data are missing."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, workout
from lifts import CURL, SQUAT, lift

from befit_tui.analysis.alerts import Thresholds
from befit_tui.analysis.alerts.snapshot import Snapshot, build
from befit_tui.analysis.cards.effort import CARDS, Card, effort_cards
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import CheckIn, JointPain, SetTarget, Target, Workout

Lookup = Callable[[str], Exercise]


def scene_of(*log: Workout, lifts: Lookup = lift) -> Snapshot:
    last = max((one.started_at for one in log), default=MONDAY)
    return build(History(log), lifts, as_of=last.date(), thresholds=Thresholds())


def sentences(*log: Workout, lifts: Lookup = lift) -> dict[str, str]:
    snapshot = scene_of(*log, lifts=lifts)
    cards = effort_cards(snapshot)
    return {card.title: card.sentence for card in cards}


def sets(*lefts: float | None, day: int = 0, exercise=CURL, target=None):
    logged = (done(15, 12, left=left, id=f"{day}-{n}") for n, left in enumerate(lefts))
    return entry(exercise.id, *logged, target=target)


def calm(day: int, **fields) -> Workout:
    return workout(sets(2, day=day), day=day, **fields)


AIMED = Target(sets=(SetTarget(left=(1, 3)),) * 3)
KNEE = CheckIn(joints=(JointPain("knee", 2),))


SAYS = {
    "The last 7 days": [workout(sets(1, 3, 0, target=AIMED))],
    "Close often, failure occasionally": [workout(sets(*[1, 2, 3] * 4, 0))],
    "Focus": [calm(0, focus=2), calm(28, focus=4)],
    "Maximal sessions": [calm(2 * n, session_rpe=9.5) for n in range(3)],
    "Strength block": [workout(sets(0, exercise=SQUAT), phase=Phase.STRENGTH)],
    "Sessions": [calm(3 * n) for n in range(20)] + [calm(84)],
    "Joints": [calm(0), calm(30, checkin=KNEE), calm(32, checkin=KNEE)],
}
SENTENCES = {
    "The last 7 days": "2 of 3 sets with a target ended inside it; 1 of 3 rated ones "
    "went to failure.",
    "Close often, failure occasionally": "92% of rated sets in 4 weeks were "
    "1-3 short, 8% at failure: on track.",
    "Focus": "Focus 4.0 of 5 in four weeks, 2.0 in the four before.",
    "Maximal sessions": "3 maximal sessions in a row. Not every day has to be one.",
    "Strength block": "In a strength block, stopping 1-3 short gives the same "
    "strength.",
    "Joints": "Knee reports went from 0 to 2 in a month.",
}


@pytest.mark.parametrize("title", SAYS)
def test_a_card_says(title: str) -> None:
    said = sentences(*SAYS[title])
    assert title in said
    assert said[title] == SENTENCES.get(title, said[title])


def test_an_empty_log_has_no_cards() -> None:
    assert sentences() == {}


def test_an_unrated_log_has_no_cards() -> None:
    assert sentences(workout(sets(None, None))) == {}


def test_cards_are_the_same_for_the_same_log() -> None:
    snapshot = scene_of(*SAYS["Joints"])
    assert effort_cards(snapshot) == effort_cards(snapshot)
    assert len(CARDS) == 7
    assert all(isinstance(card, Card) for card in effort_cards(snapshot))


def test_old_days_do_not_count() -> None:
    early, late = calm(0, session_rpe=10), calm(60)
    assert (late.started_at - early.started_at) == timedelta(days=60)
    assert "Maximal sessions" not in sentences(early, late)

"""The card of an exercise: muscles, set-up, how it fails, its risk; last done."""

from collections.abc import Iterator
from datetime import date

from befit_tui.catalog.muscles import muscle_words
from befit_tui.catalog.technique import technique_of
from befit_tui.domain import signs
from befit_tui.domain.effort import is_working
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import Exposure
from befit_tui.domain.load import Unit
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import Risk
from befit_tui.domain.wording import (
    SHORT_MONTHS,
    day_words,
    effort_words,
    set_words,
    short_day_words,
)
from befit_tui.logbook.lines import Line, Run

SHORT_DAYS = 300
"""Days within which a day and a month say which day is meant; product constant."""

RISK_RUNS: dict[Risk, Run] = {
    Risk.GOOD: (f"{signs.AS_MEANT} good", "good"),
    Risk.CAUTION: (f"{signs.CARE} caution", "warn"),
    Risk.AVOID: (f"{signs.STOP} avoid", "bad"),
}
"""What failure risks, as it stands in a column: a sign and a word."""
RISK_ADVICE = {
    Risk.GOOD: "may go to failure; the budget still counts it",
    Risk.CAUTION: "to failure in the last set only, and not when heavy",
    Risk.AVOID: "stop 1 to 3 reps short of failure",
}
"""What follows from it for a set."""
_RISK_HEADINGS: dict[Risk, Run] = {
    Risk.GOOD: (f"{signs.AS_MEANT} Good to take to failure", "good"),
    Risk.CAUTION: (f"{signs.CARE} Caution near failure", "warn"),
    Risk.AVOID: (f"{signs.STOP} Avoid failure", "bad"),
}
_REASONS = {
    "spinal-load": "The lower back carries the load, and gives way before the muscle.",
    "balance": "A rep that fails costs balance before it costs strength.",
    "bar-over-body": "A rep that fails has to be taken off you.",
    "olympic": "It is done fast: tired form goes at full speed.",
    "none": "A rep that fails just stops: nothing falls on you or pulls you over.",
}
_NOT_KNOWN = "Nobody said what failure risks on it, so no rule judges it."
_NOT_JUDGED = "Failure means nothing here, so no rule judges it."


class ExerciseCard(Value, frozen=True):
    """What an exercise is: ``parts`` are always four, a heading and an answer."""

    name: str
    last: str
    parts: tuple[tuple[Line, Line], ...]
    source: str


def exercise_card(
    exercise: Exercise, exposures: tuple[Exposure, ...], unit: Unit
) -> ExerciseCard:
    """The card of an exercise that was done in ``exposures``, oldest first."""
    technique = technique_of(exercise)
    return ExerciseCard(
        name=exercise.name,
        last=_last_words(exercise, exposures, unit),
        parts=(
            ((("Muscles", "strong"),), _muscles(exercise)),
            ((("Set-up", "strong"),), ((technique.setup, ""),)),
            (
                (("Technical failure looks like", "strong"),),
                ((technique.failure, ""),),
            ),
            _risk(exercise),
        ),
        source=technique.source,
    )


def spoken_card(card: ExerciseCard) -> Iterator[str]:
    """A card in sentences, for those who hear it."""
    yield f"{card.name}, {card.last}."
    for title, answer in card.parts:
        # A sign stands for eyes before a heading that says the same.
        heading = _plain(title).lstrip("".join(signs.MEANINGS)).strip()
        yield f"{heading}: {_plain(answer).rstrip('.')}."


def _plain(line: Line) -> str:
    return "".join(text for text, _ in line)


def failure_line(exercise: Exercise) -> str:
    """What technical failure looks like on an exercise, in one sentence."""
    return technique_of(exercise).failure


def risk_run(exercise: Exercise) -> Run:
    """What failure risks on an exercise, short: ``▲ caution``."""
    if not exercise.is_judged:
        return "–", "dim"
    if exercise.failure_risk is None:
        return "? unknown", "dim"
    return RISK_RUNS[exercise.failure_risk]


def muscle_of(exercise: Exercise) -> str:
    """The muscle that an exercise is mostly for; a dash where nobody knows."""
    return muscle_words(exercise.primary[0]) if exercise.primary else "–"


def last_done(day: date | None, today: date) -> str:
    """When an exercise was last done, in at most eight cells: ``today``, ``2 Nov``."""
    if day is None:
        return "never"
    if day == today:
        return "today"
    if abs((today - day).days) < SHORT_DAYS:
        return short_day_words(day)
    return f"{SHORT_MONTHS[day.month - 1]} {day.year}"


def _last_words(exercise: Exercise, exposures: tuple[Exposure, ...], unit: Unit) -> str:
    """``last 65 kg × 7, 1 left, Mon 2 Nov 2026``: the heaviest set of that day."""
    if not exposures:
        return "not done yet"
    workout, entry = exposures[-1].workout, exposures[-1].entry
    work = [done for done in entry.sets if is_working(done)] or list(entry.sets)
    top = max(work, key=lambda one: (one.kg, one.reps or 0))
    words = set_words(top, exercise, unit, name_unit=True)
    said = (words, effort_words(top), day_words(workout.started_at))
    return f"last {', '.join(filter(None, said))}"


def _muscles(exercise: Exercise) -> Line:
    driven = ", ".join(map(muscle_words, exercise.primary))
    helped = ", ".join(map(muscle_words, exercise.secondary))
    if not driven:
        return (("Nobody said which muscle it is for.", "dim"),)
    if not helped:
        return (driven, "strong"), (" at work", "")
    return (driven, "strong"), (" at work, with ", ""), (helped, "")


def _risk(exercise: Exercise) -> tuple[Line, Line]:
    """The class as a heading with what to do about it, and why below."""
    if not exercise.is_judged or exercise.failure_risk is None:
        unsaid = _NOT_KNOWN if exercise.is_judged else _NOT_JUDGED
        return (("To failure", "strong"),), ((unsaid, ""),)
    why = _REASONS.get(exercise.risk_reason, "")
    heading = _RISK_HEADINGS[exercise.failure_risk]
    advice = RISK_ADVICE[exercise.failure_risk]
    said = f"{why} {advice[0].upper()}{advice[1:]}."
    return (heading,), ((said.strip(), ""),)

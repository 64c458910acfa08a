"""The check-in: how the lifter comes in today, asked in ten seconds, all optional."""

import re
from datetime import timedelta
from typing import Any

from befit_tui.analysis.readiness import USUAL_DAYS, Readiness, readiness
from befit_tui.domain.codec import to_plain
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.value import replace
from befit_tui.domain.workout import CheckIn, JointPain, Workout
from befit_tui.logbook.doubts import body_doubt
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.phase_and_check_in import waiting_check_in, with_check_in
from befit_tui.logbook.questionnaire import (
    Question,
    Questionnaire,
    hours,
    scale,
    typed,
    yes_no,
)

LIBRARY_LIST = "checkins"
_SITES = {
    "n": "neck", "s": "shoulder", "e": "elbow", "w": "wrist",
    "b": "lower-back", "h": "hip", "k": "knee", "a": "ankle",
}  # fmt: skip
"""The letter that names each joint."""
_SCALES = ("sleep", "soreness", "stress", "fatigue", "mood")
_WORST_PAIN = 10
DAY_H = 24
MOST_MINUTES, MOST_WEIGHT = 600, 700
"""Beyond these a typed number is a slip of the finger; product constants."""


def _joints(now: Any, key: str) -> tuple[Any, bool] | None:
    """A letter names a joint, the digits after it its pain."""
    known: tuple[tuple[str, int | None], ...] = now or ()
    if key in _SITES:
        others = tuple(pair for pair in known if pair[0] != _SITES[key])
        return (*others, (_SITES[key], None)), False
    if not known or len(key) != 1 or key not in "0123456789":
        return None
    site, pain = known[-1]
    value = _WORST_PAIN if (pain, key) == (1, "0") else int(key)
    return (*known[:-1], (site, value)), False


def _joint_words(known: tuple[tuple[str, int | None], ...]) -> str:
    return ", ".join(
        f"{_plain(site)} {'?' if pain is None else pain}" for site, pain in known
    )


def _plain(site: str) -> str:
    return site.replace("-", " ")


def _eating_words(less: bool) -> str:
    return "yes" if less else "no"


def _of_five(name: str, label: str, worst: str, best: str) -> Question:
    return Question(name, label, f"1 {worst} … 5 {best}", scale(1, 5))


def lines(unit: Unit, last: Load | None = None) -> tuple[Question, ...]:
    """The questions, the ones that matter most first; ``last`` is a body weight."""
    sites = ", ".join(f"{key} {_plain(site)}" for key, site in _SITES.items())
    half, less = "a digit; . adds a half", "y or n: less than you need"
    pain = "k4: the knee, 4 of 10"
    minutes, weight = typed(MOST_MINUTES), typed(MOST_WEIGHT)
    return (
        Question("sleep_hours", "hours slept", half, hours, number),
        _of_five("sleep", "sleep", "very poor", "very good"),
        _of_five("soreness", "soreness", "very sore", "not sore"),
        _of_five("stress", "stress", "stressed", "relaxed"),
        _of_five("fatigue", "fatigue", "worn out", "fresh"),
        _of_five("mood", "mood", "very low", "very good"),
        Question("eating_less", "eating less", less, yes_no, _eating_words),
        Question(
            "minutes_planned",
            "time today",
            f"minutes to {MOST_MINUTES}, then enter",
            minutes,
        ),
        Question(
            "bodyweight",
            "body weight",
            f"{unit} up to {MOST_WEIGHT}, then enter",
            weight,
            doubt=lambda text: _doubt(Load(float(text), unit), last),
        ),
        Question("joints", "joint pain", pain, _joints, _joint_words, more=sites),
    )


def read(line: Question, text: str) -> Any:
    """The answer that a whole line of text gives to a question; None if it gives none.

    On the screen a second digit takes the place of the first, or answers the next
    question; here both were meant.
    """
    if line.name == "sleep_hours":
        halves = re.fullmatch(r"\d{1,2}(\.[05]?)?", text)
        slept = float(text) if halves is not None else DAY_H + 1
        return slept if slept <= DAY_H else None
    answer = None
    for key, before in zip(text, f" {text}", strict=False):
        again = key.isdigit() and before.isdigit() and before + key != "10"
        found = line.press(answer, key)
        # What is typed number by number is kept as text.
        if found is None or (again and not isinstance(found[0], str)):
            return None
        answer, _ = found
    return answer


def new_questions(logbook: Logbook) -> Questionnaire:
    """The questions with what was answered already today."""
    return questions_of(logbook, given_today(logbook))


def questions_of(logbook: Logbook, workout: Workout) -> Questionnaire:
    """The questions with what a workout holds of the answers."""
    unit, last = logbook.unit, _weight_before(logbook, workout)
    return Questionnaire(lines(unit, last), _answers(workout, unit))


def given_today(logbook: Logbook) -> Workout:
    """What holds today's check-in: the open workout, or one that only waits for it."""
    if logbook.active is not None:
        return logbook.active
    now = logbook.clock()
    empty = Workout(id=now.date().isoformat(), started_at=now)
    return waiting_check_in(logbook.library, empty.id) or empty


def keep(logbook: Logbook, questions: Questionnaire) -> bool:
    """Keep the answers in the open workout, or for the one opened today; one step.

    Whether there was something new; else nothing is written.
    """
    old = given_today(logbook)
    given = with_check_in(old, answered(questions, old, logbook.unit))
    if given == old:
        return False
    if logbook.active is not None:
        logbook.keep(given, "check-in")
    else:
        item = to_plain(given)
        logbook.keep_items(LIBRARY_LIST, {given.day.isoformat(): item}, "check-in")
    return True


def readiness_now(
    logbook: Logbook, questions: Questionnaire | None = None
) -> Readiness | None:
    """The check-in of today, or of ``questions``, against the weeks before, if any."""
    today = given_today(logbook)
    if questions is not None:
        today = answered(questions, today, logbook.unit)
    if today.checkin is None:
        return None
    near = logbook.history.since(today.day - timedelta(days=USUAL_DAYS))
    return readiness(today.checkin, today.day, near)


def _answers(given: Workout, unit: Unit) -> dict[str, Any]:
    known: dict[str, Any] = {}
    if given.minutes_planned is not None:
        known["minutes_planned"] = str(given.minutes_planned)
    if given.bodyweight is not None:
        known["bodyweight"] = number(given.bodyweight.to(unit).value)
    if (checkin := given.checkin) is not None:
        for name in ("sleep_hours", *_SCALES, "eating_less"):
            known[name] = getattr(checkin, name)
        known["joints"] = tuple((one.site, one.pain) for one in checkin.joints) or None
    return {name: answer for name, answer in known.items() if answer is not None}


def answered(questions: Questionnaire, old: Workout, unit: Unit) -> Workout:
    """A workout with the answers, and what cannot be asked here, such as a note."""
    answers = questions.answers
    joints = tuple(
        JointPain(site, pain)
        for site, pain in answers.get("joints") or ()
        if pain is not None
    )
    scales: dict[str, Any] = {name: answers.get(name) for name in _SCALES}
    checkin = replace(
        old.checkin or CheckIn(),
        sleep_hours=answers.get("sleep_hours"),
        eating_less=answers.get("eating_less"),
        joints=joints,
        **scales,
    )
    minutes = answers.get("minutes_planned")
    return replace(
        old,
        checkin=None if checkin == CheckIn() else checkin,
        minutes_planned=None if minutes is None else int(float(minutes)),
        bodyweight=_weight(answers.get("bodyweight"), old.bodyweight, unit),
    )


def _weight_before(logbook: Logbook, workout: Workout) -> Load | None:
    """The last body weight that was known before a workout."""
    earlier = (
        one.bodyweight
        for one in logbook.history.newest_first()
        if one.started_at < workout.started_at and one.id != workout.id
    )
    return next(filter(None, earlier), None)


def _doubt(weight: Load, last: Load | None) -> str:
    """What is doubtful about a body weight; zero stands for none."""
    return str(body_doubt(weight, last) or "") if weight.value else ""


def _weight(text: str | None, old: Load | None, unit: Unit) -> Load | None:
    """The body weight as typed; one that was not changed keeps its own unit."""
    if text is None or float(text) == 0:
        return None
    if old is not None and text == number(old.to(unit).value):
        return old
    return Load(float(text), unit)

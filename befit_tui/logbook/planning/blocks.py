"""Blocks of training (phases) that the lifter plans, and the deload among them."""

from datetime import date, timedelta
from typing import Any

from befit_tui.domain.codec import readable, to_plain
from befit_tui.domain.phase import (
    DELOAD_WEEKS,
    LONGEST_WEEKS,
    Block,
    Stretch,
    block_on,
    stretches,
)
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.wording import counted, day_words, short_day_words
from befit_tui.domain.workout import Workout, schemes_of
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.questionnaire import Question, Questionnaire, choice, typed

LIBRARY_LIST = "phases"
UNDO = " u takes it back."
"""Ends a sentence of what a key has planned."""
NONE = "no phase"
"""The answer for plain training; None is no answer."""
_CHOICES = {
    "h": Phase.HYPERTROPHY,
    "s": Phase.STRENGTH,
    "d": Phase.DELOAD,
    "n": NONE,
}
BLOCK_WEEKS = 6
"""Weeks of a block unless others are typed: most lifters ease off after 5.6 (Rogerson
2024)."""


def blocks(logbook: Logbook) -> tuple[Block, ...]:
    """Every block that was planned, in the order of planning."""
    return readable(Block, logbook.library.phases)


def current(logbook: Logbook, day: date | None = None) -> Block | None:
    """The block of a day, by default today; None when nothing is planned for it."""
    return block_on(blocks(logbook), day or logbook.clock().date())


def plan(logbook: Logbook, block: Block) -> str:
    """Plan a block as one step of undo, and say so; of several the last one counts.

    Workouts that lie in it become part of it, so that the past can be told. What was
    planned for days of it only is taken away; no phase is kept only to cut the rest.
    """
    others = blocks(logbook)
    gone = [one for one in others if block.holds(one.start) and block.holds(one.end)]
    is_cut = any(
        one.phase and one.start <= block.end and block.start <= one.end
        for one in others
        if one not in gone
    )
    kept = [replace(block, id=logbook.new_id())] if block.phase or is_cut else []
    logbook.read_back_to(block.start)
    joined = [
        (one, replace(one, phase=block.phase))
        for one in filter(None, (*logbook.history, logbook.active))
        if block.holds(one.day) and one.phase is not block.phase
    ]
    said = block_words(block)
    taken = ", ".join(block_words(one) for one in gone if one.phase)
    if not kept:
        said = f"Taken away: {taken}" if taken else "Nothing is planned"
    if (ease := _after(block)) is not None and ease.end >= logbook.clock().date():
        kept.append(replace(ease, id=logbook.new_id()))
        said = f"{said}, then a deload to {day_words(ease.end)}"
    if kept and taken:
        said = f"{said}; in the place of {taken[0].lower()}{taken[1:]}"
    items: dict[tuple[str, str], Any] = {(LIBRARY_LIST, one.id): None for one in gone}
    items |= {(LIBRARY_LIST, one.id): to_plain(one) for one in kept}
    if joined or items:
        logbook.change(joined, f"{_name(block.phase)} planned", items, is_edit=False)
    past = sum(one.ended_at is not None for one, _ in joined)
    return f"{said}; {counted(past, 'past workout')} in it." if past else f"{said}."


def _after(block: Block) -> Block | None:
    if block.phase not in (Phase.HYPERTROPHY, Phase.STRENGTH):
        return None
    return Block(Phase.DELOAD, block.end + timedelta(days=1), DELOAD_WEEKS)


def move_deload(logbook: Logbook, weeks: int) -> str:
    """Move the next deload by weeks, the block before it with it, and say so."""
    today, every = logbook.clock().date(), blocks(logbook)
    deloads = [one for one in every if one.phase is Phase.DELOAD and one.end >= today]
    coming = [one for one in deloads if one.start > today]
    if not coming:
        begun = "The deload has begun: it cannot be moved, only taken back."
        return begun if deloads else "No deload is planned."
    old = min(coming, key=lambda one: one.start)
    moved = replace(old, start=old.start + timedelta(weeks=weeks))
    if moved.start <= today:
        return f"The deload starts {day_words(old.start)}; it cannot come earlier."
    changes = {old.id: to_plain(moved)}
    for block in every:
        longer = block.weeks + weeks
        ends = block.end + timedelta(days=1) == old.start
        if ends and block.phase is not Phase.DELOAD and 1 <= longer <= LONGEST_WEEKS:
            changes[block.id] = to_plain(replace(block, weeks=longer))
    logbook.keep_items(LIBRARY_LIST, changes, "deload moved")
    return f"{block_words(moved)}.{UNDO}"


def plan_deload(logbook: Logbook) -> str:
    """Plan a deload of 7 days from the next free day, or take one back, and say so."""
    planned = {
        one.id: None
        for one in blocks(logbook)
        if one.phase is Phase.DELOAD and one.end >= logbook.clock().date()
    }
    if not planned:
        said = plan(logbook, Block(Phase.DELOAD, _first_day(logbook), DELOAD_WEEKS))
        return f"{said}{UNDO}"
    logbook.keep_items(LIBRARY_LIST, planned, "deload taken back")
    _move_open_workout(logbook)
    return "The deload is taken back."


def no_phase(logbook: Logbook) -> Block:
    """No phase from today on, for as long as anything is planned."""
    today = logbook.clock().date()
    days = (max((one.end for one in blocks(logbook)), default=today) - today).days
    weeks = min(max(days // 7 + 1, 1), LONGEST_WEEKS)
    return Block(None, today, weeks)


def block_words(block: Block | Stretch) -> str:
    """``Strength from Mon 2 Nov to Sun 13 Dec``."""
    name, end = _name(block.phase).capitalize(), day_words(block.end)
    return f"{name} from {day_words(block.start)} to {end}"


def phase_words(logbook: Logbook) -> str:
    """``Deload until Sun 29 Nov: stop with 4 left, half the sets``; may be empty.

    Before a block it is ``Deload from Mon 30 Nov to Sun 6 Dec``, outside of
    one ``Block: strength``.
    """
    block = current(logbook)
    active = logbook.active
    planned = block.phase if block is not None else None
    phase = active.phase if active is not None else planned
    if phase is None:
        return _coming_words(logbook)
    if phase is Phase.DELOAD and active is not None and _is_programmed(active):
        return "Easy week of the programme: its own light sets, none to failure."
    until = f" until {day_words(block.end)}" if block and planned is phase else ""
    if phase is Phase.DELOAD:
        return f"Deload{until}: stop with 4 left, half the sets, none to failure."
    if block is None or not until:
        return f"Block: {phase}."
    day = logbook.clock().date()
    how = {1: ": one more left", -1: ": one closer to failure"}
    week = f"week {block.week(day)} of {block.weeks}{how.get(block.easing(day), '')}"
    return f"{phase.capitalize()}{until}, {week}."


def _coming_words(logbook: Logbook) -> str:
    """The next block that is planned, of those that begin after today."""
    today = logbook.clock().date()
    coming = [one for one in stretches(blocks(logbook)) if one.start > today]
    return f"{block_words(coming[0])}." if coming else ""


def _is_programmed(workout: Workout) -> bool:
    return any(one.easy for one in schemes_of(workout.entries))


def _move_open_workout(logbook: Logbook) -> None:
    active = logbook.active
    if active is None or _is_programmed(active):
        return
    block = current(logbook, active.day)
    phase = block.phase if block is not None else None
    if phase is not active.phase:
        logbook.keep(replace(active, phase=phase), f"{_name(phase)} for this workout")


def _first_day(logbook: Logbook) -> date:
    today = logbook.clock().date()
    newest = next(logbook.history.newest_first(), None)
    last = filter(None, (newest, logbook.active))
    trained = any(one.day == today and one.sets for one in last)
    return today + timedelta(days=1) if trained else today


def _name(phase: Phase | None) -> str:
    return "no phase" if phase is None else str(phase)


def new_questions(today: date) -> Questionnaire:
    """What for, from when, how many weeks."""
    phases = "h hypertrophy, s strength, d deload, n none"
    start = "← → a day · m the next Monday"
    return Questionnaire(
        (
            Question("phase", "phase", phases, choice(_CHOICES)),
            Question("start", "starts", start, _starts(today), short_day_words),
            Question("weeks", "weeks", "1 to 52, then enter", typed(LONGEST_WEEKS)),
        ),
        {"start": today},
    )


def block_of(questions: Questionnaire) -> Block | None:
    """The block that the answers describe; None while nothing says what for."""
    phase = questions.answers.get("phase")
    if phase is None:
        return None
    weeks = int(float(questions.answers.get("weeks") or 0))
    return new_block(phase, questions.answers["start"], weeks)


def new_block(phase: str, start: date, weeks: int = 0) -> Block:
    """A block for a phase or ``NONE``; 0 weeks: as many as are usual."""
    planned = None if phase == NONE else Phase(phase)
    usual = DELOAD_WEEKS if planned is Phase.DELOAD else BLOCK_WEEKS
    return Block(planned, start, weeks or usual)


def outcome(questions: Questionnaire, now: str = "") -> str:
    """What would be planned, in a sentence; before that what ``now`` is."""
    block = block_of(questions)
    if block is None:
        return now or "A block is for size, for strength, or a deload with 4 left."
    return f"{block_words(block)}."


def _starts(today: date) -> Any:
    def press(now: Any, key: str) -> tuple[Any, bool] | None:
        day = now or today
        if key in ("left", "right"):
            return day + timedelta(days=1 if key == "right" else -1), False
        if key == "m":
            return day + timedelta(days=7 - day.weekday()), False
        return None

    return press

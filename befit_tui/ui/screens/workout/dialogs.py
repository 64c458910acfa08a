"""What the workout screen asks in dialogs; none of them stands between two sets.

The first screen shows none of them, so each is imported when it is wanted.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual.app import App

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.routine import Routine
from befit_tui.domain.value import replace
from befit_tui.domain.wording import DATES
from befit_tui.domain.workout import Workout
from befit_tui.logbook import other_day
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.questionnaire import Questionnaire
from befit_tui.logbook.workout import words
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.editor import WorkoutEditor

if TYPE_CHECKING:
    from befit_tui.logbook.workout.loading import Gears
    from befit_tui.settings import Settings
    from befit_tui.ui.screens.planning.routines import Chosen

PLAN_HINT = "3x6-8@1-3 r180 · 2x5, 5+ · 1x5w, 12 60%, 8 80%@1-2 r2:00 · r90"
AnyApp = App[Any]


async def ask_note(app: AnyApp, editor: WorkoutEditor) -> str | None:
    """A note on the set under the cursor, on a title row on the exercise."""
    from befit_tui.ui.screens.prompt import Prompt

    what, old = editor.note_under_cursor()
    return await app.push_screen_wait(Prompt(f"Note on {what}", value=old))


async def ask_routine_name(app: AnyApp, workout: Workout) -> str | None:
    """What the routine that is made of a workout shall be called."""
    from befit_tui.logbook.planning.routines import routine_name
    from befit_tui.ui.screens.prompt import Prompt

    hint = "a routine of this name gets the plan of the workout instead"
    name = routine_name(workout)
    typed = await app.push_screen_wait(
        Prompt("Name of the routine", value=name, hint=hint)
    )
    return typed or None


async def ask_routine(app: AnyApp, logbook: Logbook) -> "Chosen | None":
    """A routine of the list, where they can be edited too."""
    from befit_tui.ui.screens.planning.routines import RoutinesScreen

    return await app.push_screen_wait(RoutinesScreen(logbook))


async def asks_to_append(app: AnyApp, active: Workout, routine: Routine) -> bool:
    """Whether the exercises of a routine shall follow those of the open workout."""
    from befit_tui.ui.screens.yes_no import YesNo

    name = active.name or "A workout"
    sentence = f"{name} is open: append the exercises of {routine.name}?"
    return await app.push_screen_wait(YesNo(sentence, "Append"))


async def ask_finish(
    app: AnyApp,
    cursor: RowCursor,
    ended_at: datetime | None,
    questions: Questionnaire,
    band: tuple[float, float],
) -> str | None:
    """What to do from the summary on, as the dialog names it.

    ``band`` is how many hard sets a week a muscle should get.
    """
    from befit_tui.logbook.muscles import week_sets
    from befit_tui.ui.screens.workout.finish import FinishDialog
    from befit_tui.ui.widgets.body.muscle_map import MuscleMap

    logbook = cursor.logbook
    active = logbook.opened()
    ended = replace(active, ended_at=ended_at or other_day.end_of(active))
    summary = words.summary_of(cursor, ended)
    week_start = DATES.get().week_start
    sets = week_sets(logbook.history, ended, logbook.catalog.get, week_start)
    week = MuscleMap(sets, band)
    dialog = FinishDialog(summary, questions, ended, logbook.store.root, week)
    return await app.push_screen_wait(dialog)


async def ask_easy_week(app: AnyApp, logbook: Logbook) -> None:
    """Whether a light week that is over was easy on purpose; asked once of each."""
    from befit_tui.logbook.planning import easy_weeks
    from befit_tui.ui.screens.attempt import attempt
    from befit_tui.ui.screens.yes_no import YesNo

    week = easy_weeks.unmarked(logbook) if logbook.active is None else ()
    if not week:
        return
    if await app.push_screen_wait(YesNo(easy_weeks.question(week), "An easy week?")):
        attempt(app, lambda: easy_weeks.mark(logbook, week))
    else:
        attempt(app, lambda: easy_weeks.leave(logbook, week))


async def ask_rack(app: AnyApp, logbook: Logbook, settings: "Settings") -> None:
    """Which loads there are, where the plan takes a step that nobody knows; once."""
    from befit_tui.domain.grammar.owned import parse_owned
    from befit_tui.logbook.planning import racks
    from befit_tui.ui.screens.attempt import attempt
    from befit_tui.ui.screens.pane import SettingTold
    from befit_tui.ui.screens.prompt import Prompt

    place = settings.place
    if not (what := racks.unknown(logbook, place)):
        return
    before = settings.home if place == "home" else settings.gym

    def line(typed: str) -> str:
        return racks.told(before, what, typed, logbook.unit)

    answer = await app.push_screen_wait(
        Prompt(
            racks.question(what, place),
            hint=racks.example(what),
            check=lambda typed: parse_owned(line(typed)) if typed.strip() else None,
        )
    )
    attempt(app, lambda: racks.remember(logbook, what, place))
    if answer and answer.strip():
        app.post_message(SettingTold(place, line(answer)))


def cut_short(app: AnyApp, logbook: Logbook, before: int | None = None) -> None:
    """Keep what fits into the minutes of the check-in, and say it."""
    from befit_tui.logbook.workout.short_session import shorten_as_told
    from befit_tui.ui.screens.attempt import attempt

    said: list[str] = []
    attempt(app, lambda: said.append(shorten_as_told(logbook, before)))
    if said and said[0]:
        app.notify(said[0], timeout=8, markup=False)


async def ask_times(
    app: AnyApp, active: Workout, now: datetime, ended_at: datetime | None
) -> tuple[datetime, datetime | None] | None:
    """The start of the open workout and its end if one was typed."""
    from befit_tui.domain.grammar.day_entry import parse_times
    from befit_tui.ui.screens.prompt import Prompt

    end = f"-{ended_at:%H:%M}" if ended_at else ""
    prompt = Prompt(
        "Start and end",
        value=f"{active.started_at:%H:%M}{end}",
        hint="18:02-19:04, or only the start: 18:02",
        check=lambda typed: parse_times(typed, active.started_at, now),
    )
    text = await app.push_screen_wait(prompt)
    return None if text is None else parse_times(text, active.started_at, now)


async def ask_plan(app: AnyApp, cursor: RowCursor) -> str | None:
    """The plan of the exercise as a line; it is written before the dialog closes."""
    from befit_tui.logbook.workout.exercise_plan import plan_line, write_plan
    from befit_tui.ui.screens.prompt import Prompt

    name = cursor.exercise.name if cursor.exercise else ""
    prompt = Prompt(
        f"Plan of {name}",
        value=plan_line(cursor),
        hint=PLAN_HINT,
        check=lambda line: write_plan(cursor, line),
    )
    return await app.push_screen_wait(prompt)


async def ask_minutes(app: AnyApp, cursor: RowCursor) -> str:
    """Cut the workout down to the minutes there are; what is kept, in a sentence."""
    from befit_tui.logbook.workout.short_session import shorten
    from befit_tui.ui.screens.prompt import Prompt

    said: list[str] = []
    minutes = cursor.logbook.opened().minutes_planned
    await app.push_screen_wait(
        Prompt(
            "Short session",
            value=str(minutes) if minutes else "",
            hint="the minutes you have from now, as in 25",
            check=lambda line: said.append(shorten(cursor, line)),
        )
    )
    return said[-1] if said else ""


def show_plates(app: AnyApp, cursor: RowCursor, gears: "Gears") -> None:
    """What goes on each side of the bar.

    Raises:
        BefitError: there is no load under the cursor, or it is on no bar.
    """
    from befit_tui.logbook.workout.loading import loading
    from befit_tui.ui.screens.popup import Popup
    from befit_tui.ui.widgets.bar_drawing import loading_lines

    app.push_screen(Popup("Plates", loading_lines(loading(cursor, gears))))


def show_neighbours(app: AnyApp, cursor: RowCursor) -> None:
    """What three loads would allow.

    Raises:
        BefitError: there is no load under the cursor.
    """
    from befit_tui.logbook.workout.loading import neighbours
    from befit_tui.ui.screens.popup import Popup
    from befit_tui.ui.widgets.bar_drawing import neighbour_lines

    lines = neighbour_lines(neighbours(cursor))
    app.push_screen(Popup("What the bar allows now", lines))


def show_lift(app: AnyApp, exercise: Exercise, logbook: Logbook) -> None:
    """Every set ever of an exercise."""
    from befit_tui.logbook.history.past import Past
    from befit_tui.ui.screens.lift_screen import LiftScreen

    past = Past(logbook.history, logbook.catalog)
    app.push_screen(LiftScreen(past, logbook.unit, [exercise.id]))

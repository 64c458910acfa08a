"""What the workout screen asks in dialogs; none of them stands between two sets.

The first screen shows none of them, so each is imported when it is wanted.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual.app import App

from befit_tui.domain.value import replace
from befit_tui.domain.wording import DATES
from befit_tui.logbook import other_day
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.questionnaire import Questionnaire
from befit_tui.logbook.workout import words
from befit_tui.logbook.workout.cursor import RowCursor

if TYPE_CHECKING:
    from befit_tui.settings import Settings

AnyApp = App[Any]


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

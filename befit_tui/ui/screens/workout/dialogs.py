"""What the workout screen asks in dialogs; none of them stands between two sets.

The first screen shows none of them, so each is imported when it is wanted.
"""

from typing import TYPE_CHECKING, Any

from textual.app import App

from befit_tui.logbook.logbook import Logbook

if TYPE_CHECKING:
    from befit_tui.settings import Settings

AnyApp = App[Any]


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

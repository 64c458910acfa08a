"""``befit today``: the open workout or what was done today, and what it calls for."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import timedelta

from befit_tui.cli.open_log import Clock, has_log, open_logbook
from befit_tui.cli.output import say, say_json
from befit_tui.domain.codec import to_plain
from befit_tui.domain.value import replace
from befit_tui.domain.wording import days_ago_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning.blocks import phase_words
from befit_tui.paths import find_paths


def run(args: Namespace, clock: Clock) -> None:
    """Show the workouts of today and the open one, whenever it began."""
    with open_logbook(args, clock, readonly=True) as logbook:
        found = _today(logbook)
        if args.json:
            today = clock().date().isoformat()
            documents = [to_plain(workout) for workout in found]
            say_json({"date": today, "workouts": documents})
            return
        if found:
            _show(logbook, found)
        else:
            folder = find_paths(args.data_dir).data
            missing = f"There is no log in {folder} yet."
            say(_nothing(logbook) if has_log(folder) else missing)
        if block := phase_words(logbook):
            say(block)
        for line in _calls(logbook):
            say(line)


def _show(logbook: Logbook, workouts: list[Workout]) -> None:
    """Workouts with their records, which every month may hold the set to beat of."""
    from befit_tui.logbook.history.detail import detail_lines, plain
    from befit_tui.logbook.history.workout_list import Past

    past = Past(logbook.past(), logbook.catalog, logbook.thresholds)
    for workout in workouts:
        is_open = workout.ended_at is None
        if is_open:
            say("Open:")
        # What nothing is logged of stands in what is still to do.
        entries = (one for one in workout.entries if one.sets or not is_open)
        shown = replace(workout, entries=tuple(entries))
        past.judge(shown)
        for line in detail_lines(shown, past, logbook.unit):
            say(plain((line,)))
        if is_open:
            _show_to_do(logbook)


def _show_to_do(logbook: Logbook) -> None:
    """The rows of the open workout that are still to come, as the screen has them."""
    from befit_tui.logbook.workout.cursor import RowCursor
    from befit_tui.logbook.workout.row_words import to_do

    for place, line in enumerate(to_do(RowCursor(logbook))):
        if not place:
            say("")
            say("To do:")
        say(line)


def _calls(logbook: Logbook) -> Iterator[str]:
    """Whether training pays, then the alerts that would change the most."""
    from befit_tui.analysis.alerts.load import ABOUT_LOAD
    from befit_tui.analysis.alerts.result import foremost
    from befit_tui.analysis.alerts.snapshot import LOOK_BACK_DAYS
    from befit_tui.logbook.lines import ALERT_SIGNS
    from befit_tui.logbook.open_alerts import open_alerts, unnoted

    today = logbook.as_of
    logbook.read_back_to(today - timedelta(days=LOOK_BACK_DAYS))
    paying = logbook.alerts.paying(today)
    if paying is not None:
        yield ""
        yield paying.sentence
    shown, more = foremost(unnoted(logbook, open_alerts(logbook)))
    if any(one.code in ABOUT_LOAD for one in shown):
        from befit_tui.logbook.planning.next_time import advised

        shown = advised(shown, logbook, today)
    for one in shown:
        yield f"{ALERT_SIGNS[one.severity][0]} {one.title}. {one.advice}"
    if more:
        yield f"and {more} more: befit alerts"


def _today(logbook: Logbook) -> list[Workout]:
    today, last = logbook.clock().date(), logbook.as_of
    logbook.read_back_to(today)
    found = [one for one in logbook.history.since(today) if one.day <= last]
    return found if logbook.active is None else [*found, logbook.active]


def _nothing(logbook: Logbook) -> str:
    today = logbook.clock().date()
    past = (one for one in logbook.history.newest_first() if one.day <= today)
    last = next(past, None)
    if last is None:
        from befit_tui.logbook.trends.time_range import ahead

        return f"No workout yet. {ahead(logbook.history, today)}".rstrip()
    ago = days_ago_words(last.day, today)
    return f"No workout today; the last was {last.name or 'a workout'}, {ago}."

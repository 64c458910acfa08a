"""``befit verdict``: where each lift is going, in one sentence."""

from argparse import Namespace

from befit_tui.analysis.lift.verdict import Trend, Verdict, WeekKind, sentence
from befit_tui.cli.open_log import Clock, open_logbook
from befit_tui.cli.output import say, say_answer
from befit_tui.domain.wording import day_words
from befit_tui.logbook.find_exercise import find_exercise

WEEKS = {
    WeekKind.EASY: "easy week",
    WeekKind.BREAK: "after a break",
    WeekKind.NEW: "new",
}


def run(args: Namespace, clock: Clock) -> None:
    """Judge the lifts of the last 28 days, or one, as at the end of a day.

    The open workout counts, as it does for the alerts.
    """
    with open_logbook(args, clock, readonly=True) as logbook:
        as_of = args.as_of or logbook.as_of
        logbook.read_months()
        active = logbook.active
        is_then = active is not None and active.day <= as_of
        verdicts = logbook.alerts.verdicts(as_of, active if is_then else None)
        if args.exercise:
            found: tuple[Verdict, ...] = (
                verdicts.verdict(find_exercise(logbook, " ".join(args.exercise))),
            )
        else:
            found = verdicts.recent()
        names = {one.exercise: logbook.catalog.get(one.exercise).name for one in found}
        unit = logbook.unit
    if args.json:
        say_answer("verdict", {"lifts": found})
        return
    for one in found:
        is_told = one.since is not None
        week = f" ({WEEKS[one.week]})" if is_told and one.week in WEEKS else ""
        say(f"{sentence(one, names[one.exercise], unit)}{week}")
        if is_told and one.verdict is not Trend.FALLING:
            say(f"    {one.basis}")
    if not found:
        say(f"No lift was done in the four weeks up to {day_words(as_of)}.")

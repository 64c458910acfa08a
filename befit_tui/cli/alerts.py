"""``befit alerts``: everything that is open, with its evidence."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import timedelta

from befit_tui.analysis.alerts import Alert, NotAssessable
from befit_tui.analysis.alerts.snapshot import LOG_DAYS
from befit_tui.cli.output import say, say_answer
from befit_tui.cli.session import Clock, open_logbook
from befit_tui.domain.wording import day_words
from befit_tui.logbook.lines import ALERT_SIGNS
from befit_tui.logbook.planning.coming import advised


def run(args: Namespace, clock: Clock) -> None:
    """Judge the log as it stood at the end of a day, the open workout included."""
    as_of = args.as_of or clock().date()
    with open_logbook(args, clock, readonly=True) as logbook:
        logbook.read_back_to(as_of - timedelta(days=LOG_DAYS))
        active = logbook.active
        if active is not None and active.started_at.date() > as_of:
            active = None
        found = logbook.alerts.open(as_of, active)
        alerts = advised(found.alerts, logbook, as_of)
        cards = () if args.json else logbook.alerts.cards(as_of)
    if args.json:
        lacking = found.not_assessable
        say_answer("alerts", {"alerts": alerts, "not_assessable": lacking})
        return
    for alert in alerts:
        _show(alert)
    if not found.alerts:
        say(f"No alert is open on {day_words(as_of)}.")
    for card in cards:
        say(f"{card.title}: {card.sentence}")
    for line in _lacking(found.not_assessable):
        say(line)


def _lacking(found: Iterable[NotAssessable]) -> Iterator[str]:
    """A line for each rule that lacks data; ``--json`` names every subject."""
    by_code: dict[str, list[NotAssessable]] = {}
    for one in found:
        by_code.setdefault(one.code, []).append(one)
    for code, several in by_code.items():
        first, more = several[0], len(several) - 1
        others = f" (and {more} more)" if more else ""
        rule = code.replace("-", " ")
        yield f"Not assessable: {rule}: {first.subject.label}{others}: {first.reason}"


def _show(alert: Alert) -> None:
    sign, _ = ALERT_SIGNS[alert.severity]
    about = "" if alert.subject.label in alert.title else f"{alert.subject.label}: "
    say(f"{sign} {alert.severity}: {about}{alert.title}")
    for line in alert.numbers():
        say(f"    {line}")
    say(f"    {alert.advice} (open since {day_words(alert.first_raised)})")

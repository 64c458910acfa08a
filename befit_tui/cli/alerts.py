"""``befit alerts``: everything that is open, with its evidence; and noting one."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from befit_tui.analysis.alerts import Alert, NotAssessable
from befit_tui.analysis.alerts.snapshot import LOG_DAYS
from befit_tui.cli.open_log import Clock, open_logbook
from befit_tui.cli.output import say, say_answer
from befit_tui.domain.errors import BefitError
from befit_tui.domain.wording import day_words
from befit_tui.logbook.lines import ALERT_SIGNS
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.open_alerts import key_of, leave_note, note, unnoted
from befit_tui.logbook.planning.next_time import advised
from befit_tui.paths import find_paths


def run(args: Namespace, clock: Clock) -> None:
    """Judge the log as it stood at the end of a day, the open workout included."""
    with open_logbook(args, clock, readonly=not args.note) as logbook:
        as_of = args.as_of or logbook.as_of
        logbook.read_back_to(as_of - timedelta(days=LOG_DAYS))
        active = logbook.active
        if active is not None and active.day > as_of:
            active = None
        found = logbook.alerts.open(as_of, active)
        if args.note:
            _note(args, logbook, found.alerts)
            return
        alerts = advised(found.alerts, logbook, as_of)
        loud = {*map(key_of, unnoted(logbook, alerts))}
        cards = () if args.json else logbook.alerts.cards(as_of)
    if args.json:
        lacking = found.not_assessable
        say_answer("alerts", {"alerts": alerts, "not_assessable": lacking})
        return
    # What is noted stays quiet: below the others.
    for alert in sorted(alerts, key=lambda one: key_of(one) not in loud):
        _show(alert, is_noted=key_of(alert) not in loud)
    if not found.alerts:
        say(f"No alert is open on {day_words(as_of)}.")
    for card in cards:
        say(f"{card.title}: {card.sentence}")
    for line in _lacking(found.not_assessable):
        say(line)


def _note(args: Namespace, logbook: Logbook, alerts: Sequence[Alert]) -> None:
    if args.as_of or args.json:
        raise BefitError("An alert is noted as it stands today, without --json.")
    alert = _meant(alerts, args.note)
    note(logbook, alert)
    leave_note(logbook, find_paths(args.data_dir).config)
    say(f"Noted: {alert.title}. It stays quiet until it is worse.")


def _meant(alerts: Sequence[Alert], told: str) -> Alert:
    """The alert of a code, ``stall=squat`` where several have it; else BefitError."""
    code, _, about = (part.strip() for part in told.casefold().partition("="))
    of_code = [one for one in alerts if one.code == code]
    found = [
        one
        for one in of_code
        if about in one.subject.label.casefold() or about == one.subject.id
    ]
    if len(found) == 1:
        return found[0]
    if not of_code:
        codes = ", ".join(dict.fromkeys(one.code for one in alerts)) or "none"
        raise BefitError(f"No alert {code} is open; open are {codes}.")
    labels = ", ".join(one.subject.label for one in found or of_code)
    raise BefitError(f"Say of what {code} is to be noted: {labels}.")


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


def _show(alert: Alert, *, is_noted: bool) -> None:
    sign, _ = ALERT_SIGNS[alert.severity]
    about = "" if alert.subject.label in alert.title else f"{alert.subject.label}: "
    state = f"noted {alert.severity}" if is_noted else alert.severity
    say(f"{sign} {state}: {about}{alert.title}")
    for line in alert.numbers():
        say(f"    {line}")
    since = f"{alert.code}, open since {day_words(alert.first_raised)}"
    say(f"    {alert.advice} ({since})")

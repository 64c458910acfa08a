"""The list of the fatigue view: open alerts with their evidence, and cards."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from befit_tui.analysis.alerts import Alert, Severity
from befit_tui.analysis.alerts.result import MOST_LINES
from befit_tui.analysis.cards.effort import Card
from befit_tui.analysis.volume import WEEK
from befit_tui.domain.wording import day_words, short_day_words
from befit_tui.logbook.lines import ALERT_SIGNS
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.open_alerts import key_of, open_alerts, unnoted
from befit_tui.logbook.planning.blocks import phase_words
from befit_tui.logbook.planning.next_time import advised

SEVERITY_WORDS = {
    Severity.NOTE: "A note",
    Severity.WARN: "A warning",
    Severity.STOP: "A reason to stop",
}
CARD = "–"
"""Stands before what is no alert."""


class Observation(NamedTuple):
    """An open alert or a card; ``page`` is what it rests on, a line each.

    ``whole`` is the same with all of the evidence, empty where nothing is left out.
    """

    id: str
    sign: str
    title: str
    words: str
    page: tuple[str, ...]
    whole: tuple[str, ...] = ()
    alert: Alert | None = None
    quiet: bool = False


def observations(logbook: Logbook, cards: tuple[Card, ...]) -> tuple[Observation, ...]:
    """Open alerts, the gravest first, then the block of training and the cards."""
    alerts = advised(open_alerts(logbook), logbook, logbook.as_of)
    loud = set(map(key_of, unnoted(logbook, alerts)))
    return (
        *(_alert(one, quiet=key_of(one) not in loud) for one in alerts),
        *(_card(Card("Block", block)) for block in [phase_words(logbook)] if block),
        *map(_card, cards),
    )


def _alert(alert: Alert, *, quiet: bool) -> Observation:
    every = alert.numbers(most=None)
    return Observation(
        key_of(alert),
        ALERT_SIGNS[alert.severity][0],
        alert.title,
        alert.advice,
        tuple(_alert_page(alert, alert.numbers(), quiet=quiet)),
        tuple(_alert_page(alert, every, quiet=quiet))
        if len(every) > MOST_LINES
        else (),
        alert,
        quiet,
    )


def _alert_page(alert: Alert, numbers: Sequence[str], *, quiet: bool) -> Iterator[str]:
    since = day_words(alert.first_raised)
    yield f"{SEVERITY_WORDS[alert.severity]}, open since {since}"
    yield ""
    yield from numbers
    yield ""
    yield alert.advice
    yield "Noted: silent until it is worse." if quiet else "o notes it."


def _card(card: Card) -> Observation:
    page = (card.title, "", card.sentence)
    return Observation(f"card {card.title}", CARD, card.sentence, "", page)


MOST_WEEKS = 52
"""Weeks back that are judged again: each takes a tenth of a second in a long log."""


def open_in_week(logbook: Logbook, first: date) -> tuple[Alert, ...]:
    """The warnings and stops that stood at the end of a week, or stand today.

    Nothing of it is kept on disk: a set that is corrected corrects them too.
    """
    end = min(first + WEEK - timedelta(days=1), logbook.clock().date())
    found = logbook.alerts.open(end).alerts
    return tuple(one for one in found if one.severity is not Severity.NOTE)


def alert_words(alerts: Sequence[Alert]) -> str:
    """``▲ Bench Press: down 9% (since 3 Oct)``, and how many more; mostly empty."""
    if not alerts:
        return ""
    first, more = alerts[0], len(alerts) - 1
    since = f"since {short_day_words(first.first_raised)}"
    others = f" and {more} more" if more else ""
    return f"{ALERT_SIGNS[first.severity][0]} {first.title} ({since}){others}"

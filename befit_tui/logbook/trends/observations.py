"""What is open in the log and what it shows besides, each with its evidence."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.alerts.result import MOST_LINES
from befit_tui.analysis.cards.effort import Card
from befit_tui.domain.wording import day_words
from befit_tui.logbook import noted_alerts
from befit_tui.logbook.lines import ALERT_SIGNS
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.open_alerts import open_alerts
from befit_tui.logbook.planning.blocks import phase_words
from befit_tui.logbook.planning.coming import advised

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
    is_heading: bool = False


def observations(logbook: Logbook, cards: tuple[Card, ...]) -> tuple[Observation, ...]:
    """Open alerts, the gravest first, then the block of training and the cards."""
    alerts = advised(open_alerts(logbook), logbook, logbook.clock().date())
    loud = set(map(noted_alerts.key_of, noted_alerts.unnoted(logbook, alerts)))
    return (
        *(_alert(one, quiet=noted_alerts.key_of(one) not in loud) for one in alerts),
        *(_card(Card("Block", block)) for block in [phase_words(logbook)] if block),
        *map(_card, cards),
    )


def _alert(alert: Alert, *, quiet: bool) -> Observation:
    every = alert.numbers(most=None)
    return Observation(
        noted_alerts.key_of(alert),
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
    yield f"{alert.severity}, open since {day_words(alert.first_raised)}"
    yield ""
    yield from numbers
    yield ""
    yield alert.advice
    yield "Noted: silent until it is worse." if quiet else "o notes it."


def _card(card: Card) -> Observation:
    page = (card.title, "", card.sentence)
    return Observation(f"card {card.title}", CARD, card.sentence, "", page)

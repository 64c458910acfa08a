"""What a lift is, for a look: muscles, set-up, how it fails, what failure risks."""

from typing import Any

from textual.app import App

from befit_tui.domain.exercise import Exercise
from befit_tui.logbook import Logbook

WIDTH = 64
"""Cells of the longest line of a card."""
EDGES = 10
"""Rows and columns that the frame of a card takes."""


def show_card(app: App[Any], exercise: Exercise, logbook: Logbook) -> None:
    """Open the card of an exercise."""
    from befit_tui.logbook.lift_card import lift_card  # noqa: PLC0415
    from befit_tui.ui.screens.dialog import Popup  # noqa: PLC0415
    from befit_tui.ui.widgets.lift_panel import card_lines  # noqa: PLC0415

    card = lift_card(exercise, logbook.history.exposures(exercise.id), logbook.unit)
    width, height = app.size
    lines = card_lines(card, min(width - EDGES, WIDTH), height - EDGES)
    app.push_screen(Popup("What the lift is", lines))

"""What a running app shows, as text."""

from typing import Any

from textual.app import App


def screen_text(app: App[Any]) -> str:
    """The screen's lines without trailing spaces.

    Textual has no public way to read them back; this is the one place that knows it.
    """
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)

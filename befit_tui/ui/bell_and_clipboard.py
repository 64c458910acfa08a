"""How a rest is told to be over (bell, notice), and copying a text to the clipboard."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress

from textual.app import App

from befit_tui.domain.text import clean

PATIENCE_S = 2.0


def copy(app: App[object], text: str) -> None:
    """Copy a text through the terminal, on a Mac through the system as well.

    The terminal that comes with a Mac does not know the sequence that copies.
    """
    app.copy_to_clipboard(text)
    if sys.platform == "darwin":
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(
                ["/usr/bin/pbcopy"],
                input=text.encode("utf-8", "replace"),
                check=False,
                timeout=PATIENCE_S,
            )


SAYS_777 = ("rxvt", "foot")
"""Terminals, by ``TERM``, that show OSC 777; the others that show any know OSC 9."""


def tell(app: App[object], how: str, title: str, body: str) -> None:
    """Tell it once, in the way of the setting ``rest_alert``."""
    if how in ("bell", "both"):
        app.bell()
    if how == "line":
        app.notify(f"{title}. {body}", timeout=6)
    elif how in ("notice", "both") and app._driver is not None:
        # Textual has no public way to send a sequence of one's own; only here.
        app._driver.write(notice(title, body, os.environ))
        app._driver.flush()


def notice(title: str, body: str, environment: Mapping[str, str]) -> str:
    """The sequence that asks the terminal for a notice of the desktop.

    The text cannot end the sequence or begin another: it is cleaned, and the signs
    that separate its parts are taken out.
    """
    title, body = (clean(text).replace(";", ",") for text in (title, body))
    term = environment.get("TERM", "")
    if "VTE_VERSION" in environment or term.startswith(SAYS_777):
        sequence = f"\x1b]777;notify;{title};{body}\x1b\\"
    else:
        sequence = f"\x1b]9;{title}: {body}\x1b\\"
    if "TMUX" not in environment:
        return sequence
    doubled = sequence.replace("\x1b", "\x1b\x1b")
    return f"\x1bPtmux;{doubled}\x1b\\"

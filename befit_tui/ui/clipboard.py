"""Copying text, which not every terminal does for a program."""

import subprocess
import sys
from contextlib import suppress

from textual.app import App

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

"""LiftLog's backup: a compressed database in which a session is a JSON document."""

import json
import sqlite3
from typing import Any

from befit_tui.transfer.formats.fitnotes_backup import columns_of, tables_of
from befit_tui.transfer.formats.liftlog import sessions
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import Layout


def recognise(base: sqlite3.Connection, options: ReadOptions) -> Layout | None:
    """The layout of a backup whose sessions are documents, or None."""
    if "session" not in tables_of(base) or "payload" not in columns_of(base, "session"):
        return None
    found = [_document(text) for (text,) in base.execute("SELECT payload FROM session")]
    return sessions([one for one in found if one is not None], options)


def _document(text: Any) -> Any:
    try:
        return json.loads(text)
    except (TypeError, ValueError):
        return None

"""Every format that can be read; a further app is one more module and a line here."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from befit_tui.transfer.formats import (
    fitnotes_backup,
    hevy,
    liftlog,
    liftosaur,
    text_log,
    wger,
)
from befit_tui.transfer.formats import liftlog_backup as liftlog_base
from befit_tui.transfer.formats.alpha import ALPHA
from befit_tui.transfer.formats.fitbod import FITBOD
from befit_tui.transfer.formats.fitnotes import FITNOTES
from befit_tui.transfer.formats.fitnotes_workouts import FITNOTES_WORKOUTS
from befit_tui.transfer.formats.flexify import FLEXIFY
from befit_tui.transfer.formats.generic import GENERIC
from befit_tui.transfer.formats.gymbook import GYMBOOK
from befit_tui.transfer.formats.gymrun import GYMRUN
from befit_tui.transfer.formats.hevy import HEVY
from befit_tui.transfer.formats.jefit import JEFIT
from befit_tui.transfer.formats.liftlog import LIFTLOG
from befit_tui.transfer.formats.liftosaur import LIFTOSAUR
from befit_tui.transfer.formats.strong import STRONG
from befit_tui.transfer.formats.stronglifts import STRONGLIFTS
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import Format, Layout


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A form of JSON: ``recognise`` gives the layout of a document, or None."""

    app: str
    title: str
    recognise: Callable[[Any, ReadOptions], Layout | None]


@dataclass(frozen=True, slots=True)
class DatabaseFormat:
    """A form of SQLite database: ``recognise`` gives its layout, or None."""

    app: str
    title: str
    recognise: Callable[[sqlite3.Connection, ReadOptions], Layout | None]


@dataclass(frozen=True, slots=True)
class TextFormat:
    """A log in Befit's own grammar."""

    app: str
    title: str


AnyFormat = Format | DocumentFormat | DatabaseFormat | TextFormat

TEXT = TextFormat(text_log.APP, text_log.TITLE)

TABLES = (
    HEVY, JEFIT, GYMRUN, GYMBOOK, LIFTLOG, FLEXIFY, ALPHA, FITBOD, LIFTOSAUR,
    STRONGLIFTS, FITNOTES_WORKOUTS, FITNOTES, STRONG, GENERIC,
)  # fmt: skip
"""Tables, the most particular first, any table with plain headings last."""

DOCUMENTS = (
    DocumentFormat("hevy", "Hevy", hevy.from_api),
    DocumentFormat("liftosaur", "Liftosaur", liftosaur.from_backup),
    DocumentFormat("liftlog", "LiftLog", liftlog.sessions),
    DocumentFormat("wger", "wger", wger.logs),
)

DATABASES = (
    DatabaseFormat("fitnotes", "FitNotes", fitnotes_backup.recognise),
    DatabaseFormat("liftlog", "LiftLog", liftlog_base.recognise),
)

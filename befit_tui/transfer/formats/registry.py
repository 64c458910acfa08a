"""Every format that can be read; a further app is one more module and a line here."""

from befit_tui.transfer.formats.alpha import ALPHA
from befit_tui.transfer.formats.fitbod import FITBOD
from befit_tui.transfer.formats.fitnotes import (
    FITNOTES,
    FITNOTES_BACKUP,
    FITNOTES_WORKOUTS,
)
from befit_tui.transfer.formats.flexify import FLEXIFY
from befit_tui.transfer.formats.generic import GENERIC
from befit_tui.transfer.formats.gymbook import GYMBOOK
from befit_tui.transfer.formats.gymrun import GYMRUN
from befit_tui.transfer.formats.hevy import HEVY, HEVY_API
from befit_tui.transfer.formats.jefit import JEFIT
from befit_tui.transfer.formats.liftlog import (
    LIFTLOG,
    LIFTLOG_BACKUP,
    LIFTLOG_SESSIONS,
)
from befit_tui.transfer.formats.liftosaur import LIFTOSAUR, LIFTOSAUR_BACKUP
from befit_tui.transfer.formats.strong import STRONG
from befit_tui.transfer.formats.stronglifts import STRONGLIFTS
from befit_tui.transfer.formats.wger import WGER

TABLES = (
    HEVY, JEFIT, GYMRUN, GYMBOOK, LIFTLOG, FLEXIFY, ALPHA, FITBOD, LIFTOSAUR,
    STRONGLIFTS, FITNOTES_WORKOUTS, FITNOTES, STRONG, GENERIC,
)  # fmt: skip
"""Tables, the most particular first, any table with plain headings last."""

DOCUMENTS = (HEVY_API, LIFTOSAUR_BACKUP, LIFTLOG_SESSIONS, WGER)
"""Forms of JSON."""

DATABASES = (FITNOTES_BACKUP, LIFTLOG_BACKUP)
"""Databases of SQLite."""

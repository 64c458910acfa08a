"""What is kept of an error that nobody expected."""

import traceback
from contextlib import suppress
from pathlib import Path

from befit_tui.store.files import atomic_write
from befit_tui.store.layout import CRASH


def keep_details(folder: Path, error: BaseException) -> Path:
    """Write the insides of an error to ``crash.txt``, which nobody has to look at."""
    details = folder / CRASH
    with suppress(OSError):
        lines = "".join(traceback.format_exception(error))
        data = lines.encode("utf-8", "backslashreplace")
        atomic_write(details, data, keep_previous=False)
    return details

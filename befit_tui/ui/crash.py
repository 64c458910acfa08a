"""What is kept of an error that nobody expected."""

import traceback
from contextlib import suppress
from pathlib import Path


def keep_details(folder: Path, error: BaseException) -> Path:
    """Write the insides of an error to ``crash.txt``, which nobody has to look at."""
    details = folder / "crash.txt"
    with suppress(OSError):
        lines = traceback.format_exception(error)
        details.write_text("".join(lines), encoding="utf-8")
    return details

"""Where data and settings live. Nothing is created here."""

import os
from dataclasses import dataclass
from pathlib import Path

DATA_VARIABLE = "BEFIT_DATA_DIR"
APP = "befit_tui"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folder of the data and the settings file."""

    data: Path
    config: Path


def find_paths(data_dir: str | None = None) -> Paths:
    """The user's paths: ``data_dir`` first, then ``BEFIT_DATA_DIR``, then the usual.

    A data folder given by hand keeps its settings beside the data, so that a copy,
    a demo or a test never touches the user's own.
    """
    given = data_dir or os.environ.get(DATA_VARIABLE)
    if given:
        folder = Path(given).expanduser().absolute()
        return Paths(folder, folder / "config.toml")
    from platformdirs import user_config_path, user_data_path  # noqa: PLC0415

    return Paths(
        user_data_path(APP, appauthor=False),
        user_config_path(APP, appauthor=False) / "config.toml",
    )

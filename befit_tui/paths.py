"""Where data and settings live. Nothing is created here."""

import os
from pathlib import Path
from typing import NamedTuple

from befit_tui.domain.errors import PathError

DATA_VARIABLE = "BEFIT_DATA_DIR"
APP = "befit_tui"


class Paths(NamedTuple):
    """The folder of the data and the settings file."""

    data: Path
    config: Path


def typed_path(text: str) -> Path:
    """The path that somebody typed, with ``~`` and ``~name`` for home folders.

    Raises:
        PathError: there is no such user, or no system takes the name.
    """
    try:
        if "\0" in text:
            raise ValueError
        return Path(text).expanduser()
    except RuntimeError:
        who = Path(text).parts[0]
        raise PathError(f"There is no home folder {who} here: say the path.") from None
    except ValueError:
        raise PathError("A path holds no zero byte: type it again.") from None


def find_paths(data_dir: str | None = None) -> Paths:
    """The user's paths: ``data_dir`` first, then ``BEFIT_DATA_DIR``, then the usual.

    A data folder given by hand keeps its settings beside the data, so that a copy,
    a demo or a test never touches the user's own.
    """
    given = data_dir or os.environ.get(DATA_VARIABLE)
    if given:
        folder = _absolute(typed_path(given))
        return Paths(folder, folder / "config.toml")
    from platformdirs import user_config_path, user_data_path  # noqa: PLC0415

    return Paths(
        user_data_path(APP, appauthor=False),
        user_config_path(APP, appauthor=False) / "config.toml",
    )


def _absolute(path: Path) -> Path:
    try:
        return path.absolute()
    except FileNotFoundError:
        raise PathError(
            f"The folder you are in is gone, so {path} leads nowhere: say it in full."
        ) from None


def pictures_folder(data: Path) -> Path:
    """Where pictures are saved: among the user's, or in a data folder given by hand.

    A copy, a demo or a test then touches nothing of the user's own.
    """
    from platformdirs import user_data_path, user_pictures_path  # noqa: PLC0415

    if data == user_data_path(APP, appauthor=False):
        return user_pictures_path() / "Befit"
    return data / "pictures"


def short_path(path: Path) -> str:
    """A path as people write it, ``~`` for the home folder."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)

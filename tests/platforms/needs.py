"""What a test needs that not every system has; without it the test is skipped."""

import os
import stat
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


def _can_link() -> bool:
    with TemporaryDirectory() as folder:
        try:
            Path(folder, "link").symlink_to(folder)
        except OSError:
            return False
    return True


LINKS = _can_link()
BASH = Path("/bin/bash").exists()
NO_LINKS, NO_BASH = "links are not for everybody here", "the commands are those of bash"

links = pytest.mark.skipif(not LINKS, reason=NO_LINKS)
bash = pytest.mark.skipif(not BASH, reason=NO_BASH)


def links_work() -> None:
    """Skip where a link cannot be made."""
    if not LINKS:
        pytest.skip(NO_LINKS)


def bash_is_there() -> None:
    """Skip where command lines are not those of bash."""
    if not BASH:
        pytest.skip(NO_BASH)


def fork() -> None:
    """Skip where a process cannot be copied to be killed in the middle of a call."""
    if not hasattr(os, "fork"):
        pytest.skip("a process that is killed at a call is a fork")


def terminal(*, whole_module: bool = False) -> None:
    """Skip where there are no pseudo-terminals."""
    if not hasattr(os, "openpty"):
        pytest.skip("no pseudo-terminals here", allow_module_level=whole_module)


def has_mode(path: Path, mode: int) -> bool:
    """Whether a file has a mode; yes where the system knows none."""
    return sys.platform == "win32" or stat.S_IMODE(path.stat().st_mode) == mode

"""Workouts on disk: the only package that knows TinyDB, JSON and files."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from befit_tui.store.store import Store

__all__ = ["Store"]


def __getattr__(name: str) -> Any:
    """The store when it is asked for: a reader of one file needs no TinyDB."""
    if name != "Store":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from befit_tui.store.store import Store  # noqa: PLC0415

    return Store

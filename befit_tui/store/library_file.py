"""The library on disk: a TinyDB table for each of its lists."""

from befit_tui.domain.codec import with_unknown
from befit_tui.domain.library import (
    Library,
    library_from_dict,
    library_to_dict,
    rebased,
)
from befit_tui.store.layout import LIBRARY
from befit_tui.store.storage import Folder
from befit_tui.store.text import META, Tables


def load(folder: Folder) -> Library:
    """The library; empty while there is none."""
    return library_of(folder.load(LIBRARY) or {})


def library_of(tables: Tables) -> Library:
    """The library that the tables of its file hold."""
    return library_from_dict(
        {
            name: [found[number] for number in sorted(found, key=int)]
            for name, found in tables.items()
            if name != META
        }
    )


def save(folder: Folder, library: Library, base: Library | None = None) -> None:
    """Writes the library, all its lists in one commit.

    ``base`` is what was read last: what another program changed since is kept.
    """
    with folder.batch():
        stands = load(folder)
        if base is not None and stands != base:
            library = rebased(base, library, stands)
        for name, items in library_to_dict(library).items():
            table = folder.table(LIBRARY, name)
            stood = {item["id"]: dict(item) for item in table if "id" in item}
            table.truncate()
            table.insert_multiple(
                with_unknown(item, stood.get(item.get("id"), {})) for item in items
            )

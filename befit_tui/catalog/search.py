"""Finding an exercise while its name is typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from befit_tui.catalog.catalog import Catalog, Label
from befit_tui.catalog.names import normal


@dataclass(frozen=True, slots=True)
class Match:
    """An exercise found; ``alias`` is the other name that matched, or empty."""

    exercise_id: str
    name: str
    alias: str = ""


def search(
    catalog: Catalog, query: str, *, recent: Sequence[str] = (), limit: int = 50
) -> list[Match]:
    """The exercises that ``query`` may mean, the likeliest first, at most ``limit``.

    Words may be begun, abbreviated or in any order: ``curl ham``, ``incl db press``.
    Misspelt words are tried only when nothing else is found. An exact name comes
    first; after that the exercises of ``recent`` (ids, the latest first), then names
    that begin like the query, names before aliases, and short before long. An empty
    query finds all. What the lifter hid is not found.
    """
    ranks = {exercise_id: rank for rank, exercise_id in enumerate(recent)}
    meant = normal(query)

    def order(label: Label) -> tuple[bool, int, bool, bool, int, int, str]:
        spelled = normal(label.text)
        return (
            spelled != meant,
            ranks.get(label.exercise.id, len(ranks)),
            not spelled.startswith(meant),
            bool(label.alias),
            len(label.text.partition("(")[0].split()),
            # What goes by many names is done by many people.
            -len(label.exercise.aliases),
            label.exercise.name,
        )

    best: dict[str, Label] = {}
    shown = (label for label in _found(catalog, query) if not label.exercise.hidden)
    for label in sorted(shown, key=order):
        best.setdefault(label.exercise.id, label)
    return [
        Match(label.exercise.id, label.exercise.name, label.alias)
        for label in islice(best.values(), limit)
    ]


def _found(catalog: Catalog, query: str) -> Iterable[Label]:
    if not query.strip():
        return (label for label in catalog.labels if not label.alias)
    index = catalog.word_index
    positions = index.having(query) or index.resembling(query)
    return (catalog.labels[position] for position in positions)

"""Two folders that a sync program keeps alike, late and file by file.

It does what Syncthing does: where both sides changed a file since they were alike, the
younger one stays and the other is kept beside it under a name of its own.
"""

import random
from pathlib import Path

LOCAL = ("befit.lock", "befit.owner", "befit.close", "befit.status")
"""What the README says not to sync."""


class Sync:
    """Carries changes between two folders; ``some`` may leave files for later."""

    def __init__(self, a: Path, b: Path, chance: random.Random) -> None:
        self.sides = (a, b)
        self.conflicts = 0
        self._chance = chance
        self._alike: dict[str, bytes | None] = {}

    def some(self) -> None:
        """Carry over any of the files that differ, in any order."""
        names = sorted(self._names())
        self._chance.shuffle(names)
        for name in names[: self._chance.randrange(len(names) + 1)]:
            self._carry(name)

    def all(self) -> None:
        """Carry over everything, until both sides are alike."""
        while names := [n for n in sorted(self._names()) if not self._is_alike(n)]:
            for name in names:
                self._carry(name)

    def _names(self) -> set[str]:
        found = {
            str(path.relative_to(side))
            for side in self.sides
            for path in side.rglob("*")
            if path.is_file() and path.name not in LOCAL
        }
        return found | self._alike.keys()

    def _contents(self, name: str) -> tuple[bytes | None, bytes | None]:
        a, b = (side / name for side in self.sides)
        return (
            a.read_bytes() if a.is_file() else None,
            b.read_bytes() if b.is_file() else None,
        )

    def _is_alike(self, name: str) -> bool:
        a, b = self._contents(name)
        return a == b

    def _carry(self, name: str) -> None:
        a, b = self._contents(name)
        base = self._alike.get(name)
        if a == b:
            self._alike[name] = a
        elif a == base:
            self._write(0, name, b)
        elif b == base:
            self._write(1, name, a)
        elif a is None or b is None:
            # A change wins over a deletion.
            self._write(0 if a is None else 1, name, b if a is None else a)
        else:
            self._conflict(name, a, b)

    def _conflict(self, name: str, a: bytes, b: bytes) -> None:
        self.conflicts += 1
        loser = self._chance.randrange(2)
        path = Path(name)
        mark = f"sync-conflict-20261102-{self.conflicts:06d}-ABCDEF{loser}"
        other = str(path.with_name(f"{path.stem}.{mark}{path.suffix}"))
        (self.sides[loser] / other).write_bytes((a, b)[loser])
        self._write(loser, name, (b, a)[loser])

    def _write(self, side: int, name: str, data: bytes | None) -> None:
        path = self.sides[side] / name
        if data is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_name(".syncing")
            temporary.write_bytes(data)
            temporary.replace(path)
        self._alike[name] = data

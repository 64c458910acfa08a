"""What a status bar asks for: the open workout in brief and a note of the open alerts.

Nothing of the log is loaded for it. The note is no data: whoever judges the log leaves
it there, without waiting for the disk, and it counts only as long as everything that
was judged stands as it stood then.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from befit_tui.domain.errors import StoreError, why
from befit_tui.store.files import fingerprint, read_if_there, replace_unsynced
from befit_tui.store.layout import ACTIVE, HISTORY, JOURNAL, LIBRARY, STATUS

if TYPE_CHECKING:
    from befit_tui.domain.workout import Workout


class OpenWorkout(NamedTuple):
    """The open workout as far as a bar shows it; ``sets`` is how many are done."""

    id: str
    rev: int
    name: str
    started_at: datetime
    entered_later: bool
    sets: int
    last_set_at: datetime | None


def open_workout(root: Path) -> OpenWorkout | None:
    """The open workout, or None; StoreError if it cannot be read."""
    try:
        data = _content(root)
        found = json.loads(data).get("active", {}) if data else {}
        return next((_in_brief(one) for one in found.values()), None)
    except OSError as error:
        raise StoreError(f"{root / ACTIVE} cannot be read {why(error)}") from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise StoreError(
            f"{root / ACTIVE} cannot be read as it is: start Befit to have it mended."
        ) from error


class Judged(NamedTuple):
    """What alerts were judged of: a data folder and its settings, as of a day."""

    root: Path
    config: Path
    day: date

    def state(self, workout: "Workout | OpenWorkout | None") -> dict[str, Any]:
        """What tells a state of these, with the open workout, from any later one."""
        # A folder's time changes with every file that is put into it.
        history, library, settings = map(
            fingerprint, (self.root / HISTORY, self.root / LIBRARY, self.config)
        )
        return {
            "day": self.day.isoformat(),
            "workout": workout and [workout.id, workout.rev],
            "history": history and history[-1],
            "library": library and library[-1],
            "settings": settings and settings[-1],
        }


def write_note(
    judged: Judged, workout: "Workout | None", alerts: Mapping[str, Any]
) -> None:
    """Leave a note of the alerts that are open; where that cannot be, there is none."""
    root = judged.root
    note = {"of": judged.state(workout), "alerts": alerts}
    data = json.dumps(note, indent=1).encode()
    with suppress(OSError):
        if read_if_there(root / STATUS) != data:
            replace_unsynced(root / STATUS, data)


def read_note(judged: Judged, workout: OpenWorkout | None) -> Mapping[str, Any] | None:
    """The alerts that are open, if the note says it of the log as it stands."""
    with suppress(OSError, ValueError, RecursionError, TypeError, KeyError):
        note = json.loads((judged.root / STATUS).read_bytes())
        alerts = note["alerts"]
        is_whole = type(alerts["count"]) is int and type(alerts["sign"]) is str
        if is_whole and note["of"] == judged.state(workout):
            return dict(alerts)
    return None


def _content(root: Path) -> bytes | None:
    """The file of the open workout, as it is once a commit is carried out."""
    if not (root / JOURNAL).exists():
        return read_if_there(root / ACTIVE)
    from befit_tui.store import journal  # noqa: PLC0415 - hardly ever, and it is much

    return journal.read(root, ACTIVE)


def _in_brief(found: Mapping[str, Any]) -> OpenWorkout:
    done = [one for entry in found["entries"] for one in entry["sets"]]
    times = [_moment(one["at"]) for one in done if one.get("at")]
    return OpenWorkout(
        str(found["id"]),
        int(found["rev"]),
        str(found.get("name", "")),
        _moment(found["started_at"]),
        bool(found.get("entered_later")),
        len(done),
        max(times, default=None),
    )


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError("a time without its offset")
    return found

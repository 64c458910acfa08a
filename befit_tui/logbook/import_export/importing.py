"""Bringing in logs of other apps: first what would change, then one commit."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.domain.library import Library, library_from_dict, merged
from befit_tui.domain.load import Unit
from befit_tui.domain.workout import Workout
from befit_tui.logbook.logbook import Logbook
from befit_tui.transfer.formats.own import APP
from befit_tui.transfer.names import Match, Resolve
from befit_tui.transfer.parsed import ParsedLog
from befit_tui.transfer.plan import ImportPlan, plan_import
from befit_tui.transfer.read import read_log
from befit_tui.transfer.rows import RowError, Skipped

Localize = Callable[[datetime], datetime]
"""Gives a time without a zone its local offset; moves one with a zone to here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """What a file holds and what would be written.

    ``rows`` = ``sets`` + ``duplicates`` + the skipped rows + the number of errors.
    ``sets`` are those to be written, ``duplicates`` those that the log has.
    ``matches`` say what each name was taken for, ``unmatched`` are names of which
    nothing is known; ``library`` brings the own exercises that were made for names, and
    from a Befit export everything beside the workouts. ``documents`` are the
    workouts of one as they stand there, by id.
    """

    file: str
    app: str
    rows: int
    sets: int
    duplicates: int
    skipped: tuple[Skipped, ...]
    errors: tuple[RowError, ...]
    matches: tuple[Match, ...]
    unmatched: tuple[str, ...]
    added: tuple[Workout, ...]
    extended: tuple[Workout, ...]
    documents: Mapping[str, Mapping[str, Any]]
    library: Library

    @property
    def workouts(self) -> tuple[Workout, ...]:
        """The workouts to be written, oldest first."""
        found = (*self.added, *self.extended)
        return tuple(sorted(found, key=lambda one: one.started_at))

    def to_json(self) -> dict[str, Any]:
        """The counts as JSON values."""
        return {
            "app": self.app,
            "rows": self.rows,
            "sets": self.sets,
            "workouts": len(self.workouts),
            "duplicates": self.duplicates,
            "skipped": [
                {"reason": one.reason, "rows": one.rows} for one in self.skipped
            ],
            "errors": [{"line": one.line, "reason": one.reason} for one in self.errors],
            "matched": [
                {
                    "name": one.name,
                    "exercise": one.meaning.exercise.id,
                    "how": one.meaning.how_words,
                }
                for one in self.matches
                if one.is_worth_saying
            ],
            "unmatched_exercises": list(self.unmatched),
        }


def parse_file(
    resolve: Resolve,
    path: Path,
    unit: Unit | None,
    app: str | None,
    localize: Localize = datetime.astimezone,
) -> ParsedLog:
    """The log in a file; ``resolve`` gives what a name means.

    Raises:
        ImportRefusedError: it cannot be read, or nothing in it can.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ImportRefusedError(
            f"{path} cannot be read ({error.strerror})."
        ) from error
    parsed = read_log(
        data,
        name=path.name,
        unit=unit,
        app=app,
        localize=localize,
        resolve=resolve,
    )
    if parsed.errors and len(parsed.errors) == parsed.rows:
        first = parsed.errors[0]
        raise ImportRefusedError(
            f"No row of {path.name} can be read; line {first.line}: {first.reason}"
        )
    return parsed


def preview_files(
    logbook: Logbook,
    paths: Iterable[Path],
    unit: Unit | None = None,
    app: str | None = None,
    localize: Localize = datetime.astimezone,
) -> tuple[ImportPreview, ...]:
    """What each file would add to the log, and to the files before it.

    Args:
        logbook: the log; every month of it is read.
        paths: the files, in the order in which they are taken in.
        unit: the unit of loads where a file names none.
        app: the app that the files must be from, or None to find out.
        localize: gives times without a zone their offset, by default this machine's.

    Raises:
        ImportRefusedError: a file cannot be imported at all; UnitNeededError when
            only the unit of its loads is missing.
    """
    active = () if logbook.active is None else (logbook.active,)
    log = {workout.id: workout for workout in (*logbook.past(), *active)}
    previews = []
    for path in paths:
        parsed = parse_file(logbook.catalog.meaning, path, unit, app, localize)
        plan = plan_import(parsed, log.values())
        log |= {workout.id: workout for workout in (*plan.add, *plan.replace)}
        previews.append(_preview(path, parsed, plan))
    return tuple(previews)


def commit(logbook: Logbook, previews: Sequence[ImportPreview]) -> Path | None:
    """Write what the previews show, all or nothing, after a backup.

    A workout that is open in a file is open afterwards, unless another one is; then
    it ends with its last set.

    Returns:
        The backup; None when there was nothing to copy, or nothing new to write.

    Raises:
        StoreError: the disk refused, or the log is open for reading only; nothing has
            changed.
    """
    library = known = logbook.store.library()
    added: dict[str, Workout] = {}
    extended: dict[str, Workout] = {}
    for preview in previews:
        library = merged(library, preview.library)
        added |= {one.id: one for one in preview.added}
        for one in preview.extended:
            (added if one.id in added else extended)[one.id] = one
    if not added and not extended and library == known:
        return None
    copy = logbook.store.backup("import")
    opened = _opened(logbook.active, (*added.values(), *extended.values()))
    new, longer = _filed(added, opened), _filed(extended, opened)
    logbook.store.take_in(
        new,
        _label(previews),
        extended=longer,
        opened=opened,
        library=library,
        came_as={key: one for each in previews for key, one in each.documents.items()},
    )
    logbook.follow_import((*new, *longer))
    return copy


def _preview(path: Path, parsed: ParsedLog, plan: ImportPlan) -> ImportPreview:
    return ImportPreview(
        file=path.name,
        app=parsed.app,
        rows=parsed.rows,
        sets=plan.sets,
        duplicates=plan.duplicates,
        skipped=parsed.skipped,
        errors=parsed.errors,
        matches=parsed.matches,
        unmatched=parsed.unmatched,
        added=plan.add,
        extended=plan.replace,
        documents=parsed.documents,
        library=_library(parsed, plan),
    )


def _library(parsed: ParsedLog, plan: ImportPlan) -> Library:
    """What a file brings beside workouts; what is not a list of objects is left out."""
    lists = {
        name: part
        for name, part in parsed.library.items()
        if isinstance(part, list) and all(isinstance(item, dict) for item in part)
    }
    own = parsed.exercises if parsed.app == APP else plan.exercises
    return replace(library_from_dict(lists), exercises=own)


def _opened(active: Workout | None, found: Iterable[Workout]) -> Workout | None:
    return next(
        (
            one
            for one in found
            if one.ended_at is None and (active is None or active.id == one.id)
        ),
        None,
    )


def _filed(found: Mapping[str, Workout], opened: Workout | None) -> list[Workout]:
    """Those that are not the open one, each with its end."""
    return [_ended(one) for one in found.values() if one is not opened]


def _ended(workout: Workout) -> Workout:
    if workout.ended_at is not None:
        return workout
    times = (done.at for done in workout.sets if done.at is not None)
    return replace(workout, ended_at=max(times, default=workout.started_at))


def _label(previews: Sequence[ImportPreview]) -> str:
    return f"import of {', '.join(preview.file for preview in previews)}"

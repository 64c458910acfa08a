"""Bringing in logs of other apps: first what would change, then one commit."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from befit_tui.domain.errors import ImportRefusedError, why
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.library import Library, library_from_dict, merged
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout
from befit_tui.logbook.import_export.differences import (
    DifferenceLine,
    difference_line,
    left_out_words,
)
from befit_tui.logbook.import_export.weigh_ins import waiting, weighed_workouts
from befit_tui.logbook.logbook import DELETED, Logbook
from befit_tui.transfer.doubts import doubts
from befit_tui.transfer.formats.own import APP
from befit_tui.transfer.limits import refuse_size
from befit_tui.transfer.merging.workouts import What
from befit_tui.transfer.names import Resolve
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.parsed import ParsedLog
from befit_tui.transfer.plan import Choices, ImportPlan, plan_import
from befit_tui.transfer.read import read_log
from befit_tui.transfer.rows import RowError

COLUMNS = "columns"
"""The list of the library that has the columns of tables, by their headings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """What a file holds (``parsed``) and what would be written (``plan``).

    The rows of the file = the sets to write + ``updated`` - the deleted ones +
    ``duplicates`` + the skipped rows + the number of errors. ``unmatched`` are names of
    which nothing is known; ``library`` brings the own exercises that were made for
    names, and from a Befit export everything beside the workouts.
    """

    file: str
    parsed: ParsedLog
    plan: ImportPlan
    differences: tuple[DifferenceLine, ...]
    doubtful: tuple[RowError, ...]
    unmatched: tuple[str, ...]
    library: Library

    @property
    def sets(self) -> int:
        """How many sets would be added."""
        return self.plan.sets

    @property
    def updated(self) -> int:
        """How many sets of the log would change or go."""
        return self.plan.updated + self.plan.deleted

    @property
    def duplicates(self) -> int:
        """How many sets the log has as they are, or from another app."""
        return self.plan.duplicates

    @property
    def workouts(self) -> tuple[Workout, ...]:
        """The workouts to be written, oldest first."""
        found = (*self.plan.add, *(new for _, new in self.plan.changed))
        return tuple(sorted(found, key=lambda one: one.started_at))

    @property
    def is_empty(self) -> bool:
        """Whether the log has all of it."""
        return self.plan.is_empty and not self.library.checkins

    def to_json(self) -> dict[str, Any]:
        """The counts as JSON values."""
        return {
            "app": self.parsed.app,
            "rows": self.parsed.rows,
            "sets": self.sets,
            "workouts": len(self.workouts),
            "duplicates": self.duplicates,
            "updated": self.updated,
            "deleted": self.plan.deleted,
            "skipped": [
                {"reason": one.reason, "rows": one.rows} for one in self.parsed.skipped
            ],
            "errors": _listed(self.parsed.errors),
            "doubtful": _listed(self.doubtful),
            "matched": [
                {
                    "name": one.name,
                    "exercise": one.meaning.exercise.id,
                    "how": one.meaning.how_words,
                }
                for one in self.parsed.matches
                if one.is_worth_saying
            ],
            "conflicts": [
                {
                    "line": one.line,
                    "reason": one.words,
                    "here": one.here,
                    "there": one.there,
                }
                for one in self.differences
                if one.what is What.CONFLICT
            ],
            "unmatched_exercises": list(self.unmatched),
        }


def _listed(found: Iterable[RowError]) -> list[dict[str, Any]]:
    return [{"line": one.line, "reason": one.reason} for one in found]


def parse_file(
    resolve: Resolve, path: Path, options: ReadOptions | None = None
) -> ParsedLog:
    """The log in a file; ``resolve`` gives what a name means.

    Raises:
        ImportRefusedError: it cannot be read, or nothing in it can.
    """
    if path.is_dir():
        raise ImportRefusedError(f"{path} is a folder: name the file in it.")
    try:
        refuse_size(path.stat().st_size, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise ImportRefusedError(f"{path} cannot be read {why(error)}") from error
    parsed = read_log(data, path.name, options or ReadOptions(), resolve)
    if parsed.errors and len(parsed.errors) == parsed.rows:
        first = parsed.errors[0]
        raise ImportRefusedError(
            f"No row of {path.name} can be read; line {first.line}: {first.reason}"
        )
    return parsed


def preview_files(
    logbook: Logbook,
    paths: Iterable[Path],
    options: ReadOptions | None = None,
    choices: Choices | None = None,
) -> tuple[ImportPreview, ...]:
    """What each file would change in the log, and in the files before it.

    Args:
        logbook: the log; every month of it is read.
        paths: the files, in the order in which they are taken in.
        options: what the lifter says about the files.
        choices: what is to become of sessions that both apps changed, or both have.

    Raises:
        ImportRefusedError: a file cannot be imported at all; UnitNeededError when
            only the unit of its loads is missing.
    """
    read = [(path, parse_for(logbook, path, options)) for path in paths]
    return preview_parsed(logbook, read, choices)


def parse_for(
    logbook: Logbook, path: Path, options: ReadOptions | None = None
) -> ParsedLog:
    """The log in a file as this lifter's; nothing of the logbook changes.

    Raises:
        ImportRefusedError: it cannot be read, or nothing in it can.
    """
    tomorrow = logbook.clock().date() + timedelta(days=1)
    known = {
        str(one.get("id")): one["columns"]
        for one in logbook.library.extra.get(COLUMNS, ())
        if isinstance(one.get("columns"), dict)
    }
    options = replace(options or ReadOptions(), last_day=tomorrow, known_columns=known)
    parsed = parse_file(logbook.catalog.meaning, path, options)
    if not parsed.headings or options.columns is None:
        return parsed
    item = {"id": parsed.headings, "columns": dict(options.columns)}
    return replace(parsed, library={**parsed.library, COLUMNS: [item]})


def preview_parsed(
    logbook: Logbook,
    read: Iterable[tuple[Path, ParsedLog]],
    choices: Choices | None = None,
) -> tuple[ImportPreview, ...]:
    """What logs that were read would change; each is compared with those before it."""
    log = {workout.id: workout for workout in logbook.workouts()}
    deleted = {str(one.get("id")) for one in logbook.library.extra.get(DELETED, ())}
    previews = []
    for path, parsed in read:
        plan = plan_import(parsed, log.values(), choices, deleted)
        plan = _with_weights(plan, parsed, log.values())
        log |= {one.id: one for one in plan.add}
        log |= {new.id: new for _, new in plan.changed}
        catalog = logbook.catalog.with_own(
            (*logbook.library.exercises, *parsed.exercises)
        )
        previews.append(_preview(path, parsed, plan, catalog.get, tuple(log.values())))
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
    for preview in previews:
        library = merged(_without_columns(library, preview), preview.library)
    added, changed = _added_and_changed(previews)
    if not added and not changed and library == known:
        return None
    copy = logbook.store.backup("import")
    written = (*added.values(), *(now for _, now in changed.values()))
    opened = _opened(logbook.active, written)
    new = [_ended(one) for one in added.values() if one is not opened]
    pairs = [(old, _ended(now)) for old, now in changed.values() if now is not opened]
    logbook.store.take_in(
        new,
        f"import of {', '.join(preview.file for preview in previews)}",
        changed=pairs,
        opened=opened,
        library=library,
        came_as={
            key: one for each in previews for key, one in each.parsed.documents.items()
        },
    )
    logbook.follow_import((*new, *(now for _, now in pairs)), [old for old, _ in pairs])
    return copy


def _added_and_changed(
    previews: Iterable[ImportPreview],
) -> tuple[dict[str, Workout], dict[str, tuple[Workout, Workout]]]:
    """The new workouts of all files, and the known ones as they were and will be."""
    added: dict[str, Workout] = {}
    changed: dict[str, tuple[Workout, Workout]] = {}
    for preview in previews:
        added |= {one.id: one for one in preview.plan.add}
        for old, now in preview.plan.changed:
            if now.id in added:
                added[now.id] = now
            else:
                changed[now.id] = (changed.get(now.id, (old, now))[0], now)
    return added, changed


def columns_typed(text: str) -> dict[str, str]:
    """The heading of each part of a set, as typed: ``date=Day,reps=Reps``.

    Raises:
        ImportRefusedError: it is not written so.
    """
    pairs = [pair.partition("=") for pair in text.split(",") if pair.strip()]
    if not pairs or not all(part.strip() and sign for part, sign, _ in pairs):
        raise ImportRefusedError(
            "Name the heading of each part, as in date=Day,exercise=Lift,reps=Reps."
        )
    return {part.strip(): heading.strip() for part, _, heading in pairs}


def _without_columns(library: Library, preview: ImportPreview) -> Library:
    """The library without the columns of tables that are named anew."""
    new = {one.get("id") for one in preview.library.extra.get(COLUMNS, ())}
    if not new:
        return library
    old = library.extra.get(COLUMNS, ())
    kept = tuple(one for one in old if one.get("id") not in new)
    return replace(library, extra={**library.extra, COLUMNS: kept})


def _preview(
    path: Path,
    parsed: ParsedLog,
    plan: ImportPlan,
    get: Callable[[str], Exercise],
    log: Sequence[Workout],
) -> ImportPreview:
    left_out = (
        RowError(parsed.first_line(one.read), left_out_words(one))
        for one in plan.left_out
        if not one.is_equal
    )
    # The names that neither the catalogue nor the log has an exercise for.
    known = {own.name for own in parsed.exercises if own.id in plan.renamed}
    return ImportPreview(
        file=path.name,
        parsed=parsed,
        plan=plan,
        differences=tuple(
            difference_line(one, parsed.lines, get) for one in plan.differences
        ),
        doubtful=(*parsed.doubtful, *_doubts(parsed, plan, get), *left_out),
        unmatched=tuple(one for one in parsed.unmatched if one.strip() not in known),
        library=_library(parsed, plan, log),
    )


def _with_weights(
    plan: ImportPlan, parsed: ParsedLog, log: Iterable[Workout]
) -> ImportPlan:
    """The plan with the body weights of the file on the workouts of their days."""
    if not parsed.weighed:
        return plan
    return replace(
        plan, changed=(*plan.changed, *weighed_workouts(parsed.weighed, log))
    )


def _doubts(
    parsed: ParsedLog, plan: ImportPlan, get: Callable[[str], Exercise]
) -> tuple[RowError, ...]:
    """The unlikely numbers of workouts that the log does not have as they are."""
    known = {
        parsed.lines.get(done.id)
        for workout in parsed.workouts
        if workout.id in plan.unchanged
        for done in workout.sets
    }
    found = doubts(parsed.workouts, parsed.lines, get)
    return tuple(one for one in found if one.line not in known)


def _library(parsed: ParsedLog, plan: ImportPlan, log: Iterable[Workout]) -> Library:
    """What a file brings beside workouts; what is not a list of objects is left out."""
    lists = {
        name: part
        for name, part in parsed.library.items()
        if isinstance(part, list) and all(isinstance(item, dict) for item in part)
    }
    own = parsed.exercises if parsed.app == APP else plan.exercises
    found = replace(library_from_dict(lists), exercises=own)
    weights = waiting(parsed.weighed, log)
    return replace(found, checkins=(*found.checkins, *weights))


def _opened(active: Workout | None, found: Iterable[Workout]) -> Workout | None:
    return next(
        (
            one
            for one in found
            if one.ended_at is None and (active is None or active.id == one.id)
        ),
        None,
    )


def _ended(workout: Workout) -> Workout:
    if workout.ended_at is not None:
        return workout
    times = (done.at for done in workout.sets if done.at is not None)
    return replace(workout, ended_at=max(times, default=workout.started_at))

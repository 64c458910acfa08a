"""Importing files of other apps: first what would change, then one commit.

A file that cannot be imported at all is an ImportRefusedError; where only the unit of
its loads is missing it is a UnitNeededError.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from befit_tui.catalog.meaning import How
from befit_tui.domain.errors import ImportRefusedError, why
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.library import Items, Library, library_from_dict, merged
from befit_tui.domain.moments import latest
from befit_tui.domain.value import Value, replace
from befit_tui.domain.wording import counted, day_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.import_export.differences import (
    DifferenceLine,
    difference_line,
    left_out_words,
)
from befit_tui.logbook.logbook import DELETED, Logbook
from befit_tui.transfer.containers import refuse_size
from befit_tui.transfer.doubts import doubts
from befit_tui.transfer.formats.own import APP
from befit_tui.transfer.merging.identity import equal_share
from befit_tui.transfer.merging.workouts import What
from befit_tui.transfer.names import Resolve
from befit_tui.transfer.parsed import ParsedLog, Weighed
from befit_tui.transfer.plan import LOG_WINS, Choices, ImportPlan, plan_import
from befit_tui.transfer.read import read_log
from befit_tui.transfer.rows import ReadOptions, RowError

COLUMNS = "columns"
"""The list of the library that has the columns of tables, by their headings."""


class ImportPreview(Value, frozen=True, kw_only=True):
    """What a file holds (``parsed``) and what would be written (``plan``).

    The rows of the file = the sets to write + ``updated`` - the deleted ones +
    the duplicates + the skipped rows + the number of errors. ``unmatched`` are names of
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
    def updated(self) -> int:
        """How many sets of the log would change or go."""
        return self.plan.updated + self.plan.deleted

    @property
    def workouts(self) -> tuple[Workout, ...]:
        """The workouts to be written."""
        return (*self.plan.add, *(new for _, new in self.plan.changed))

    @property
    def is_empty(self) -> bool:
        """Whether the log has all of it."""
        return self.plan.is_empty and not self.library.checkins

    def to_json(self) -> dict[str, Any]:
        """The counts as JSON values."""
        return {
            "app": self.parsed.app,
            "rows": self.parsed.rows,
            "sets": self.plan.sets,
            "workouts": len(self.workouts),
            "duplicates": self.plan.duplicates,
            "updated": self.updated,
            "deleted": self.plan.deleted,
            "skipped": [
                {"reason": reason, "rows": rows}
                for reason, rows in self.parsed.skipped.items()
            ],
            "errors": to_builtins(self.parsed.errors),
            "doubtful": to_builtins(self.doubtful),
            "matched": [
                {
                    "name": one.name,
                    "exercise": one.meaning.exercise.id,
                    "how": one.meaning.how_words,
                }
                for one in self.parsed.matches
                if one.meaning.how is not How.NAME
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


def parse_file(
    resolve: Resolve, path: Path, options: ReadOptions | None = None
) -> ParsedLog:
    """The log in a file; ``resolve`` gives what a name means."""
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
    choices: Choices = LOG_WINS,
) -> tuple[ImportPreview, ...]:
    """What each file would change in the log, and in the files before it."""
    logbook.read_months()
    read = [(path, parse_for(logbook, path, options)) for path in paths]
    return preview_parsed(logbook, read, choices)


def parse_for(
    logbook: Logbook, path: Path, options: ReadOptions | None = None
) -> ParsedLog:
    """The log in a file as this lifter's; nothing of the logbook changes."""
    tomorrow = logbook.clock().date() + timedelta(days=1)
    known = {
        str(one.get("id")): one["columns"]
        for one in logbook.library.extra.get(COLUMNS, ())
        if isinstance(one.get("columns"), dict)
    }
    options = replace(options or ReadOptions(), last_day=tomorrow, known_columns=known)
    parsed = parse_file(logbook.catalog.meaning, path, options)
    if parsed.order_unclear and options.day_first is None:
        # A second import reads dates as the first did, whatever else it is told now.
        orders = (replace(options, day_first=order) for order in (True, False))
        others = (parse_file(logbook.catalog.meaning, path, one) for one in orders)
        there = {one.source for one in logbook.history if one.source}
        parsed = max(
            (parsed, *others),
            key=lambda log: sum(one.source in there for one in log.workouts),
        )
    if not parsed.headings or options.columns is None:
        return parsed
    item = {"id": parsed.headings, "columns": dict(options.columns)}
    return replace(parsed, library={**parsed.library, COLUMNS: [item]})


def preview_parsed(
    logbook: Logbook,
    read: Iterable[tuple[Path, ParsedLog]],
    choices: Choices = LOG_WINS,
) -> tuple[ImportPreview, ...]:
    """What logs that were read would change; each is compared with those before it."""
    log = {workout.id: workout for workout in logbook.workouts()}
    deleted = {str(one.get("id")) for one in logbook.library.extra.get(DELETED, ())}
    previews = []
    for path, parsed in read:
        plan = plan_import(parsed, log.values(), choices, deleted)
        weighed, checkins = weigh_in(parsed.weighed, log.values())
        plan = replace(plan, changed=(*plan.changed, *weighed))
        log |= {one.id: one for one in plan.add}
        log |= {new.id: new for _, new in plan.changed}
        own = (*logbook.library.exercises, *parsed.exercises)
        get = logbook.catalog.with_own(own).get
        # The names that neither the catalogue nor the log has an exercise for.
        known = {one.name for one in parsed.exercises if one.id in plan.renamed}
        previews.append(
            ImportPreview(
                file=path.name,
                parsed=parsed,
                plan=plan,
                differences=tuple(
                    difference_line(one, parsed.lines, get) for one in plan.differences
                ),
                doubtful=tuple(_doubtful(parsed, plan, get)),
                unmatched=tuple(
                    one for one in parsed.unmatched if one.strip() not in known
                ),
                library=_library(parsed, plan, checkins),
            )
        )
    return tuple(previews)


def _doubtful(
    parsed: ParsedLog, plan: ImportPlan, get: Callable[[str], Exercise]
) -> Iterator[RowError]:
    """What was read but may be wrong, of workouts that the log does not have so."""
    yield from parsed.doubtful
    if plan.unlike:
        sets = (done for one in plan.unlike for done in one.sets)
        days = counted(len(plan.unlike), "workout")
        yield RowError(
            min((parsed.lines[done.id] for done in sets), default=1),
            f"hardly a set of {days} is as it came from {parsed.app} before, so this "
            "is no newer copy: the log keeps its own",
        )
    if plan.later is not None and (plan.updated or plan.deleted):
        last = f"{plan.later.name or 'workout'}, {day_words(plan.later.started_at)}"
        yield RowError(
            1,
            f"the log has later workouts from {parsed.app}, up to {last}: an older "
            "export takes back what was corrected since",
        )
    if (cut_in := plan.cut_in) is not None:
        yield RowError(
            max(parsed.lines[done.id] for done in cut_in.sets),
            "the file ends in the midst of a workout that the log has whole, as where "
            "it breaks off: the further sets stay",
        )
    known = {
        parsed.lines.get(done.id)
        for workout in parsed.workouts
        if workout.id in plan.unchanged
        for done in workout.sets
    }
    for one in doubts(parsed.workouts, parsed.lines, get):
        if one.line not in known:
            yield one
    for read, stands in plan.left_out:
        if equal_share(read, stands) < 1:
            line = min((parsed.lines[done.id] for done in read.sets), default=1)
            yield RowError(line, left_out_words(read, stands))


def _library(parsed: ParsedLog, plan: ImportPlan, waiting: Items) -> Library:
    """What a file brings beside workouts; what is not a list of objects is left out."""
    lists = {
        name: part
        for name, part in parsed.library.items()
        if isinstance(part, list) and all(isinstance(item, dict) for item in part)
    }
    own = parsed.exercises if parsed.app == APP else plan.exercises
    found = library_from_dict(lists)
    return replace(found, exercises=own, checkins=(*found.checkins, *waiting))


def commit(logbook: Logbook, previews: Sequence[ImportPreview]) -> Path | None:
    """Write what the previews show, all or nothing, after a backup, and say where.

    That is None when there was nothing to copy, or nothing new to write. A workout that
    is open in a file is open afterwards, unless another one is; then it ends with its
    last set.
    """
    library = known = logbook.store.library()
    added: dict[str, Workout] = {}
    changed: dict[str, tuple[Workout, Workout]] = {}
    came_as: dict[str, Mapping[str, Any]] = {}
    for preview in previews:
        library = merged(_without_columns(library, preview), preview.library)
        came_as |= preview.parsed.documents
        added |= {one.id: one for one in preview.plan.add}
        for old, now in preview.plan.changed:
            if now.id in added:
                added[now.id] = now
            else:
                changed[now.id] = (changed.get(now.id, (old, now))[0], now)
    if not added and not changed and library == known:
        return None
    copy = logbook.store.backup("import")
    written = (*added.values(), *(now for _, now in changed.values()))
    opened = _opened(logbook.active, written)
    new = [_ended(one) for one in added.values() if one is not opened]
    pairs = [(old, _ended(now)) for old, now in changed.values() if now is not opened]
    label = f"import of {', '.join(preview.file for preview in previews)}"
    logbook.store.add_workouts(
        new, label, changed=pairs, opened=opened, library=library, came_as=came_as
    )
    logbook.follow_import((*new, *(now for _, now in pairs)), [old for old, _ in pairs])
    return copy


def _opened(active: Workout | None, found: Iterable[Workout]) -> Workout | None:
    still_open = (one for one in found if one.ended_at is None)
    return next(
        (one for one in still_open if active is None or active.id == one.id), None
    )


def _ended(workout: Workout) -> Workout:
    return replace(workout, ended_at=workout.ended_at or latest(workout))


def _without_columns(library: Library, preview: ImportPreview) -> Library:
    """The library without the columns of tables that are named anew."""
    new = {one.get("id") for one in preview.library.extra.get(COLUMNS, ())}
    old = library.extra.get(COLUMNS, ())
    kept = tuple(one for one in old if one.get("id") not in new)
    if kept == old:
        return library
    return replace(library, extra={**library.extra, COLUMNS: kept})


def columns_typed(text: str) -> dict[str, str]:
    """The heading of each part of a set, as typed: ``date=Day,reps=Reps``."""
    pairs = [pair.partition("=") for pair in text.split(",") if pair.strip()]
    if not pairs or not all(part.strip() and sign for part, sign, _ in pairs):
        raise ImportRefusedError(
            "Name the heading of each part, as in date=Day,exercise=Lift,reps=Reps."
        )
    return {part.strip(): heading.strip() for part, _, heading in pairs}


def weigh_in(
    weighed: Iterable[Weighed], log: Collection[Workout]
) -> tuple[list[tuple[Workout, Workout]], Items]:
    """The workouts that get the weight of their day, each with what it becomes.

    Beside them the weights of days without a workout, as check-ins of those days. The
    first weight of a day counts; one that a workout has already stays.
    """
    by_day: dict[date, Weighed] = {}
    for one in sorted(weighed, key=lambda each: each.at):
        by_day.setdefault(one.at.date(), one)
    days = [(workout.day, workout) for workout in log] if by_day else []
    trained = {day for day, _ in days}
    changed = [
        (workout, replace(workout, bodyweight=by_day[day].weight))
        for day, workout in days
        if workout.bodyweight is None and day in by_day
    ]
    waiting = tuple(
        {
            "id": day.isoformat(),
            "started_at": one.at.isoformat(),
            "bodyweight": {"value": one.weight.value, "unit": str(one.weight.unit)},
        }
        for day, one in by_day.items()
        if day not in trained
    )
    return changed, waiting

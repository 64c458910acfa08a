"""``befit import``: what files hold, then one commit."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from befit_tui.cli.output import agreed, ask, can_ask, say, say_json
from befit_tui.cli.session import Clock, open_logbook
from befit_tui.domain.errors import UnitNeededError
from befit_tui.domain.load import Unit
from befit_tui.domain.wording import counted
from befit_tui.logbook import Logbook
from befit_tui.logbook.import_export.importing import (
    ImportPreview,
    commit,
    preview_files,
)

SHOWN = 10
"""Errors that are listed; the JSON has all."""


def run(args: Namespace, clock: Clock) -> None:
    """Preview the files and, unless it is a dry run or the lifter says no, commit."""
    with open_logbook(args, clock, readonly=args.dry_run) as logbook:
        previews = _previews(logbook, args)
        if not args.json:
            for preview in previews:
                _show(preview)
        if args.dry_run:
            _say_unless(args.json, "Nothing was written: this was a dry run.")
        elif args.yes or args.json or not _new(previews) or agreed("Import this?"):
            copy = commit(logbook, previews)
            _say_unless(args.json, _outcome(previews, copy))
        else:
            say("Nothing was imported.")
    if args.json:
        found = [preview.to_json() for preview in previews]
        say_json(found if len(args.files) > 1 else found[0])


def _previews(logbook: Logbook, args: Namespace) -> tuple[ImportPreview, ...]:
    unit = Unit(args.unit) if args.unit else None
    paths = [Path(file).expanduser() for file in args.files]
    try:
        return preview_files(logbook, paths, unit, args.app)
    except UnitNeededError:
        if args.json or not can_ask():
            raise
        answer = ask("Are loads without a unit kg or lb?")
        if answer not in tuple(Unit):
            raise
        return preview_files(logbook, paths, Unit(answer), args.app)


def _show(preview: ImportPreview) -> None:
    say(f"{preview.file}: {preview.app}, {preview.rows:,} rows")
    say(f"  {preview.sets:>7,} sets in {_workouts(preview)}")
    if preview.duplicates:
        say(f"  {preview.duplicates:>7,} already in the log")
    for skipped in preview.skipped:
        say(f"  {skipped.rows:>7,} skipped: {skipped.reason}")
    if preview.errors:
        say(f"  {len(preview.errors):>7,} cannot be read:")
    for error in preview.errors[:SHOWN]:
        say(f"          line {error.line}: {error.reason}")
    if len(preview.errors) > SHOWN:
        say(f"          and {len(preview.errors) - SHOWN:,} more")
    _show_names(preview)


def _show_names(preview: ImportPreview) -> None:
    if preview.unmatched:
        say(f"  Not known, so lifts of your own: {', '.join(preview.unmatched)}")
    doubtful = [one for one in preview.matches if one.is_doubtful]
    if doubtful:
        say(f"  {len(doubtful):>7,} names were taken for a lift that is like it:")
    for one in doubtful[:SHOWN]:
        say(f"          {one.name}: {one.meaning.how_words}")
    if preview.unmatched or doubtful:
        say("  befit exercises shows what each name was taken for, and changes it.")


def _workouts(preview: ImportPreview) -> str:
    found = preview.workouts
    if not found:
        return "no workout that is new"
    first, last = found[0].started_at.date(), found[-1].started_at.date()
    days = f"{first}" if first == last else f"{first} to {last}"
    return f"{counted(len(found), 'workout')}, {days}"


def _new(previews: Sequence[ImportPreview]) -> int:
    return sum(len(preview.workouts) for preview in previews)


def _outcome(previews: Sequence[ImportPreview], copy: Path | None) -> str:
    if not _new(previews):
        return "Nothing new: the log has all of it."
    sets = sum(preview.sets for preview in previews)
    said = f"Imported {sets:,} sets in {_new(previews):,} workouts."
    return f"{said} A backup was made before: {copy}" if copy else said


def _say_unless(quiet: bool, line: str) -> None:
    if not quiet:
        say(line)

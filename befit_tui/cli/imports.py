"""``befit import``: what files hold, then one commit."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from befit_tui.cli.output import agreed, ask, can_ask, say, say_json
from befit_tui.cli.session import Clock, open_logbook
from befit_tui.domain.errors import UnitNeededError
from befit_tui.domain.load import Unit
from befit_tui.domain.wording import counted
from befit_tui.logbook import Logbook
from befit_tui.logbook.import_export.importing import (
    ImportPreview,
    columns_typed,
    commit,
    preview_files,
)
from befit_tui.paths import typed_path
from befit_tui.transfer.merging.workouts import What
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.plan import Choices

SHOWN = 10
"""Errors that are listed; the JSON has all."""

WHAT_WORDS: Mapping[What, str] = {
    What.CHANGED: "changed since the last import, taken over",
    What.DELETED: "gone from the file, so they go here",
    What.CONFLICT: "changed here and in the file; the log stays (--conflicts file)",
}
"""What is said of differences, by what is done about them."""


def run(args: Namespace, clock: Clock) -> None:
    """Preview the files and, unless it is a dry run or the lifter says no, commit."""
    apart = [Path(file).expanduser().resolve() for file in args.files]
    with open_logbook(args, clock, readonly=args.dry_run, apart=apart) as logbook:
        previews = _previews(logbook, args)
        if not args.json:
            for preview in previews:
                _show(preview)
        if args.dry_run:
            _say_unless(args.json, "Nothing was written: this was a dry run.")
        elif args.yes or args.json or _is_known(previews) or agreed("Import this?"):
            copy = commit(logbook, previews)
            _say_unless(args.json, _outcome(previews, copy))
        else:
            say("Nothing was imported.")
    if args.json:
        found = [preview.to_json() for preview in previews]
        say_json(found if len(args.files) > 1 else found[0])


def _previews(logbook: Logbook, args: Namespace) -> tuple[ImportPreview, ...]:
    paths = [typed_path(file) for file in args.files]
    options = ReadOptions(
        unit=Unit(args.unit) if args.unit else None,
        app=args.app,
        day_first=None if args.dates is None else args.dates == "dmy",
        columns=columns_typed(args.map) if args.map else None,
    )
    choices = Choices(take_file=args.conflicts == "file", keep_both=args.keep_both)
    asks = can_ask() and not args.json
    try:
        found = preview_files(logbook, paths, options, choices)
    except UnitNeededError:
        answer = ask("Are loads without a unit kg or lb?") if asks else ""
        if answer not in tuple(Unit):
            raise
        options = replace(options, unit=Unit(answer))
        found = preview_files(logbook, paths, options, choices)
    if asks and options.day_first is None and any(one.order_unclear for one in found):
        answer = ask("Does the day stand first in dates like 04/03/2025? [y/n]")
        options = replace(options, day_first=answer in ("y", "yes"))
        found = preview_files(logbook, paths, options, choices)
    return found


def _show(preview: ImportPreview) -> None:
    say(f"{preview.file}: {preview.app}, {preview.rows:,} rows")
    noun = "set" if preview.sets == 1 else "sets"
    say(f"  {preview.sets:>7,} {noun} in {_workouts(preview)}")
    if preview.duplicates:
        say(f"  {preview.duplicates:>7,} already in the log")
    if preview.plan.stay_deleted:
        said = "deleted here and left out; --keep-both takes them in"
        say(f"  {preview.plan.stay_deleted:>7,} {said}")
    for what, words in WHAT_WORDS.items():
        found = [one for one in preview.differences if one.what is what]
        _show_lines(words, [(one.line, one.words) for one in found])
    for skipped in preview.skipped:
        say(f"  {skipped.rows:>7,} skipped: {skipped.reason}")
    for words, listed in (
        ("cannot be read", preview.errors),
        ("to look at", preview.doubtful),
    ):
        _show_lines(words, [(one.line, one.reason) for one in listed])
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


def _show_lines(words: str, found: Sequence[tuple[int, str]]) -> None:
    """How many lines of a file something is true of, and the first of them."""
    if found:
        say(f"  {len(found):>7,} {words}:")
    for line, reason in found[:SHOWN]:
        say(f"          line {line}: {reason}")
    if len(found) > SHOWN:
        say(f"          and {len(found) - SHOWN:,} more")


def _workouts(preview: ImportPreview) -> str:
    found = preview.workouts
    if not found:
        return "no workout that is new"
    first, last = found[0].started_at.date(), found[-1].started_at.date()
    days = f"{first}" if first == last else f"{first} to {last}"
    return f"{counted(len(found), 'workout')}, {days}"


def _is_known(previews: Sequence[ImportPreview]) -> bool:
    return all(preview.is_empty for preview in previews)


def _outcome(previews: Sequence[ImportPreview], copy: Path | None) -> str:
    if _is_known(previews):
        left_out = any(one.plan.stay_deleted for one in previews)
        but = " but what you deleted" if left_out else ""
        return f"Nothing new: the log has all of it{but}."
    written = sum(len(preview.workouts) for preview in previews)
    sets = sum(preview.sets for preview in previews)
    said = f"Imported {counted(sets, 'set')} in {counted(written, 'workout')}."
    updated = sum(preview.updated for preview in previews)
    if updated:
        gone = sum(preview.plan.deleted for preview in previews)
        said += f" {counted(updated, 'set')} changed, {gone:,} of them gone."
    return f"{said} A backup was made before: {copy}" if copy else said


def _say_unless(quiet: bool, line: str) -> None:
    if not quiet:
        say(line)

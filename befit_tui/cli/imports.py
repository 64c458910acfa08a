"""``befit import``: what files hold, then one commit."""

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from befit_tui.cli.open_log import Clock, open_logbook
from befit_tui.cli.output import agreed, ask, can_ask, say, say_json
from befit_tui.domain.errors import UnitNeededError
from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.domain.wording import counted
from befit_tui.logbook.import_export.importing import (
    ImportPreview,
    columns_typed,
    commit,
    preview_files,
)
from befit_tui.logbook.import_export.outcome import facts, look_at
from befit_tui.logbook.logbook import Logbook
from befit_tui.paths import typed_path
from befit_tui.transfer.merging.workouts import What
from befit_tui.transfer.plan import Choices
from befit_tui.transfer.rows import ReadOptions

LABEL = 24
"""Columns of what is told, before what there is to tell."""


def run(args: Namespace, clock: Clock) -> None:
    """Preview the files and, unless it is a dry run or the lifter says no, commit."""
    # Not resolve(), to which a link in a circle is an error of another kind.
    apart = [Path(os.path.realpath(typed_path(file))) for file in args.files]
    with open_logbook(args, clock, readonly=args.dry_run, apart=apart) as logbook:
        previews = _previews(logbook, args)
        if not args.json:
            for preview in previews:
                _show(preview)
        if args.dry_run:
            said = "Nothing was written: this was a dry run."
        elif args.yes or args.json or _is_known(previews) or agreed("Import this?"):
            said = _outcome(previews, commit(logbook, previews))
        else:
            said = "Nothing was imported."
        if not args.json:
            say(said)
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
    if (
        asks
        and options.day_first is None
        and any(one.parsed.order_unclear for one in found)
    ):
        answer = ask("Does the day stand first in dates like 04/03/2025? [y/n]")
        options = replace(options, day_first=answer in ("y", "yes"))
        found = preview_files(logbook, paths, options, choices)
    return found


def _show(preview: ImportPreview) -> None:
    say(preview.file)
    for label, told in (*facts(preview), *look_at(preview)):
        say(f"  {label:<{LABEL}}{told}")
    plan = preview.plan
    if any(one.what is What.CONFLICT for one in plan.differences):
        where = "" if plan.unlike else " where both changed"
        say(f"  --conflicts file takes what the file says{where}.")
    if plan.left_out or plan.stay_deleted:
        say("  --keep-both takes in what is left out.")
    if preview.unmatched or any(one.is_doubtful for one in preview.parsed.matches):
        say("  befit exercises shows what each name was taken for, and changes it.")


def _is_known(previews: Sequence[ImportPreview]) -> bool:
    return all(preview.is_empty for preview in previews)


def _outcome(previews: Sequence[ImportPreview], copy: Path | None) -> str:
    if _is_known(previews):
        left_out = any(one.plan.stay_deleted for one in previews)
        but = " but what you deleted" if left_out else ""
        return f"Nothing new: the log has all of it{but}."
    written = sum(len(preview.workouts) for preview in previews)
    sets = sum(preview.plan.sets for preview in previews)
    said = f"Imported {counted(sets, 'set')} in {counted(written, 'workout')}."
    updated = sum(preview.updated for preview in previews)
    if updated:
        gone = sum(preview.plan.deleted for preview in previews)
        of_them = f", {gone:,} of them gone" if gone else ""
        said += f" {counted(updated, 'set')} changed{of_them}."
    return f"{said} A backup was made before: {copy}" if copy else said

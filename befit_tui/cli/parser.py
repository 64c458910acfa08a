"""What can be typed after ``befit``. Importing this imports no command."""

import argparse
import re
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from befit_tui import __version__
from befit_tui.cli.overview import Layout, commands_in_columns

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The command in ``argv``: ``command`` is its name, None for the TUI alone.

    ``module`` is the module of this package that carries it out, None for a TUI.

    Raises:
        SystemExit: help was asked for (0) or the usage is wrong (2).
    """
    return parser().parse_args(_spelled_out(argv))


def _spelled_out(argv: Sequence[str]) -> list[str]:
    """``history -curl`` as ``history not:curl``: argparse would look for an option."""
    words = list(argv)
    command = words[2:3] if words[:1] == ["--data-dir"] else words[:1]
    if command != ["history"]:
        return words
    return [
        f"not:{word[1:]}" if re.match("-[^-]", word) and word != "-h" else word
        for word in words
    ]


def parser() -> argparse.ArgumentParser:
    """Everything that can be typed; completion and the manual are made of it."""
    every = argparse.ArgumentParser(
        prog="befit",
        usage="befit [--data-dir DIR] [COMMAND ...]",
        description="A strength log that shows how close a set came to failure.",
        formatter_class=Layout,
        parents=[_data_dir()],
        allow_abbrev=False,
    )
    every.add_argument("--version", action="version", version=f"befit {__version__}")
    every.set_defaults(module=None, data_dir=None)
    commands = every.add_subparsers(
        # The name is said here, or argparse would lay out a usage line to find it.
        prog="befit",
        dest="command",
        metavar="COMMAND",
        help=argparse.SUPPRESS,
    )
    _screens(commands)
    _import(commands)
    _export(commands)
    _names(commands)
    _logging(commands)
    _plates(commands)
    _meter(commands)
    _routine(commands)
    _planning(commands)
    _judging(commands)
    _upkeep(commands)
    _toolbox(commands)
    every.epilog = commands_in_columns(commands.choices)
    return every


def _data_dir() -> argparse.ArgumentParser:
    """``--data-dir``, before a command and after it alike."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--data-dir", metavar="DIR", help="where the log lies (also BEFIT_DATA_DIR)"
    )
    return shared


def _add(
    commands: Commands, name: str, about: str, example: str, *, module: str | None = ""
) -> argparse.ArgumentParser:
    """A command; ``module`` carries it out, where it is not called like the command.

    Behind a colon stands its function there, where that is not ``run``.
    """
    command = commands.add_parser(
        name,
        help=about,
        description=f"{about[0].upper()}{about[1:]}.",
        epilog=f"example:\n  {example}",
        formatter_class=Layout,
        parents=[_data_dir()],
        allow_abbrev=False,
    )
    command.set_defaults(module=name if module == "" else module)
    return command


def _screens(commands: Commands) -> None:
    _add(
        commands,
        "demo",
        "try a made-up year: open it in a folder that is thrown away",
        "befit demo",
        module=None,
    )
    today = _add(commands, "today", "show the workout of today", "befit today")
    history = _add(
        commands,
        "history",
        "search the workouts: list those that match a query, newest first",
        'befit history "bench left<1 after:2025-06"',
    )
    history.add_argument(
        "query",
        nargs="*",
        metavar="QUERY",
        help="words, left<1, reps>=12, kg>100, is:failure, is:pr, form:broke, "
        "muscle:chest, phase:deload, after:2025-06, before:, on:, -word",
    )
    trends = _add(
        commands,
        "trends",
        "strength, effort, volume: how they went over the last weeks",
        'befit trends "bench press"',
    )
    trends.add_argument("exercise", nargs="*", metavar="EXERCISE")
    for command in (today, history, trends):
        form = command.add_mutually_exclusive_group()
        form.add_argument("--plain", action="store_true", help="as text (the default)")
        _json_option(form)


def _import(commands: Commands) -> None:
    taken = _add(
        commands,
        "import",
        "bring in logs: Befit's own, Strong, Hevy, FitNotes, Fitbod, Alpha Progression,"
        " Liftosaur, LiftLog, Jefit, GymBook, StrongLifts, or any table (--map)",
        "befit import strong.csv --unit kg --dry-run",
        module="imports",
    )
    taken.add_argument("files", nargs="+", metavar="FILE")
    _unit_option(taken, "the unit of loads where a file names none")
    taken.add_argument("--app", metavar="NAME", help="the app the files are from")
    _choices_about_files(taken)
    taken.add_argument("--dry-run", action="store_true", help="only say what would be")
    taken.add_argument("--yes", "-y", action="store_true", help="do not ask")
    _json_option(taken)


def _choices_about_files(taken: argparse.ArgumentParser) -> None:
    """What the files do not say, and what is to become of what both apps have."""
    taken.add_argument(
        "--map",
        metavar="PART=HEADING,...",
        help='the columns of any CSV: "date=Day,exercise=Lift,load=kg,reps=Reps"; also '
        "left, rpe, unit, note, seconds, time, workout",
    )
    taken.add_argument(
        "--dates",
        choices=("dmy", "mdy"),
        help="whether day or month stands first where the file does not settle it",
    )
    taken.add_argument(
        "--conflicts",
        choices=("log", "file"),
        default="log",
        help="which one wins where a set was changed here and in the file (log)",
    )
    taken.add_argument(
        "--keep-both",
        action="store_true",
        help="also sessions that the log has from another app, or that you deleted",
    )


def _export(commands: Commands) -> None:
    given = _add(
        commands,
        "export",
        "write out the log: json is without loss, csv has a row a set, strong and "
        "openweight are for other apps, text is to read and to edit, sqlite to query",
        "befit export --format csv -o sets.csv",
    )
    given.add_argument(
        "--format",
        choices=("json", "csv", "strong", "openweight", "text", "sqlite"),
        default="json",
    )
    given.add_argument(
        "-o", "--output", metavar="FILE", help="instead of the screen; - is the screen"
    )


def _names(commands: Commands) -> None:
    """What written names mean."""
    lifts = _add(
        commands,
        "exercises",
        "what each name means: list what every name of the log was taken for, the most "
        "doubtful first, or say it otherwise for the whole log and the next import; "
        "with LIFT what it is and what is set of it, or the lifts that the words fit",
        'befit exercises "bench press" --setting rest=3:00',
    )
    about = "by its name, or by words of name, muscle and equipment"
    lifts.add_argument("lift", nargs="*", metavar="LIFT", help=about)
    lifts.add_argument("--new", action="store_true", help="make a lift of that name")
    for option, form, about in (
        (
            "--setting",
            "FIELD=VALUE",
            "set something of that lift; nothing is the usual",
        ),
        ("--set", "NAME=ID", "take a name for a lift"),
        ("--part", "NAME", "make a name a lift of its own"),
        ("--merge", "ID=ID", "make all of the first lift the second"),
        ("--rename", "ID=NAME", "call a lift otherwise"),
        ("--hide", "ID", "leave a lift out where one is chosen"),
        ("--show", "ID", "show a hidden lift again"),
    ):
        lifts.add_argument(option, action="append", metavar=form, help=about)
    _json_option(lifts)


def _logging(commands: Commands) -> None:
    command = _add(
        commands,
        "log",
        "log a set: in the open workout, or in a new one; - takes line after line",
        'befit log "bench press 100x5@2"',
    )
    command.add_argument(
        "line",
        nargs="+",
        metavar="LINE",
        help="exercise and set; or - alone: lines in, sentences out",
    )
    command.add_argument(
        "--force", action="store_true", help="log it though it looks like a slip"
    )


def _plates(commands: Commands) -> None:
    plates = _add(
        commands,
        "plates",
        "each side of the bar: the plates of a load, or of several one after the other",
        "befit plates 60 80 102.5",
    )
    about = "the loads in the order of the sets, the bar included"
    plates.add_argument("loads", nargs="+", type=_amount, metavar="N", help=about)
    about = "the lift, where it has a bar of its own"
    plates.add_argument("--for", dest="exercise", metavar="EXERCISE", help=about)
    _unit_option(plates, "the unit of the loads")


def _meter(commands: Commands) -> None:
    meter = _add(
        commands,
        "meter",
        "forecast reps: how many you can do with a load",
        'befit meter "bench press" --load 80 --reps 6',
    )
    _exercise(meter)
    meter.add_argument(
        "--load", type=_amount, metavar="N", help="on bodyweight lifts the added one"
    )
    _unit_option(meter, "the unit of --load")
    meter.add_argument("--reps", type=_amount, metavar="N", help="reps done so far")
    _day_and_json(meter)


def _planning(commands: Commands) -> None:
    plan = _add(
        commands,
        "plan",
        "next session of a lift: what to load, and why",
        'befit plan "bench press" --as-of 2026-11-23',
    )
    _exercise(plan)
    _day_and_json(plan)
    block = _add(
        commands,
        "block",
        "blocks and deloads: say what is planned, or plan one",
        "befit block strength --from 2026-11-30 --weeks 6",
    )
    block.add_argument(
        "what",
        nargs="?",
        choices=("hypertrophy", "strength", "deload", "none", "earlier", "later"),
        help="deload once more takes it back; earlier and later move the next one",
    )
    about = "its first day, if not today"
    block.add_argument("--from", dest="start", type=_day, metavar="DATE", help=about)
    block.add_argument("--weeks", type=_weeks, metavar="N", help="how many, 1 to 52")


def _routine(commands: Commands) -> None:
    routine = _add(
        commands,
        "routine",
        "your routines: list them, or say and change one line by line",
        'befit routine "Push A" --set "squat 5x5 +2.5kg/session"',
    )
    routine.add_argument("routine", nargs="*", metavar="NAME", help="one, by its name")
    routine.add_argument("--new", action="store_true", help="make one of that name")
    routine.add_argument("--delete", action="store_true", help="take the routine away")
    routine.add_argument("--take", metavar="PROGRAMME", help="take a programme over")
    for option, form, about in (
        ("--rename", "NAME", "call it otherwise"),
        ("--folder", "NAME", "put it with those it takes turns with; '' for none"),
        ("--file", "FILE", "take a programme over from a file in Liftoscript"),
    ):
        routine.add_argument(option, metavar=form, help=about)
    for option, form, about in (
        ("--set", "LINE", "a lift and its plan: squat 5/3/1 tm=100, or 2=squat 5x5"),
        ("--remove", "LIFT", "take a lift out, by its name or number"),
        ("--move", "LIFT=N", "make a lift the Nth"),
        ("--superset", "LIFT", "join a lift to the one below it, or part the two"),
        ("--note", "LIFT=TEXT", "a note that every workout of it shows"),
    ):
        routine.add_argument(option, action="append", metavar=form, help=about)


def _judging(commands: Commands) -> None:
    alerts = _add(
        commands,
        "alerts",
        "what matters now: list it with its evidence",
        "befit alerts --as-of 2026-11-23",
    )
    alerts.add_argument(
        "--note",
        nargs="+",
        metavar=("CODE", "SUBJECT"),
        help="note one by its code: it stays quiet until it is worse",
    )
    _day_and_json(alerts)
    verdict = _add(
        commands,
        "verdict",
        "how lifts go: say of each whether it rises, holds or falls",
        'befit verdict "bench press" --as-of 2026-11-23',
    )
    verdict.add_argument(
        "exercise", nargs="*", metavar="EXERCISE", help="one lift instead of all"
    )
    _day_and_json(verdict)
    backtest = _add(
        commands,
        "backtest",
        "judge the meter: how well it would have predicted logs, or your own",
        "befit backtest hevy.csv --predictions out.csv",
    )
    backtest.add_argument("files", nargs="*", metavar="FILE")
    _unit_option(backtest, "the unit of loads where a file names none (kg)")
    backtest.add_argument("--predictions", metavar="OUT.csv", help="every judged set")
    _json_option(backtest)


def _upkeep(commands: Commands) -> None:
    _add(commands, "backup", "copy the whole log: into backups/", "befit backup",
         module="upkeep:backup")  # fmt: skip
    restore = _add(
        commands,
        "restore",
        "put a backup back: everything as it is in it, the newest by default",
        "befit restore 000012-2026-11-23-import.zip",
        module="upkeep:restore",
    )
    restore.add_argument(
        "file", nargs="?", metavar="FILE", help="a backup, by its name or path"
    )
    restore.add_argument("--yes", "-y", action="store_true", help="do not ask")
    doctor = _add(commands, "doctor", "look at the files: is everything on disk whole",
                  "befit doctor", module="upkeep:doctor")  # fmt: skip
    _json_option(doctor)
    _add(commands, "paths", "where things lie: the log and the settings", "befit paths",
         module="upkeep:paths")  # fmt: skip


def _toolbox(commands: Commands) -> None:
    """What other programs ask for."""
    status = _add(commands, "status", "one line for a bar: say what is going on",
                  "befit status", module="toolbox.status")  # fmt: skip
    _json_option(status)
    schema = _add(
        commands,
        "schema",
        "of export and --json: print the JSON schema of one, or name them all",
        "befit schema export",
        module="toolbox.schema",
    )
    schema.add_argument("name", nargs="?", metavar="NAME", help="as schema names it")
    completion = _add(
        commands,
        "completion",
        "for your shell: print what completes befit in it",
        "befit completion bash > ~/.local/share/bash-completion/completions/befit",
        module="toolbox.completion",
    )
    completion.add_argument("shell", choices=("bash", "zsh", "fish", "powershell"))


def _json_option(command: argparse._ActionsContainer) -> None:
    command.add_argument("--json", action="store_true", help="as one JSON document")


def _unit_option(command: argparse.ArgumentParser, about: str) -> None:
    command.add_argument("--unit", choices=("kg", "lb"), help=about)


def _day_and_json(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-of", type=_day, metavar="DATE", help="as at the end of a day, 2026-11-23"
    )
    _json_option(command)


def _exercise(command: argparse.ArgumentParser) -> None:
    about = "id, name or part of it"
    command.add_argument("exercise", nargs="+", metavar="EXERCISE", help=about)


def _day(text: str) -> date:
    from befit_tui.domain.value import FIRST_YEAR, LAST_YEAR

    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a date like 2026-11-23, from {FIRST_YEAR} to {LAST_YEAR}"
        )
    return day


def _amount(text: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = -1.0
    if not 0 <= value <= 10_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 10000")
    return value


def _weeks(text: str) -> int:
    from befit_tui.domain.phase import LONGEST_WEEKS

    if not text.isdigit() or not 1 <= int(text) <= LONGEST_WEEKS:
        raise argparse.ArgumentTypeError(f"{text!r} is not 1 to {LONGEST_WEEKS} weeks")
    return int(text)

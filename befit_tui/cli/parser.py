"""The arguments and options of every command, and the text of ``--help``.

Importing this imports no command.
"""

import argparse
import os
import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any, NamedTuple, TypeAlias

from befit_tui import __version__

WIDEST = 80
COLUMN = 39
"""Two columns of commands, a space between them."""
FURTHER = "Without one the log opens on the screen. befit COMMAND --help says how."


class Layout(argparse.RawDescriptionHelpFormatter):
    """As wide as the screen, up to 80 columns, where most people's eyes stop."""

    def __init__(self, prog: str) -> None:
        # Asked here: argparse would load what compresses files to ask the same.
        try:
            width = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
        except (OSError, ValueError):
            width = WIDEST
        super().__init__(prog, width=max(40, min(width, WIDEST)) - 2)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Wrapped where it is one paragraph, as it is written where it has lines."""
        if "\n" in text:
            return super()._fill_text(text, width, indent)
        return argparse.HelpFormatter._fill_text(self, text, width, indent)


def commands_in_columns(parsers: Mapping[str, argparse.ArgumentParser]) -> str:
    """The commands with what each does in brief: its words up to a colon."""
    cells = [_cell(name, one.description or "") for name, one in parsers.items()]
    rows = -(-len(cells) // 2)
    pairs = zip_longest(cells[:rows], cells[rows:], fillvalue="")
    lines = (f"{left:{COLUMN}} {right}".rstrip() for left, right in pairs)
    return "\n".join(("commands:", *lines, FURTHER))


def _cell(name: str, about: str) -> str:
    brief = about.partition(":")[0].rstrip(".")
    return f"  {name:11} {brief[:1].lower()}{brief[1:]}"


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
Option = tuple[tuple[str, ...], dict[str, Any]]
"""What ``add_argument`` is given."""


class Command(NamedTuple):
    """A command: what it does, an example, what it takes.

    Of options in a list one may be said. ``module`` carries it out, where that is not
    called like the command; behind a colon stands its function there, where that is not
    ``run``. It is None for a TUI.
    """

    name: str
    about: str
    example: str
    options: tuple[Option | list[Option], ...] = ()
    module: str | None = ""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The command in ``argv``: ``command`` is its name, None for the TUI alone.

    ``module`` is the module of this package that carries it out, None for a TUI.
    SystemExit if help was asked for (0) or the usage is wrong (2).
    """
    args, unknown = parser(_name_in(argv)).parse_known_args(_spelled_out(argv))
    if unknown:
        # By its own command, or argparse would show the usage of all of Befit.
        args.refuse(f"unrecognized arguments: {' '.join(unknown)}")
    return args


def _name_in(argv: Sequence[str]) -> list[str]:
    """Where the name of the command stands: one word, or none."""
    return list(argv[2:3] if argv[:1] == ["--data-dir"] else argv[:1])


def _spelled_out(argv: Sequence[str]) -> list[str]:
    """``history -curl`` as ``history not:curl``: argparse would look for an option."""
    words = list(argv)
    if _name_in(words) != ["history"]:
        return words
    return [
        f"not:{word[1:]}" if re.match("-[^-]", word) and word != "-h" else word
        for word in words
    ]


def parser(asked: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Everything that can be typed; completion and the manual are made of it.

    Where a command is asked for by its name there is no other: all take 8 ms.
    """
    every = argparse.ArgumentParser(
        prog="befit",
        usage="befit [--data-dir DIR] [COMMAND ...]",
        description="A strength log that shows how close a set came to failure.",
        formatter_class=Layout,
        parents=[_data_dir()],
        allow_abbrev=False,
    )
    every.add_argument("--version", action="version", version=f"befit {__version__}")
    every.set_defaults(module=None, data_dir=None, refuse=every.error)
    commands = every.add_subparsers(
        # The name is said here, or argparse would lay out a usage line to find it.
        prog="befit",
        dest="command",
        metavar="COMMAND",
        help=argparse.SUPPRESS,
    )
    for command in [one for one in COMMANDS if one.name in asked] or COMMANDS:
        _add(commands, command)
    every.epilog = commands_in_columns(commands.choices)
    return every


def _data_dir() -> argparse.ArgumentParser:
    """``--data-dir``, before a command and after it alike."""
    shared = argparse.ArgumentParser(
        formatter_class=Layout, add_help=False, argument_default=argparse.SUPPRESS
    )
    shared.add_argument(
        "--data-dir", metavar="DIR", help="where the log lies (also BEFIT_DATA_DIR)"
    )
    return shared


def _add(commands: Commands, told: Command) -> None:
    command = commands.add_parser(
        told.name,
        help=told.about,
        description=f"{told.about[0].upper()}{told.about[1:]}.",
        epilog=f"example:\n  {told.example}",
        formatter_class=Layout,
        parents=[_data_dir()],
        allow_abbrev=False,
    )
    command.set_defaults(
        module=told.name if told.module == "" else told.module, refuse=command.error
    )
    for option in told.options:
        if isinstance(option, tuple):
            command.add_argument(*option[0], **option[1])
            continue
        one_of = command.add_mutually_exclusive_group()
        for flags, how in option:
            one_of.add_argument(*flags, **how)


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


def _value(flags: str, form: str, about: str | None = None, **how: Any) -> Option:
    """An argument or an option with a value, which ``form`` stands for in the help."""
    return tuple(flags.split()), {"metavar": form, "help": about, **how}


def _one_of(flags: str, choices: str, about: str | None = None, **how: Any) -> Option:
    return tuple(flags.split()), {"choices": choices.split(), "help": about, **how}


def _flag(flags: str, about: str) -> Option:
    return tuple(flags.split()), {"action": "store_true", "help": about}


def _each(flag: str, form: str, about: str) -> Option:
    """An option that may be said several times."""
    return _value(flag, form, about, action="append")


def _unit(about: str) -> Option:
    return _one_of("--unit", "kg lb", about)


_JSON = _flag("--json", "as one JSON document")
_TEXT = [_flag("--plain", "as text (the default)"), _JSON]
_AS_OF = _value("--as-of", "DATE", "as at the end of a day, 2026-11-23", type=_day)
_EXERCISE = _value("exercise", "EXERCISE", "id, name or part of it", nargs="+")
_YES = _flag("--yes -y", "do not ask")

COMMANDS = (
    Command("demo", "try a made-up year: open it in a folder that is thrown away",
            "befit demo", module=None),
    Command("today", "show the workout of today", "befit today", (_TEXT,)),
    Command(
        "history", "search the workouts: list those that match a query, newest first",
        'befit history "bench left<1 after:2025-06"',
        (_value("query", "QUERY",
                "words, left<1, reps>=12, kg>100, is:failure, is:pr, form:broke, "
                "muscle:chest, phase:deload, after:2025-06, before:, on:, -word",
                nargs="*"), _TEXT),
    ),
    Command(
        "trends", "strength, effort, volume: how they went over the last weeks",
        'befit trends "bench press"',
        (_value("exercise", "EXERCISE", nargs="*"), _TEXT),
    ),
    Command(
        "import",
        "bring in logs: Befit's own, Strong, Hevy, FitNotes, Fitbod, Alpha Progression,"
        " Liftosaur, LiftLog, Jefit, GymBook, StrongLifts, or any table (--map)",
        "befit import strong.csv --unit kg --dry-run",
        (_value("files", "FILE", nargs="+"),
         _unit("the unit of loads where a file names none"),
         _value("--app", "NAME", "the app the files are from"),
         _value("--map", "PART=HEADING,...",
                'the columns of any CSV: "date=Day,exercise=Lift,load=kg,reps=Reps"; '
                "also left, rpe, unit, note, seconds, time, workout, sets"),
         _one_of("--dates", "dmy mdy",
                 "whether day or month stands first where the file does not settle it"),
         _one_of("--conflicts", "log file",
                 "which one wins where a set was changed here and in the file (log)",
                 default="log"),
         _flag("--keep-both",
               "also workouts of another app, or that you deleted"),
         _flag("--dry-run", "only say what would be"), _YES, _JSON),
        module="imports",
    ),
    Command(
        "export",
        "write out the log: json is without loss, csv has a row a set, strong and "
        "openweight are for other apps, text is to read and to edit, sqlite to query",
        "befit export --format csv -o sets.csv",
        (_one_of("--format", "json csv strong openweight text sqlite", default="json"),
         _value("-o --output", "FILE", "instead of the screen; - is the screen")),
    ),
    Command(
        "exercises",
        "what each name means: list what every name of the log was taken for, the most "
        "doubtful first, or say it otherwise for the whole log and the next import; "
        "with EXERCISE what it is and what is set of it, or those that the words fit",
        'befit exercises "bench press" --setting rest=3:00',
        (_value("exercise", "EXERCISE", nargs="*",
                about="by its name, or by words of name, muscle and equipment"),
         _flag("--new", "make an exercise of that name"),
         _each("--setting", "FIELD=VALUE",
               "set something of it; nothing is the usual"),
         _each("--set", "NAME=ID", "take a name for an exercise"),
         _each("--part", "NAME", "make a name an exercise of its own"),
         _each("--merge", "ID=ID", "make all of the first one the second"),
         _each("--rename", "ID=NAME", "call an exercise otherwise"),
         _each("--hide", "ID", "leave an exercise out where one is chosen"),
         _each("--show", "ID", "show a hidden one again"), _JSON),
    ),
    Command(
        "log",
        "log a set: in the open workout, or in a new one; - takes line after line",
        'befit log "bench press 100x5@2"',
        (_value("line", "LINE", "exercise and set; or - alone: lines in, sentences out",
                nargs="+"),
         _flag("--force", "log it though it looks like a slip")),
    ),
    Command(
        "plates",
        "each side of the bar: the plates of a load, or of several one after the other",
        "befit plates 60 80 102.5",
        (_value("loads", "N", "the loads in the order of the sets, the bar included",
                nargs="+", type=_amount),
         _value("--for", "EXERCISE", "the exercise, where it has a bar of its own",
                dest="exercise"),
         _unit("the unit of the loads")),
    ),
    Command(
        "meter", "forecast reps: how many you can do with a load",
        'befit meter "bench press" --load 80 --reps 6',
        (_EXERCISE,
         _value("--load", "N", "on bodyweight lifts the added one", type=_amount),
         _unit("the unit of --load"),
         _value("--reps", "N", "reps done so far", type=_amount), _AS_OF, _JSON),
    ),
    Command(
        "routine", "your routines: list them, or say and change one line by line",
        'befit routine "Push A" --set "squat 5x5 +2.5kg/session"',
        (_value("routine", "NAME", "one, by its name", nargs="*"),
         _flag("--new", "make one of that name"),
         _flag("--delete", "take the routine away"),
         _value("--take", "PROGRAMME",
                "take a programme over, by its name or from a file"),
         _value("--rename", "NAME", "call it otherwise"),
         _value("--folder", "NAME",
                "put it with those it takes turns with; '' for none"),
         _each("--set", "LINE",
               "an exercise and its plan: squat 5/3/1 tm=100, or 2=squat 5x5"),
         _each("--remove", "EXERCISE", "take it out, by its name or number"),
         _each("--move", "EXERCISE=N", "make it the Nth"),
         _each("--superset", "EXERCISE",
               "join it to the one below, or part the two"),
         _each("--note", "EXERCISE=TEXT", "a note that every workout of it shows")),
    ),
    Command("plan", "next session of a lift: what to load, and why",
            'befit plan "bench press" --as-of 2026-11-23', (_EXERCISE, _AS_OF, _JSON)),
    Command(
        "block", "blocks and deloads: say what is planned, or plan one",
        "befit block strength --from 2026-11-30 --weeks 6",
        (_one_of("what", "hypertrophy strength deload none earlier later",
                 "deload once more takes it back; earlier and later move the next one",
                 nargs="?"),
         _value("--from", "DATE", "its first day, if not today",
                dest="start", type=_day),
         _value("--weeks", "N", "how many, 1 to 52", type=_weeks)),
    ),
    Command(
        "alerts", "what matters now: list it with its evidence",
        "befit alerts --as-of 2026-11-23",
        (_value("--note", "CODE", "quiet one until it is worse: stall, or stall=squat"),
         _AS_OF, _JSON),
    ),
    Command(
        "verdict", "how lifts go: say of each whether it rises, holds or falls",
        'befit verdict "bench press" --as-of 2026-11-23',
        (_value("exercise", "EXERCISE", "one lift instead of all", nargs="*"),
         _AS_OF, _JSON),
    ),
    Command(
        "backtest",
        "judge the meter: how well it would have predicted logs, or your own",
        "befit backtest hevy.csv --predictions out.csv",
        (_value("files", "FILE", nargs="*"),
         _unit("the unit of loads where a file names none (kg)"),
         _value("--predictions", "OUT.csv", "every judged set"), _JSON),
    ),
    Command("backup", "copy the whole log: into backups/", "befit backup",
            module="maintenance:backup"),
    Command(
        "restore",
        "put a backup back: everything as it is in it, the newest by default",
        "befit restore 000012-2026-11-23-import.zip",
        (_value("file", "FILE", "a backup, by its name or path", nargs="?"), _YES),
        module="maintenance:restore",
    ),
    Command("doctor", "look at the files: is everything on disk whole", "befit doctor",
            (_JSON,), module="maintenance:doctor"),
    Command("paths", "where things lie: the log and the settings", "befit paths",
            module="maintenance:paths"),
    Command("status", "one line for a bar: say what is going on", "befit status",
            (_JSON,), module="status"),
    Command(
        "schema",
        "of export and --json: print the JSON schema of one, or name them all",
        "befit schema export",
        (_value("name", "NAME", "as schema names it", nargs="?"),),
        module="schemas.schema",
    ),
    Command(
        "completion", "for your shell: print what completes befit in it",
        "befit completion bash > ~/.local/share/bash-completion/completions/befit",
        (_one_of("shell", "bash zsh fish powershell"),), module="completion",
    ),
)  # fmt: skip
"""The commands in the order of the help."""

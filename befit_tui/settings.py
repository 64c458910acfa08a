"""What the user may set: one flat ``config.toml``, written by hand or by the dialog.

A key that is not known and a value that cannot be used are named with their line,
and the default is used: settings never stop the start.
"""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import field

from befit_tui.domain.errors import EntryError, SettingsError
from befit_tui.domain.grammar.owned import Owned, parse_owned
from befit_tui.domain.load import Unit
from befit_tui.domain.plates import Gear, parse_plates
from befit_tui.domain.preferences import Rests
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import DateForm, EffortScale

if TYPE_CHECKING:
    from befit_tui.logbook.logbook import Logbook

POUND_COUNTRIES = ("US", "LR", "MM")
"""Locales whose gyms count in pounds: the United States, Liberia, Myanmar."""


USUAL_PLATES = {Unit.KG: "25 20 15 10 5 2.5 1.25", Unit.LB: "45 35 25 10 5 2.5"}


class Settings(Value, frozen=True, kw_only=True):
    """Every setting with its default."""

    unit: Unit = Unit.KG
    theme: str = "befit-dark"
    effort_question: bool = True
    effort: EffortScale = EffortScale.LEFT
    rest_alert: str = "bell"
    rest: float = 0
    superset_rest: float = Rests().in_superset_s
    presses_per_rep: int = 1
    bar_kg: float = 20
    bar_lb: float = 45
    plates_kg: str = USUAL_PLATES[Unit.KG]
    plates_lb: str = USUAL_PLATES[Unit.LB]
    place: str = "gym"
    gym: str = ""
    home: str = ""
    dates: DateForm = DateForm.DAY
    charts: str = "braille"
    volume_low: float = 10
    volume_high: float = 20
    limits: Mapping[str, float] = field(default_factory=dict)
    """The ``Thresholds`` of the alerts that are not the usual ones, by name."""

    def apply_to(self, logbook: "Logbook") -> None:
        """Have a log go by what is set."""
        logbook.unit = self.unit
        logbook.owned = self.owned
        logbook.effort_scale = self.effort
        logbook.rests = self.rests

    @property
    def volume_band(self) -> tuple[float, float]:
        """The hard sets a week that a muscle should get, both ends included."""
        low, high = sorted((self.volume_low, self.volume_high))
        return low, high

    @property
    def rests(self) -> Rests:
        """The rest after a set, and that within a superset."""
        return Rests(round(self.rest), round(self.superset_rest))

    @property
    def owned(self) -> Mapping[Unit, Owned]:
        """What there is to lift at the place where the lifter is, in each unit.

        Plates count only where somebody has said which there are.
        """
        told, usual = self._told, (USUAL_PLATES[Unit.KG], USUAL_PLATES[Unit.LB])
        chosen = (self.plates_kg, self.plates_lb) != usual and self.place == "gym"
        return {
            unit: replace(told.get(unit, Owned()), bar=gear.bar, plates=gear.pairs)
            if chosen or told.get(unit, Owned()).plates
            else replace(told.get(unit, Owned()), bar=gear.bar)
            for unit, gear in self.gears.items()
        }

    @property
    def gears(self) -> Mapping[Unit, Gear]:
        """The bar and the plates in each unit."""
        usual = {
            Unit.KG: (self.bar_kg, self.plates_kg),
            Unit.LB: (self.bar_lb, self.plates_lb),
        }
        found = {}
        for unit, (bar, plates) in usual.items():
            here = self._told.get(unit, Owned())
            found[unit] = Gear(here.bar or bar, here.plates or parse_plates(plates))
        return found

    @property
    def _told(self) -> Mapping[Unit, Owned]:
        return parse_owned(self.home if self.place == "home" else self.gym)


ALERTS = "alerts"
"""The table of the limits of the alerts; its keys are those of ``Thresholds``."""
NUMBERS: Mapping[str, float] = {
    "bar_kg": 100.0,  # beyond every bar that is made, in pounds too
    "bar_lb": 100.0,
    "rest": 3600.0,  # after an hour nobody rests
    "superset_rest": 3600.0,
    "volume_low": 100.0,  # hard sets a week, beyond what any study gave a muscle
    "volume_high": 100.0,
}
"""The settings that are numbers from 0 on, and the most that each may be."""

CHOICES: Mapping[str, tuple[object, ...]] = {
    "unit": tuple(Unit),
    "effort_question": (True, False),
    "effort": tuple(EffortScale),
    "rest_alert": ("bell", "notice", "both", "line", "none"),
    "presses_per_rep": (1, 2),
    "dates": tuple(DateForm),
    "place": ("gym", "home"),
    "charts": ("braille", "block", "ascii"),
}
"""The values a key may have; of one that is not here or a number, any text."""

HELP: Mapping[str, str] = {
    "unit": 'the unit new loads are entered in: "kg" or "lb"',
    "theme": 'the colours: "befit-dark", "-light", "-contrast" or any Textual theme',
    "effort_question": 'whether "reps left?" is asked after a set: true or false',
    "effort": 'how you say how hard a set was, @8 too: "left" in it, or "rpe"',
    "rest_alert": 'what the end of a rest does: "bell" sounds, "notice" is of the '
    'desktop, "both", a "line" here, or "none"',
    "rest": "seconds of rest where neither plan nor exercise says; 0: as it needs",
    "superset_rest": "seconds between exercises of a superset; after the round, all",
    "presses_per_rep": "space once a rep, or twice, at bottom and top: 1 or 2",
    "bar_kg": "what the bar weighs in kilograms",
    "bar_lb": "what the bar weighs in pounds",
    "plates_kg": 'the plates you have, "20x4" if there are only four',
    "plates_lb": "the same in pounds",
    "dates": '"day" first, weeks from Monday, or "month" and Sunday; at the next start',
    "place": 'where you train now, for what loads there are: "gym" or "home"',
    "gym": 'the loads in it, "dumbbells 2-30/2, stack 5; lb: stack 10"; "": guessed',
    "home": 'the loads at home, "dumbbells 5-25/2.5, plates 10x4 5x4, bar 15"',
    "charts": 'what charts are drawn with: "braille", "block" or "ascii"',
    "volume_low": "hard sets a week that a muscle should get at least",
    "volume_high": "hard sets a week that are enough; 10 to 20 is normal",
}


def unit_by_locale() -> Unit:
    """Pounds where gyms count in pounds, else kilograms."""
    names = ("LC_ALL", "LC_MEASUREMENT", "LANG")
    name = next(filter(None, map(os.environ.get, names)), "") or _name_of_windows()
    country = re.search(r"[_-]([A-Z]{2})(?![A-Za-z])", name)
    return Unit.LB if country and country[1] in POUND_COUNTRIES else Unit.KG


def _name_of_windows() -> str:
    """What Windows calls the place, ``en-US``; empty elsewhere."""
    if sys.platform != "win32":
        return ""
    import ctypes  # noqa: PLC0415 - nobody else needs it

    room = ctypes.create_unicode_buffer(85)
    ctypes.windll.kernel32.GetUserDefaultLocaleName(room, len(room))
    return room.value


def read_settings(path: Path) -> tuple[Settings, list[str]]:
    """The settings of a file with a sentence for everything that was not used."""
    defaults = Settings(unit=unit_by_locale())
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return defaults, []
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", "") or "it is not UTF-8"
        return defaults, [f"{path} cannot be read ({why}); defaults are used."]
    import tomllib  # noqa: PLC0415  13 ms of start-up, only when there is a file

    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return defaults, [f"{path} is not TOML: {error}; defaults are used."]
    return _accept(found, text, path, defaults)


def typed_setting(key: str, text: str) -> object:
    """The value of a setting as it was typed.

    Raises:
        SettingsError: it cannot be used.
    """
    value: object = text.strip()
    if key in NUMBERS:
        with suppress(ValueError):
            value = float(text.replace(",", "."))
    try:
        return _read(key, value)
    except EntryError as error:
        raise SettingsError(f"{text!r} cannot be used: {HELP[key]}.") from error


def write_setting(path: Path, key: str, value: object) -> None:
    """Set one key and leave the rest as it was written: comments, order, spaces.

    The file is replaced whole, for its owner only; of a link, what it points to.

    Raises:
        SettingsError: the file cannot be written, or not be read.
    """
    # 30 ms, and needed by nobody who only looks.
    import tomlkit  # noqa: PLC0415

    from befit_tui.store.files import atomic_write, make_folder  # noqa: PLC0415

    try:
        # From Python 3.13 on a link in a circle resolves to a link, which no one reads.
        target = path.resolve()
        text = target.read_bytes().decode() if os.path.lexists(target) else ""
        document = tomlkit.parse(text)
        plain = str(value) if isinstance(value, str) else value
        if key in document:
            document[key] = plain
        else:
            document[key] = tomlkit.item(plain).comment(HELP[key])
        make_folder(target.parent)
        atomic_write(target, tomlkit.dumps(document).encode(), keep_previous=False)
    except (OSError, ValueError, RuntimeError) as error:
        why = getattr(error, "strerror", "") or error
        message = f"{path} cannot be written ({why}); the setting lasts until you quit."
        raise SettingsError(message) from error


def _accept(
    found: Mapping[str, Any], text: str, path: Path, settings: Settings
) -> tuple[Settings, list[str]]:
    known = set(Settings.__struct_fields__) - {"limits"}
    problems: list[str] = []
    for key, value in found.items():
        if key == ALERTS and isinstance(value, Mapping):
            limits, wrong = _accept_limits(value, text, path)
            settings = replace(settings, limits=limits)
            problems += wrong
            continue
        where = f"{path}, line {_line_of(key, text) or 1}"
        if key not in known:
            problems.append(f"{where}: {key!r} is not a setting; it is ignored.")
            continue
        try:
            settings = replace(settings, **{key: _read(key, value)})  # type: ignore[arg-type]
        except EntryError:
            problems.append(
                f"{where}: {key} = {_toml(value)} cannot be used ({HELP[key]}); "
                f"{_toml(getattr(settings, key))} is used."
            )
    return settings, problems


def _accept_limits(
    found: Mapping[str, Any], text: str, path: Path
) -> tuple[Mapping[str, float], list[str]]:
    """The limits of the alerts, each a number of the kind its default is."""
    from befit_tui.analysis.alerts import Thresholds  # noqa: PLC0415

    defaults = Thresholds()
    kinds = Thresholds.__annotations__
    kept: dict[str, float] = {}
    problems = []
    start = _line_of_table(ALERTS, text)
    for key, value in found.items():
        below = "\n".join(text.splitlines()[start:])
        where = f"{path}, line {start + (_line_of(key, below) or 0)}"
        default = getattr(defaults, key, None)
        whole = kinds.get(key) is int
        if default is None:
            problems.append(f"{where}: {key!r} is no limit of the alerts; ignored.")
        elif not _is_limit(value, whole=whole, below=default < 0):
            problems.append(
                f"{where}: {key} = {_toml(value)} cannot be used, it must be a "
                f"{'whole ' if whole else ''}number; "
                f"{default} is used."
            )
        else:
            kept[key] = value
    return kept, problems


def _is_limit(value: object, *, whole: bool, below: bool) -> bool:
    """A number: whole where it counts, below zero only where that is meant."""
    wanted = int if whole else int | float
    if isinstance(value, bool) or not isinstance(value, wanted):
        return False
    return isfinite(value) and (value >= 0 or below)


def _line_of_table(name: str, text: str) -> int:
    """The line, from 1, of the heading of a table; 0 if there is none."""
    lines = enumerate(text.splitlines(), 1)
    return next((at for at, line in lines if line.strip() == f"[{name}]"), 0)


def _read(key: str, value: object) -> object:
    """The value of a setting as the program has it.

    Raises:
        EntryError: it cannot be used.
    """
    is_bool = isinstance(value, bool)
    for choice in CHOICES.get(key, ()):
        if value == choice and is_bool == isinstance(choice, bool):
            return choice
    if key in NUMBERS and isinstance(value, int | float) and not is_bool:
        if 0 <= value <= NUMBERS[key]:
            return value
    elif isinstance(value, str) and key not in CHOICES and key not in NUMBERS:
        if key in ("gym", "home"):
            parse_owned(value)
        if not key.startswith("plates_") or parse_plates(value):
            return value
    raise EntryError(f"{value!r} cannot be used.")


def _line_of(key: str, text: str) -> int | None:
    """The line, from 1, of a key before the first table, or of the table ``key``."""
    name = rf"[\"']?{re.escape(key)}[\"']?[ \t]*"
    head = re.split(r"^[ \t]*\[", text, maxsplit=1, flags=re.MULTILINE)[0]
    found = re.search(rf"^[ \t]*{name}[=.]", head, re.MULTILINE) or re.search(
        rf"^[ \t]*\[+[ \t]*{name}[.\]]", text, re.MULTILINE
    )
    return text.count("\n", 0, found.start()) + 1 if found else None


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value)

"""Make pictures: fixed data, fixed clock, nothing by hand.

    python screenshots/make.py                  # those of the README
    python screenshots/make.py --sheet FOLDER   # every state, size and theme

A sheet is a page of pictures, ``FOLDER/index.html``; ``--only summary`` draws some.
Needs the ``dev`` extra and the fonts Fira Code and DejaVu Sans (on Debian the
packages fonts-firacode and fonts-dejavu-core); the bytes depend on the fonts' versions.
"""

import argparse
import asyncio
import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from contextlib import chdir, closing
from datetime import datetime, timedelta, timezone
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import resvg_py
from textual.theme import Theme
from textual.worker import Worker

from befit_tui.catalog.catalog import load_catalog
from befit_tui.demo import demo_open_workout, demo_workouts
from befit_tui.logbook.ids import id_maker
from befit_tui.logbook.logbook import Logbook
from befit_tui.settings import Settings
from befit_tui.store.store import Store
from befit_tui.ui import themes
from befit_tui.ui.app import BefitApp
from befit_tui.ui.input_queue import BACKGROUND

HERE = Path(__file__).parent
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("~/.local/share/fonts").expanduser())
FONTS = ("FiraCode-Regular.ttf", "FiraCode-Bold.ttf", "DejaVuSans.ttf")
ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 23, 18, 42, tzinfo=ZONE)
SIZE = (120, 40)
PICTURES = {
    "workout": (("down", "down", *["space"] * 7), SIZE),
    "history": (("H", "down"), (170, 44)),
    "trends": (("T", "v"), SIZE),
}
"""The keys that lead from the start to what a picture shows, and its size."""
SETTLED = 1.2
"""Seconds after which the rest is told anew, and what follows the cursor is at rest."""
NEXT_SET = ("down", "down", "down", "down")
FILE, TYPED_FILE = "log.csv", (*"log", "full_stop", *"csv")
LOG = """\
title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps,rpe
Push,"7 Oct 2024, 18:00","7 Oct 2024, 19:00",Bench Press (Barbell),0,normal,80,8,8
Push,"7 Oct 2024, 18:00","7 Oct 2024, 19:00",Bench Press (Barbell),1,normal,80,7,9
Push,"7 Oct 2024, 18:00","7 Oct 2024, 19:00",My own twisting press,0,normal,20,12,
Push,"14 Oct 2024, 18:00","14 Oct 2024, 19:00",Bench Press (Barbell),0,normal,80,9,9
Push,"14 Oct 2024, 18:00","14 Oct 2024, 19:00",My own twisting press,0,normal,20,ten,
"""
"""What is imported: an export of Hevy, with a name that nobody knows."""
STATES: dict[str, tuple[str, ...]] = {
    "first start": (),
    "first start, programmes": ("R",),
    "workout": NEXT_SET,
    "a warm-up": ("down", "down", "w", *["left_square_bracket"] * 4),
    "a set going on": (*NEXT_SET, "space", "space", "space", "space"),
    "typing": (*NEXT_SET, *"82.5x6"),
    "reps left": (*NEXT_SET, "enter"),
    "adding a lift": (*NEXT_SET, "a", *"quads"),
    "swapping a lift": (*NEXT_SET, "A"),
    "lift card": (*NEXT_SET, "i"),
    "exercise settings": (*NEXT_SET, "E"),
    "targets": (*NEXT_SET, "t"),
    "plates": ("p",),
    "loads nearby": (*NEXT_SET, "m"),
    "short session": (*NEXT_SET, "s"),
    "note": (*NEXT_SET, "n"),
    "large figures": (*NEXT_SET, "z"),
    "large figures in a set": (*NEXT_SET, "z", "space", "space", "space"),
    "start": ("x", "enter"),
    "summary": (*["enter", "1"] * 12, "x"),
    "check-in": ("c",),
    "routines": ("ctrl+p", *"routines", "enter"),
    "routine editor": ("ctrl+p", *"routines", "enter", "enter", "down", "e"),
    "history": ("H", "down"),
    "filter": ("H", "slash", *"is:pr"),
    "filter help": ("H", "slash"),
    "correcting": ("H", "down", "e", "e"),
    "jump to a day": ("H", "c"),
    "every set of a lift": ("H", "v"),
    "strength": ("T", "s"),
    "effort": ("T", "e"),
    "load of a lift": ("T", "s", "m"),
    "volume": ("T", "v"),
    "recovery": ("T", "v", "m"),
    "weeks of a muscle": ("T", "v", "m", "m"),
    "fatigue": ("T", "f"),
    "calendar": ("T", "c"),
    "weight": ("T", "w"),
    "evidence": ("T", "f", "enter"),
    "planning a block": ("T", "P"),
    "import": ("I",),
    "import preview": ("I", *TYPED_FILE, "enter"),
    "names": ("ctrl+p", *"names", "enter"),
    "settings": ("S",),
    "keys": ("question_mark",),
    "palette": ("ctrl+p",),
}
"""What a sheet shows, and the keys that lead there; ``first start`` has no past."""
SIZES = ((60, 20), (80, 24), (120, 40), (200, 60))
NO_COLOUR = "no colour"
THEMES = [one.name for one in vars(themes).values() if isinstance(one, Theme)]
FRAMES = {
    f"{name} {width}x{height} {theme}": (keys, theme, (width, height))
    for name, keys in STATES.items()
    for width, height in SIZES
    for theme in (*THEMES, NO_COLOUR)
}
PAGE = "<!doctype html><title>Befit</title><style>img { width: 100% }</style>"


async def picture(
    keys: tuple[str, ...],
    theme: str,
    size: tuple[int, int] = SIZE,
    *,
    empty: bool = False,
) -> str:
    """The screen after ``keys`` as SVG; ``empty``: of a log without a workout."""

    def clock() -> datetime:
        return NOW

    if theme == NO_COLOUR:
        os.environ["NO_COLOR"], theme = "1", THEMES[0]
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        if not empty:
            shutil.copytree(demo_log(), folder, dirs_exist_ok=True)
        store = Store(Path(folder), clock=clock)
        logbook = Logbook(store, load_catalog(), clock=clock, new_id=id_maker(clock))
        Path(folder, FILE).write_text(LOG, "utf-8")
        now, seconds = 0, count(1)
        app = BefitApp(
            logbook,
            Settings(theme=theme),
            Path(folder) / "config.toml",
            monotonic=lambda: now,
        )
        os.environ.pop("NO_COLOR", None)
        async with app.run_test(size=size, notifications=True) as pilot:
            while logbook.unread_months:  # it may not be read yet, nor begun to be
                await pilot.pause(0.01)
            await settled(app.workers)
            for key in keys:
                now = next(seconds)  # keys that follow too fast are a held key
                await pilot.press(key)
                while not app.input.is_empty:  # a key may wait for the past
                    await pilot.pause(0.01)
                await pilot.pause(0.05)
            await pilot.pause(SETTLED)
            # Others wait for the answer to a dialog, which is what the picture shows.
            await settled(one for one in app.workers if one.group == BACKGROUND)
            drawing = app.export_screenshot(title="befit")
        store.close()
    return drawing


async def settled(workers: Iterable[Worker[Any]]) -> None:
    """Wait for what goes on behind the screen; one may give way to another."""
    await asyncio.gather(*(one.wait() for one in workers), return_exceptions=True)


@cache
def demo_log() -> str:
    """A folder with the made-up year and the open workout; made once."""
    folder = tempfile.mkdtemp(prefix="befit-pictures-")
    atexit.register(shutil.rmtree, folder)
    with closing(Store(Path(folder), clock=lambda: NOW)) as store:
        store.add_workouts(demo_workouts(NOW.date(), ZONE), "demo")
        store.save_active(demo_open_workout(NOW), "demo")
    return folder


def png(drawing: str, fonts: list[str]) -> bytes:
    """The SVG as a picture; its title asks for a font that few machines have."""
    named = drawing.replace("font-family: arial", "font-family: DejaVu Sans")
    made = resvg_py.svg_to_bytes(
        svg_string=named, font_files=fonts, skip_system_fonts=True
    )
    return bytes(made)


def find_fonts() -> list[str]:
    """The paths of the fonts, or the end with a sentence."""
    found = [
        next((str(at) for folder in FONT_FOLDERS for at in folder.rglob(name)), "")
        for name in FONTS
    ]
    if missing := [name for name, at in zip(FONTS, found, strict=True) if not at]:
        sys.exit(f"The font files {', '.join(missing)} are not installed.")
    return found


def readme_pictures(fonts: list[str]) -> None:
    """Write one picture for each mode and theme."""
    for name, (keys, size) in PICTURES.items():
        for shade in ("dark", "light"):
            drawing = asyncio.run(picture(keys, f"befit-{shade}", size))
            target = HERE / f"{name}-{shade}.png"
            target.write_bytes(png(drawing, fonts))
            print(target.name, target.stat().st_size)


def contact_sheet(folder: Path, only: str, fonts: list[str]) -> None:
    """Write every state at every size in every theme, and a page that shows them."""
    folder.mkdir(parents=True, exist_ok=True)
    page = PAGE
    for name, (keys, theme, size) in FRAMES.items():
        if only not in name:
            continue
        empty = name.startswith("first start")
        drawing = asyncio.run(picture(keys, theme, size, empty=empty))
        file = f"{name.replace(' ', '-')}.png"
        (folder / file).write_bytes(png(drawing, fonts))
        page += f'<h2>{name}</h2><img src="{file}" alt="{name}">\n'
    (folder / "index.html").write_text(page, "utf-8")


def main() -> None:
    """Make the pictures that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sheet", type=Path, help="a folder for a contact sheet")
    parser.add_argument("--only", default="", help="frames with this in their name")
    asked = parser.parse_args()
    if asked.sheet:
        contact_sheet(asked.sheet, asked.only, find_fonts())
    else:
        readme_pictures(find_fonts())


if __name__ == "__main__":
    main()

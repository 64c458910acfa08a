"""Make the pictures of the README: fixed data, fixed clock, nothing by hand.

    python screenshots/make.py

Needs the ``dev`` extra and the fonts Fira Code and DejaVu Sans (on Debian the
packages fonts-firacode and fonts-dejavu-core); the bytes depend on the fonts' versions.
"""

import asyncio
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import resvg_py

from befit_tui.catalog.catalog import load_catalog
from befit_tui.demo import demo_open_workout, demo_workouts
from befit_tui.logbook import Logbook, id_maker
from befit_tui.settings import Settings
from befit_tui.store import Store
from befit_tui.ui.app import BefitApp

HERE = Path(__file__).parent
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("~/.local/share/fonts").expanduser())
FONTS = ("FiraCode-Regular.ttf", "FiraCode-Bold.ttf", "DejaVuSans.ttf")
NOW = datetime(2026, 11, 23, 18, 42, tzinfo=timezone(timedelta(hours=1)))
SIZE = (120, 40)
PICTURES = {
    "workout": ("down", "down", "down", "down"),
    "history": ("H", "down"),
    "trends": ("T",),
}
"""The keys that lead from the start to what a picture shows."""


async def picture(keys: tuple[str, ...], theme: str) -> str:
    """The screen after ``keys`` as SVG."""

    def clock() -> datetime:
        return NOW

    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder), clock=clock)
        store.add_workouts(demo_workouts(NOW.date(), NOW.tzinfo), "demo")
        store.save_active(demo_open_workout(NOW), "demo")
        logbook = Logbook(store, load_catalog(), clock=clock, new_id=id_maker(clock))
        app = BefitApp(logbook, Settings(theme=theme), Path(folder) / "config.toml")
        async with app.run_test(size=SIZE) as pilot:
            await app.workers.wait_for_complete()
            await pilot.press(*keys)
            await pilot.pause()
            drawing = app.export_screenshot(title="befit")
        store.close()
    return drawing


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


def main() -> None:
    """Write one picture for each mode and theme."""
    fonts = find_fonts()
    for name, keys in PICTURES.items():
        for shade in ("dark", "light"):
            drawing = asyncio.run(picture(keys, f"befit-{shade}"))
            target = HERE / f"{name}-{shade}.png"
            target.write_bytes(png(drawing, fonts))
            print(target.name, target.stat().st_size)


if __name__ == "__main__":
    main()

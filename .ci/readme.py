"""Run every ``befit`` line of the README's shell blocks, on a log that it makes first.

The lines run in the order of the README, in one folder that holds the files they name.
"""

import os
import re
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)
LINE = re.compile(r"^befit .*?(?=\s+#|$)", re.M)
HEVY = (
    "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps,rpe\n"
)
MINE = "Day,Lift,kg,Reps\n"


def main() -> int:
    """0 when every line ended with 0; the others are named with what they said."""
    lines = [line for block in BLOCK.findall(README.read_text("utf-8"))
             for line in LINE.findall(block)]  # fmt: skip
    with TemporaryDirectory(prefix="befit-readme-") as name:
        folder = Path(name)
        make_files(folder, datetime.now().astimezone())  # noqa: TID251
        environment = {**os.environ, "BEFIT_DATA_DIR": str(folder / "data")}
        first = ["befit import hevy.csv --yes", "befit backup"]
        failed = [
            line for line in [*first, *lines] if not runs(line, folder, environment)
        ]
    print(f"README: {len(lines)} commands, {len(failed)} failed")
    return 1 if failed or not lines else 0


def runs(line: str, folder: Path, environment: dict[str, str]) -> bool:
    """Whether a line ends with 0 when nobody answers its questions."""
    done = subprocess.run(
        line,
        shell=True,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(f"{line}\n  ended with {done.returncode}: {done.stderr or done.stdout}")
    return not done.returncode


def make_files(folder: Path, today: datetime) -> None:
    """Eight weeks of two lifts as another app writes them, and a table of one's own."""
    hevy, mine = HEVY, MINE
    for week in range(8):
        day = today - timedelta(days=7 * week + 1)
        times = f'"{day:%d %b %Y}, 18:00","{day:%d %b %Y}, 19:00"'
        for lift, kg in (("Bench Press (Barbell)", 80), ("Squat (Barbell)", 100)):
            for place in range(3):
                hevy += f"Push,{times},{lift},{place},normal,{kg},{8 - place},8\n"
        mine += f"{day - timedelta(days=2):%Y-%m-%d},Deadlift,120,5\n"
    (folder / "hevy.csv").write_text(hevy, "utf-8")
    (folder / "mine.csv").write_text(mine, "utf-8")


if __name__ == "__main__":
    sys.exit(main())

"""The README's examples for other libraries run as they stand, where the library is."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec

import pytest
from builders import MONDAY, demo_year
from readme import README

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.vocabulary import Kind
from befit_tui.logbook.tables import tables_of
from befit_tui.transfer.export import to_json
from befit_tui.transfer.sqlite_export import to_sqlite

EXAMPLES = re.findall(r"^```python\n(.*?)^```$", README.read_text("utf-8"), re.M | re.S)


@pytest.fixture(scope="module")
def workouts():
    return demo_year(MONDAY.date())[-60:]


@pytest.fixture(scope="module")
def folder(tmp_path_factory, workouts):
    made = tmp_path_factory.mktemp("examples")
    (made / "log.json").write_text(to_json(workouts), encoding="utf-8")
    (made / "log.sqlite").write_bytes(to_sqlite(workouts, load_catalog().get))
    (made / "logs").mkdir()
    shutil.copy(made / "log.json", made / "logs" / "a.json")
    half = to_json(workouts[: len(workouts) // 2])
    (made / "logs" / "b.json").write_text(half, encoding="utf-8")
    return made


def libraries(example):
    """The first name of everything that an example imports."""
    found = set()
    for node in ast.walk(ast.parse(example)):
        if isinstance(node, ast.Import):
            found |= {one.name.split(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def run(example, folder):
    for name in libraries(example):
        if find_spec(name) is None:
            pytest.skip(f"{name} is of the extra [analysis]")
    (folder / "example.py").write_text(example, encoding="utf-8")
    here = os.pathsep.join([str(README.parent), os.environ.get("PYTHONPATH", "")])
    ran = subprocess.run(
        [sys.executable, "example.py"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": here, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def of(library):
    return next(one for one in EXAMPLES if f"import {library}" in one)


def test_each_library_has_an_example_of_about_ten_lines():
    assert len(EXAMPLES) == 4
    for example in EXAMPLES:
        assert sum(1 for line in example.splitlines() if line.strip()) <= 11


def test_pandas_reads_the_database(folder):
    assert run(of("sqlite3"), folder).count("\n") >= 5


def test_duckdb_counts_the_sets_that_the_log_has(folder, workouts):
    counts = Counter(
        entry.exercise
        for workout in workouts
        for entry in workout.entries
        for one in entry.sets
        if one.kind is Kind.WORK
    )
    shown = run(of("duckdb"), folder)
    first = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:5]
    for exercise, sets in first:
        assert re.search(rf"{exercise} +│ +{sets} ", shown), shown


def test_a_notebook_has_the_errors_of_the_meter(folder):
    assert "bench-press-barbell" in run(of("pandas as pd\n\nfrom befit_tui"), folder)


def test_dask_gives_what_one_log_after_the_other_gives(folder):
    alone = [
        tables_of(path.read_bytes())
        for path in sorted((folder / "logs").glob("*.json"))
    ]
    # The example prints how many sets were judged; what stands in the tables follows.
    example = of("dask") + "    print(tables)\n"
    counts, tables = run(example, folder).splitlines()
    assert counts == str([len(one.meter) for one in alone])
    assert tables == str(alone)

"""Whatever is typed, given or found on the disk is read or refused, in no time.

``BEFIT_FUZZ=100000 python -m pytest tests/test_fuzz.py -n0 -s`` is the long run, of so
many inputs over all subjects; it prints how many there were and the slowest of each.
With atheris, ``PYTHONPATH=tests python -m bench.fuzz entry -runs=100000`` has one
subject led by what the code does.
"""

import contextlib
import io
import json
import os
import time
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from builders import MONDAY, done, entry, workout
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from befit_tui.catalog.catalog import load_catalog
from befit_tui.cli.parser import parse as parse_arguments
from befit_tui.cli.run import run
from befit_tui.domain.codec import to_plain
from befit_tui.domain.errors import BefitError
from befit_tui.domain.grammar.day_entry import parse_day, parse_times
from befit_tui.domain.grammar.entry_line import parse
from befit_tui.domain.grammar.filter_line import parse_filter
from befit_tui.domain.grammar.plan_line import parse_plan
from befit_tui.settings import read_settings, typed_setting
from befit_tui.store.json_text import dumps, new_tables, salvage
from befit_tui.store.store import Store
from befit_tui.store.validate import checked
from befit_tui.transfer.read import read_log
from befit_tui.transfer.rows import ReadOptions

INPUTS = int(os.environ.get("BEFIT_FUZZ", "600"))
LONGEST_S = 1.0
CATALOG = load_catalog()


def words(*known):
    """Lines of known words, of pieces of them, and of anything at all."""
    piece = st.sampled_from(known) | st.text(max_size=6)
    line = st.lists(piece, max_size=12)
    return st.builds(lambda parts, joint: joint.join(parts), line,
                     st.sampled_from(("", " ", "x", ",", ":")))  # fmt: skip


MANY = "9" * 5000
ENTRY = words(
    *[
        "80",
        "8",
        "x",
        "@",
        "2",
        "1.5",
        "@f",
        "+",
        "-",
        "=",
        "lb",
        "kg",
        "s",
        "b",
        "45s",
        "1:30",
        "20m",
        "2km",
        "w",
        "d",
        "#",
        "note",
        "½",
        "٣",
    ],
    MANY,
)
FILTER = words(
    *[
        "left<1",
        "rir>=",
        "is:failure",
        "is:",
        "form:broke",
        "kg>100",
        "after:",
        "2025-06",
        "before:0001",
    ],
    *["on:9999-12-31", "muscle:", "-", "not:", '"', "phase:deload"],
    f"reps>={MANY}",
)
PLAN = words(
    *[
        "3x6-8",
        "@",
        "1-3",
        "80%",
        "left",
        "rest",
        "3:00",
        "w",
        "d",
        "amrap",
        "5+",
        "+2.5kg/session",
        "+5kg at 10",
        "fail 3: -10%",
        "tm=100",
        "easy",
        "|",
        ">",
        ",",
        "x",
        "-",
    ],
    MANY,
)
DAY = words(
    *[
        "yesterday",
        "mon",
        "2026-11-02",
        "0001-01-01",
        "9999-12-31",
        "18:02",
        "-",
        "24:61",
        "3d",
    ],
    *["99999999999d", "2026-02-30"],
)
TOML = words(
    *[
        "unit",
        "=",
        '"kg"',
        "bar_kg",
        "20",
        "[alerts]",
        "[",
        "]",
        "inf",
        "nan",
        "plates_kg",
        '"20x4"',
        "true",
    ],
    "1979-05-27",
    "\n",
    "\0",
    MANY,
)
CSV = words(
    "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps",
    "Date,Workout Name,Exercise Name,Set Order,Weight,Reps",
    "5 Oct 2026, 18:00",
    "2026-10-05 18:00:00",
    *["Bench", "80", "1e400", "0001-01-01", "99:99", "-1", "=1+1", ",", ";", '"'],
    *("\n", "\r", "\ufeff"),
)
JSON_VALUE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(("bench", "2026-11-02T18:00:00+01:00", "0001-01-01T00:00:00Z")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)
PUSH = to_plain(workout(entry("bench", done(80, 8)), name="Push"))


def paths_of(found, path=()):
    yield path
    items = found.items() if isinstance(found, dict) else enumerate(found)
    for key, value in items if isinstance(found, dict | list) else ():
        if isinstance(value, dict | list):
            yield from paths_of(value, (*path, key))
        else:
            yield (*path, key)


def with_changes(document, changes):
    """The document with values put in some of its places."""
    tables = new_tables() | {
        "workouts": {"1": document},
        "active": {"1": document},
        "undo": {
            "1": {"n": 1, "label": "x", "workout": "w", "patch": [["set", [], 1]]}
        },
        "sequence": {"1": {"last": 1, "dropped": 0}},
    }
    found = json.loads(json.dumps(tables))
    places = [path for path in paths_of(found) if path]
    for number, value in changes:
        *way, last = places[number % len(places)]
        inner = found
        with contextlib.suppress(LookupError, TypeError):
            for step in way:
                inner = inner[step]
            inner[last] = value
    return json.dumps(found).encode()


DOCUMENT = st.builds(
    with_changes,
    st.just(PUSH),
    st.lists(st.tuples(st.integers(0, 300), JSON_VALUE), min_size=1, max_size=3),
)
BYTES = st.builds(
    lambda data, cut, junk: data[:cut] + junk + data[cut:],
    st.just(dumps(new_tables() | {"workouts": {"1": PUSH, "2": PUSH | {"id": "x"}}})),
    st.integers(0, 1500),
    st.binary(max_size=40) | st.sampled_from((b'"1": {' * 200, b"{" * 999, b'"' * 99)),
)
ARGUMENTS = st.lists(
    st.sampled_from(("today", "history", "trends", "alerts", "meter", "log", "doctor",
                     "export", "--json", "--as-of", "2026-11-02", "--load", "80", "-1",
                     "--reps", "nan", "bench", "--format", "csv", "restore", "paths"))
    | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8),
    max_size=5,
)  # fmt: skip


def settings_file(text):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "config.toml"
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        read_settings(path)
    typed_setting("plates_kg", text[:200])


def days(text):
    with contextlib.suppress(BefitError):
        parse_day(text, MONDAY, datetime.astimezone)
    parse_times(text, (MONDAY, None), MONDAY, datetime.astimezone)


def data_file(data):
    salvage(data)
    for name in ("history/2026-11.json", "active.json", "undo.json", "library.json"):
        with contextlib.suppress(BefitError):
            checked(name, data)


def folder(data):
    """A whole data folder of what is no data: it opens, shows and logs."""
    with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as d:
        root = Path(d)
        (root / "history").mkdir()
        for name in (
            "active.json",
            "undo.json",
            "journal.json",
            "history/2026-11.json",
        ):
            (root / name).write_bytes(data)
        store = Store(root, clock=lambda: MONDAY)
        for month in store.months():
            store.read_month(month)
        opened = store.active() or workout(entry("bench"), id="new", ended_at=None)
        with contextlib.suppress(BefitError):
            store.undo()
        store.save_active(opened, "set")
        store.close()


def importing(text):
    data = text.encode("utf-8", "surrogatepass")
    read_log(data, "log.csv", ReadOptions(), CATALOG.meaning)


def arguments(argv):
    quiet = io.StringIO()
    with (
        TemporaryDirectory() as folder,
        contextlib.redirect_stdout(quiet),
        contextlib.redirect_stderr(quiet),
        contextlib.suppress(SystemExit),
    ):
        given_args = parse_arguments([*argv, "--data-dir", folder])
        if given_args.module is not None:  # None is the program on the screen
            run(given_args, lambda: MONDAY)


def filters(text):
    parse_filter(text, ("chest",))


SUBJECTS = {
    "entry": (parse, ENTRY, 4),
    "filter": (filters, FILTER, 4),
    "plan": (parse_plan, PLAN, 4),
    "dates": (days, DAY, 4),
    "settings": (settings_file, TOML, 2),
    "importers": (importing, CSV, 3),
    "own export": (importing, DOCUMENT.map(bytes.decode), 2),
    "documents": (data_file, DOCUMENT | BYTES, 4),
    "data folder": (folder, DOCUMENT | BYTES, 1),
    "arguments": (arguments, ARGUMENTS, 2),
}
"""What is called, with what, and its share of the inputs."""
SHARES = sum(share for _, _, share in SUBJECTS.values())


def fuzzer(name, took):
    """The test of one subject; ``took`` gets the seconds of each input."""
    call, inputs, share = SUBJECTS[name]

    @settings(
        max_examples=max(10, INPUTS * share // SHARES),
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs)
    def fuzz(given_input):
        started = time.process_time()
        with contextlib.suppress(BefitError):
            call(given_input)
        took.append(time.process_time() - started)
        assert took[-1] < LONGEST_S

    return fuzz


@pytest.mark.parametrize("name", SUBJECTS)
def test_no_input_is_a_traceback_or_takes_long(name, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    monkeypatch.setenv("BEFIT_DATA_DIR", "/nowhere")
    took = []
    fuzzer(name, took)()
    if "BEFIT_FUZZ" in os.environ:
        print(f"{name:>12}: {len(took):,} inputs, the slowest {max(took):.3f} s")  # noqa: T201

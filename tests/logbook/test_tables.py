"""A log as tables: by one pure function, which any engine may map over many logs."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from builders import MONDAY, demo_year

from befit_tui.demo import demo_open_workout
from befit_tui.domain.errors import DocumentError
from befit_tui.logbook.tables import tables_of
from befit_tui.transfer.export import to_json


@pytest.fixture(scope="module")
def export():
    season = demo_year(MONDAY.date())[-60:]
    return to_json([*season, demo_open_workout(MONDAY)])


@pytest.fixture(scope="module")
def tables(export):
    return tables_of(export)


def test_the_rows_of_a_table_have_the_same_columns_of_plain_values(tables):
    for name, table in tables._asdict().items():
        assert table, name
        assert {tuple(row) for row in table} == {tuple(table[0])}, name
        kinds = {type(value) for row in table for value in row.values()}
        assert kinds <= {str, int, float, bool, type(None)}, name


def test_they_say_what_the_commands_say(tables, export, tmp_path, capsys):
    import json  # noqa: PLC0415

    from commands import main  # noqa: PLC0415

    def told(*words):
        capsys.readouterr()
        assert main([*words, "--data-dir", str(tmp_path / "x")], lambda: MONDAY) == 0
        return capsys.readouterr().out

    path = tmp_path / "log.json"
    path.write_text(export, encoding="utf-8")
    told("import", str(path), "--yes")
    alerts = json.loads(told("alerts", "--json"))["alerts"]
    assert [(row["code"], row["subject"], row["what"]) for row in tables.alerts] == [
        (one["code"], one["subject"]["id"], piece["what"])
        for one in alerts
        for piece in one["evidence"]
    ]
    lifts = json.loads(told("verdict", "--json"))["lifts"]
    assert [(row["exercise"], row["verdict"]) for row in tables.verdicts] == [
        (one["exercise"], one["verdict"]) for one in lifts
    ]
    [log] = json.loads(told("backtest", "--json"))["logs"]
    assert log["counted"] == sum(row["counts"] for row in tables.meter)


def test_as_of_a_day_later_workouts_are_as_if_they_had_not_been(export):
    day = MONDAY.date() - timedelta(days=30)
    season = demo_year(MONDAY.date())[-60:]
    until = to_json([one for one in season if one.started_at.date() <= day])
    assert tables_of(export, day) == tables_of(until, day)
    assert tables_of(export, date(1999, 1, 1)) == ((), (), (), ())


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"app": "other", "workouts": []}'])
def test_what_is_no_export_is_refused_with_a_sentence(text):
    with pytest.raises(DocumentError, match="befit export makes one"):
        tables_of(text)


def test_it_needs_neither_screen_nor_store():
    code = "import sys, befit_tui.logbook.tables; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"textual", "rich", "tinydb"} & set(loaded)

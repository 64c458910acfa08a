"""``befit import``: every row is accounted for, and nothing comes in twice."""

import io
from datetime import datetime, timedelta

import pytest
from builders import ZONE

from befit_tui.cli import output

KEYS = [
    "app", "rows", "sets", "workouts", "duplicates", "updated", "deleted",
    "skipped", "errors", "doubtful", "matched", "conflicts",
    "unmatched_exercises",
]  # fmt: skip


def accounted(found):
    skipped = sum(one["rows"] for one in found["skipped"])
    changed = found["updated"] - found["deleted"]
    known = found["sets"] + found["duplicates"] + changed
    return known + skipped + len(found["errors"])


def test_the_document_accounts_for_every_row(befit, hevy):
    ran = befit("import", hevy, "--json")
    assert ran.code == 0
    assert list(ran.json) == KEYS
    assert ran.json == {
        "app": "hevy",
        "rows": 6,
        "sets": 4,
        "workouts": 2,
        "duplicates": 0,
        "updated": 0,
        "deleted": 0,
        "doubtful": [],
        "conflicts": [],
        "skipped": [{"reason": "empty set", "rows": 1}],
        "errors": [{"line": 4, "reason": 'reps "abc" is not a number'}],
        "matched": [
            {
                "name": "Zercher Thing",
                "exercise": "own-zercher-thing",
                "how": "not known",
            }
        ],
        "unmatched_exercises": ["Zercher Thing"],
    }
    assert ran.json["rows"] == accounted(ran.json)


def test_importing_twice_adds_nothing(befit, hevy, root):
    befit("import", hevy)
    before = befit("export").out
    again = befit("import", hevy, "--json").json
    assert (again["sets"], again["workouts"], again["duplicates"]) == (0, 0, 4)
    assert again["rows"] == accounted(again)
    assert befit("export").out == before
    assert not list(root.glob("backups/*"))


def test_several_files_give_a_list_and_count_what_they_share(befit, hevy, tmp_path):
    longer = tmp_path / "later.csv"
    text = hevy.read_text().replace('120,5,7\n"Pull"', '120,5,7\n"Pull 2"')
    longer.write_text(text + text.splitlines()[5].replace("7 Oct", "9 Oct") + "\n")
    first, second = befit("import", hevy, longer, "--json").json
    assert first["sets"] == 4
    assert (second["sets"], second["workouts"], second["duplicates"]) == (1, 1, 4)
    assert second["rows"] == accounted(second)
    assert befit("doctor", "--json").json["sets"] == 5


def test_a_dry_run_says_the_same_and_writes_nothing(befit, hevy, root):
    dry = befit("import", hevy, "--dry-run", "--json")
    assert dry.json["sets"] == 4
    assert not root.exists()
    assert befit("import", hevy, "--json").json == dry.json


def test_the_preview_reads_well(befit, hevy):
    assert befit("import", hevy).out.splitlines() == [
        "hevy.csv",
        "  format                  hevy",
        "  rows                    6",
        "  new workouts            2, Mon 5 Oct 2026 to Wed 7 Oct 2026",
        "  new sets                4",
        "  skipped: empty set      1",
        '  cannot be read          line 4: reps "abc" is not a number',
        "  new exercises           Zercher Thing",
        "  befit exercises shows what each name was taken for, and changes it.",
        "Imported 4 sets in 2 workouts.",
    ]
    assert "  already there           4" in befit("import", hevy).out


def test_what_changed_is_told_and_what_is_gone_only_where_something_is(befit, hevy):
    befit("import", hevy)
    hevy.write_text(hevy.read_text().replace(",80,8,8", ",82.5,8,8"))
    said = befit("import", hevy, "--yes").out.splitlines()[-1]
    assert said.startswith("Imported 0 sets in 1 workout. 1 set changed. A backup")


def test_a_backup_is_made_before_a_log_is_added_to(befit, hevy, strong, root):
    befit("import", hevy)
    ran = befit("import", strong, "--unit", "lb")
    assert "A backup was made before" in ran.out
    assert [path.name for path in root.glob("backups/*")] == [
        "000001-2026-11-02-import.zip"
    ]


def test_a_unit_in_the_file_wins_and_one_that_is_missing_is_taken(befit, hevy, strong):
    befit("import", hevy, strong, "--unit", "lb")
    loads = {
        done["load"]["value"]: done["load"]["unit"]
        for workout in befit("export").json["workouts"]
        for entry in workout["entries"]
        for done in entry["sets"]
        if done["load"]
    }
    assert loads == {40: "kg", 80: "kg", 60: "kg", 120: "kg", 225: "lb"}


def test_timed_rows_are_sets_and_rests_are_named(befit, strong):
    found = befit("import", strong, "--unit", "lb", "--json").json
    assert found["sets"] == 2
    assert found["skipped"] == [{"reason": "rest timer", "rows": 1}]


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def at_a_terminal(monkeypatch):
    """Gives the answers of a lifter at a terminal, in turn."""

    def answering(*answers):
        monkeypatch.setattr(
            output.sys, "stdin", Terminal("".join(f"{answer}\n" for answer in answers))
        )
        monkeypatch.setattr(output.sys.stdout, "isatty", lambda: True, raising=False)

    return answering


@pytest.mark.parametrize(("answer", "sets"), [("y", 4), ("n", 0), ("", 0), (None, 0)])
def test_at_a_terminal_the_lifter_is_asked(befit, hevy, at_a_terminal, answer, sets):
    at_a_terminal(*([] if answer is None else [answer]))
    ran = befit("import", hevy)
    assert ran.code == 0
    assert "Import this? [y/n]" in ran.out
    assert befit("doctor", "--json").json["sets"] == sets


@pytest.mark.parametrize("option", ["--yes", "--json"])
def test_nothing_is_asked_when_told_not_to(befit, hevy, at_a_terminal, option):
    at_a_terminal("n")
    assert "?" not in befit("import", hevy, option).out
    assert befit("doctor", "--json").json["sets"] == 4


def test_the_unit_is_asked_for_once(befit, strong, tmp_path, at_a_terminal):
    other = tmp_path / "other.csv"
    other.write_text(strong.read_text().replace("10-05", "10-06"))
    at_a_terminal("lb", "y")
    ran = befit("import", strong, other)
    assert ran.out.count("kg or lb?") == 1
    assert befit("doctor", "--json").json["sets"] == 4


def test_what_a_file_says_cannot_steer_the_terminal(befit, tmp_path):
    path = tmp_path / "evil.csv"
    path.write_text(
        "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
        "2026-10-05,\x1b]0;owned\x07Squat\x9b2J,Legs,100,5,,,\n"
        "2026-10-05,Squat,Legs,\x1b[31m1,5,,,\n",
        encoding="utf-8",
    )
    ran = befit("import", path)
    assert ran.code == 0
    printed = ran.out + befit("history").out + befit("import", path, "--json").out
    assert not {"\x1b", "\x07", "\x9b"} & set(printed)


STRONG = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps
2026-10-05 18:00:00,"Push",{},"Bench Press (Barbell)",1,80,8
2026-10-07 18:00:00,"Push",1h,"Bench Press (Barbell)",1,80,8
"""


@pytest.mark.parametrize(
    ("written", "hours"),
    [("24h", 24), ("25h", 25), ("200h", 200), ("9000:00:00", 9000)],
)
def test_a_workout_longer_than_a_day_keeps_its_end_and_is_named(
    befit, tmp_path, written, hours
):
    file = tmp_path / "strong.csv"
    file.write_text(STRONG.format(written))
    doubtful = befit("import", file, "--unit", "kg", "--json").json["doubtful"]
    named = [{"line": 2, "reason": f"the workout of 2026-10-05 lasts {hours} hours"}]
    assert doubtful == (named if hours > 24 else [])
    first = befit("export").json["workouts"][0]
    assert first["ended_at"].startswith(
        (datetime(2026, 10, 5, 18, tzinfo=ZONE) + timedelta(hours=hours)).isoformat()[
            :13
        ]
    )


@pytest.mark.parametrize("written", ["9" * 12 + "h", "9" * 400 + "h", "99999999:00:00"])
def test_an_end_beyond_all_years_is_left_out_and_named(befit, tmp_path, written):
    file = tmp_path / "strong.csv"
    file.write_text(STRONG.format(written))
    ran = befit("import", file, "--unit", "kg", "--json").json
    assert (ran["sets"], ran["errors"]) == (2, [])
    [doubt] = ran["doubtful"]
    assert doubt["line"] == 2
    assert doubt["reason"].endswith("hours: the end is left out")


def test_a_second_import_reads_dates_as_the_first_whatever_the_unit(befit, tmp_path):
    path = tmp_path / "mine.csv"
    days = [f"0{day}/11/2025;Bench Press;8{day},5;8" for day in (3, 4)]
    path.write_text("\n".join(["Day;Lift;load;reps", *days]))
    columns = ("--map", "date=Day,exercise=Lift,load=load,reps=reps", "--json")

    first = befit("import", path, "--unit", "kg", *columns).json
    again = befit("import", path, "--unit", "lb", *columns).json

    assert (first["sets"], first["doubtful"][0]["line"]) == (2, 2)
    assert (again["sets"], again["updated"]) == (0, 2)
    assert befit("import", path, "--unit", "lb", *columns).json["doubtful"] == []


def test_lifts_that_were_merged_are_nothing_new(befit, tmp_path, strong):
    befit("import", strong, "--unit", "kg")
    lift = befit("export", "--format", "csv").out.splitlines()[1].split(",")[10]
    befit("exercises", "--merge", f"{lift}=front-squat-barbell")
    befit("import", strong, "--unit", "kg", "--yes")

    again = befit("import", strong, "--unit", "kg", "--yes")

    assert again.out.endswith("Nothing new: the log has all of it.\n")


def test_an_edited_table_of_befit_is_a_conflict_and_takes_nothing_else(befit, tmp_path):
    """It has no column for plans and check-ins; these stay."""
    for line in ("bench press 100x5@2", "bench press 100x4@1"):
        befit("log", line)
    path = tmp_path / "own.csv"
    table = befit("export", "--format", "csv").out
    path.write_text(table.replace("kg,4,", "kg,3,"))
    before = befit("export").out

    kept = befit("import", path, "--json").json
    assert befit("export").out == before
    taken = befit("import", path, "--conflicts", "file", "--json").json

    assert [one["there"] for one in kept["conflicts"]] == ["100 kg × 3 · 1"]
    assert (kept["updated"], taken["updated"]) == (0, 1)
    changed = before.replace('"reps": 4', '"reps": 3').replace('"rev": 4', '"rev": 5')
    assert befit("export").out == changed


def test_a_title_edited_in_a_table_of_befit_is_named(befit, tmp_path):
    befit("log", "bench press 100x5@2")
    path = tmp_path / "own.csv"
    head, row = befit("export", "--format", "csv").out.splitlines()
    cells = row.split(",")
    cells[head.split(",").index("workout")] = "Push"
    path.write_text(f"{head}\n{','.join(cells)}\n")

    [conflict] = befit("import", path, "--json").json["conflicts"]

    assert conflict["there"].startswith("Push")

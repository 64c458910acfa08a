"""``befit backtest``: a row for every judged set, figures for every log."""

import csv

import pytest

COLUMNS = [
    "line", "exercise", "started_at", "load", "unit", "reps", "left", "predicted",
    "low", "high",
]  # fmt: skip
HEAD = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,"
    "Weight,Reps,Distance,Seconds,RPE"
)


@pytest.fixture
def log(tmp_path):
    """Six workouts of one rated set each; the fourth is the first that is judged."""
    rows = [
        f"2026-10-{day:02} 18:00:00,Legs,1h,Squat (Barbell),1,100,{reps},0,0,8"
        for day, reps in zip(range(1, 12, 2), (5, 6, 6, 7, 6, 7), strict=True)
    ]
    path = tmp_path / "rated.csv"
    path.write_text("\n".join([HEAD, *rows, ""]))
    return path


def test_every_judged_set_has_a_row(befit, log, tmp_path):
    out = tmp_path / "out.csv"
    ran = befit("backtest", log, "--json", "--predictions", out)
    rows = list(csv.DictReader(out.read_text().splitlines()))
    assert list(rows[0]) == COLUMNS
    assert [row["line"] for row in rows] == ["5", "6", "7"]
    assert [row["reps"] for row in rows] == ["7", "6", "7"]
    assert {row["exercise"] for row in rows} == {"Squat (Barbell)"}
    for row in rows:
        low, middle, high = (float(row[name]) for name in ("low", "predicted", "high"))
        assert 0 <= low <= middle <= high
    errors = [
        abs(float(row["predicted"]) - float(row["reps"]) - float(row["left"]))
        for row in rows
    ]
    [found] = ran.json["logs"]
    assert (found["judged"], found["counted"]) == (3, 3)
    assert found["meter"] == pytest.approx(sum(errors) / 3)
    assert ran.json["average"]["meter"] == found["meter"]


@pytest.mark.parametrize(("name", "least"), [("Pull Up", 6), ("Chain Climb", 0)])
def test_names_bring_what_the_catalogue_knows_of_them(befit, log, name, least):
    """Ten kilograms more are a tenth of a pull-up, and double a load of its own."""
    text = log.read_text().replace("Squat (Barbell),1,100", f"{name},1,10")
    *rows, last, _ = text.splitlines()[:6]
    log.write_text("\n".join([*rows, last.replace(",1,10,", ",1,20,"), ""]))
    out = log.with_name("out.csv")
    befit("backtest", log, "--unit", "kg", "--predictions", out)
    *_, found = csv.DictReader(out.read_text().splitlines())
    assert (found["exercise"], found["load"]) == (name, "20.0")
    assert least <= float(found["predicted"]) < least + 4


def test_two_names_of_one_exercise_stay_two(befit, log, tmp_path):
    lines = log.read_text().splitlines()
    renamed = [line.replace("Squat (Barbell)", "Back Squat") for line in lines[5:]]
    log.write_text("\n".join([*lines[:5], *renamed, ""]))
    [found] = befit("backtest", log, "--unit", "kg", "--json").json["logs"]
    assert found["judged"] == 1


def test_a_missing_unit_is_taken_as_kg_and_said(befit, log):
    ran = befit("backtest", log, "--json")
    assert ran.json["logs"][0]["unit_assumed"]
    assert "rated.csv does not name the unit of its loads; kg was taken." in ran.err
    assert befit("backtest", log, "--unit", "lb").err == ""


def test_the_average_counts_each_log_once(befit, log, tmp_path):
    unrated = tmp_path / "unrated.csv"
    unrated.write_text(log.read_text().replace(",8\n", ",\n"))
    short = tmp_path / "short.csv"
    short.write_text("\n".join(log.read_text().splitlines()[:5]) + "\n")
    ran = befit("backtest", log, unrated, short, "--json").json
    first, second, third = ran["logs"]
    assert second["meter"] is None
    assert ran["average"]["meter"] == pytest.approx(
        (first["meter"] + third["meter"]) / 2
    )


def test_the_table_has_a_line_a_log(befit, log):
    out = befit("backtest", log, log).out.splitlines()
    assert out[0].split()[:4] == ["mean", "error", "in", "reps"]
    assert [line.split()[0] for line in out[1:3]] == ["rated.csv", "rated.csv"]
    assert out[3].startswith("average of the logs")


def test_without_a_file_the_own_log_is_replayed(befit, log):
    befit("import", log, "--unit", "kg")
    own, file = befit("backtest", "--json"), befit("backtest", log, "--json")
    figures = {"judged": 3, "meter": file.json["average"]["meter"]}
    assert own.json["logs"][0].items() >= figures.items()


def test_hard_sets_at_a_changed_load_have_a_table_of_their_own(befit, log):
    text = log.read_text()
    *rows, last, end = text.split("\n")
    hard = last.replace(",100,7,", ",110,5,").replace(",8", ",9")
    log.write_text("\n".join([*rows, hard, end]))
    ran = befit("backtest", log, "--unit", "kg", "--json").json
    [found] = ran["logs"]
    assert (found["counted"], found["capacity"]["counted"]) == (3, 1)
    assert found["capacity"]["meter"] == ran["average"]["capacity"]["meter"]
    assert found["capacity"].keys() - {"counted"} <= found.keys()
    out = befit("backtest", log, "--unit", "kg").out.splitlines()
    assert [line.split("  ")[0] for line in out[::2]] == [
        "mean error in reps", "0 or 1 left, changed load",
        "The band should hold 80% of the sets: 0.80 is the right coverage.",
    ]  # fmt: skip

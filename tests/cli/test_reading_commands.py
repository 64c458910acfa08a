"""The commands that only look, on the year of the demo."""

import shutil
from datetime import date

import pytest

METER_KEYS = [
    "exercise", "load", "unit", "max_reps", "low", "high", "left", "left_low",
    "left_high", "basis", "assessable", "reason",
]  # fmt: skip
EVIDENCE_KEYS = ["what", "value", "unit", "usual", "threshold", "when"]
ALERT_KEYS = [
    "code", "severity", "subject", "title", "evidence", "advice", "first_raised",
]  # fmt: skip


def test_the_meter_says_a_number_with_its_band(ask):
    found = ask("meter", "bench press", "--load", "82.5", "--reps", "6", "--json").json
    assert list(found) == METER_KEYS
    assert found["exercise"] == "bench-press-barbell"
    assert (found["load"], found["unit"]) == (82.5, "kg")
    assert found["assessable"]
    assert found["low"] < found["max_reps"] < found["high"]
    assert found["left"] == max(0, found["max_reps"] - 6)
    assert found["left_low"] <= found["left"] <= found["left_high"]
    assert "sessions" in found["basis"]


def test_without_reps_nothing_is_left(ask):
    found = ask("meter", "bench press", "--load", "82.5", "--json").json
    assert found["max_reps"]
    assert (found["left"], found["left_low"], found["left_high"]) == (None, None, None)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["side", "plank", "--load", "0"], "measured"),
        (["bench press"], "no load given"),
        (["snatch", "--load", "60"], "no working sets"),
    ],
)
def test_the_meter_says_why_it_cannot_say(ask, words, reason):
    found = ask("meter", *words, "--reps", "5", "--json").json
    assert not found["assessable"]
    assert reason in found["reason"]
    assert found["max_reps"] is found["low"] is found["high"] is found["left"] is None


def test_the_meter_says_which_option_is_missing(ask):
    said = ask("meter", "bench press").out
    assert said.endswith("cannot say: no load given; say it with --load\n")


def test_a_verdict_counts_the_open_workout_as_the_alerts_do(befit):
    befit("log", "bench press 80x6@2")
    assert befit("verdict").out.startswith("Bench Press (Barbell): cannot tell")
    assert befit("verdict", "--as-of", "2026-11-01").out.startswith("No lift was done")


def test_a_folder_without_a_log_is_said_to_be_one(befit, root):
    assert befit("today").out == f"There is no log in {root} yet.\n"
    assert befit("doctor").out.endswith("There is no log here yet.\n")
    befit("log", "squat 100x5")
    assert "no log" not in befit("today").out
    assert befit("doctor").out.endswith("Everything is sound.\n")


def test_pounds_are_the_same_load(ask):
    kg = ask("meter", "squat", "--load", "100", "--json").json
    lb = ask("meter", "squat", "--load", "220.462", "--unit", "lb", "--json").json
    assert lb["max_reps"] == kg["max_reps"]


def test_the_meter_of_a_day_knows_nothing_later(ask):
    now = ask("meter", "squat", "--load", "100", "--json").json
    then = ask("meter", "squat", "--load", "100", "--as-of", "2026-03-01", "--json")
    assert then.json["basis"] != now["basis"]
    before = ask("meter", "squat", "--load", "100", "--as-of", "2020-01-01", "--json")
    assert not before.json["assessable"]


@pytest.mark.parametrize(
    ("day", "counts"), [("2026-11-02", True), ("2026-11-16", False)]
)
def test_the_open_workout_is_no_part_of_a_later_session(befit, day, counts):
    befit("log", "squat 100x5@2")
    found = befit("meter", "squat", "--load", "100", "--as-of", day, "--json").json
    assert ("1 set today" in found["basis"]) is counts


def test_the_meter_in_words(ask):
    out = ask("meter", "bench press", "--load", "82.5", "--reps", "6").out
    assert out.startswith("Bench Press (Barbell), 82.5 kg\n  about ")
    assert "after 6 reps " in out


VERDICT_KEYS = [
    "exercise", "verdict", "change_percent", "since", "measure", "basis", "week",
]  # fmt: skip


def test_verdicts_are_of_the_lifts_of_four_weeks(ask):
    lifts = ask("verdict", "--json").json["lifts"]
    assert all(list(one) == VERDICT_KEYS for one in lifts)
    assert "bench-press-barbell" in {one["exercise"] for one in lifts}
    for one in lifts:
        told = one["verdict"] != "cannot-tell"
        assert told == (one["change_percent"] is not None)
        assert told == (one["since"] is not None)
        assert one["basis"]
    assert ask("verdict", "--as-of", "2020-01-01", "--json").json == {"lifts": []}


def test_the_verdict_on_one_lift_in_words(ask):
    (one,) = ask("verdict", "bench press", "--json").json["lifts"]
    said = ask("verdict", "bench press").out
    assert said.startswith("Bench Press (Barbell): ")
    assert one["basis"] in said


def test_alerts_name_their_evidence(ask):
    days = ("2026-11-01", "2026-08-10", "2026-05-20", "2026-03-15")
    documents = [ask("alerts", "--as-of", day, "--json").json for day in days]
    alerts = [one for found in documents for one in found["alerts"]]
    assert alerts
    for alert in alerts:
        assert list(alert) == ALERT_KEYS
        assert list(alert["subject"]) == ["kind", "id", "label"]
        assert alert["severity"] in ("note", "warn", "stop")
        assert alert["evidence"]
        assert all(list(one) == EVIDENCE_KEYS for one in alert["evidence"])
        assert date.fromisoformat(alert["first_raised"]) <= date(2026, 11, 1)
        assert alert["advice"]
    for document in documents:
        assert list(document) == ["alerts", "not_assessable"]
        for one in document["not_assessable"]:
            assert list(one) == ["code", "subject", "reason"]


def test_alerts_as_text_hold_every_title(ask):
    found = ask("alerts", "--json").json["alerts"]
    out = ask("alerts").out
    assert all(alert["title"] in out and alert["advice"] in out for alert in found)


def test_the_open_workout_is_judged_too(befit):
    for _ in range(3):
        befit("log", "lateral raise 10x12@f")
    codes = {alert["code"] for alert in befit("alerts", "--json").json["alerts"]}
    assert "failure-budget" in codes
    assert befit("alerts", "--as-of", "2026-11-01", "--json").json["alerts"] == []


def test_history_lists_what_matches(ask):
    every = ask("history", "--json").json["workouts"]
    starts = [workout["started_at"] for workout in every]
    assert starts == sorted(starts, reverse=True)
    squats = ask("history", "squat", "barbell", "--json").json
    assert squats["query"] == "squat barbell"
    assert 0 < len(squats["workouts"]) < len(every)
    assert all("Squat (Barbell)" in one["exercises"] for one in squats["workouts"])
    assert len(ask("history", "squat", "barbell").out.splitlines()) == 1 + len(
        squats["workouts"]
    )
    assert ask("history", "zzzz").out == "No workout matches.\n"


def test_history_takes_the_filter_of_the_screen(ask):
    every = ask("history", "--json").json
    failed = ask("history", "is:failure", "--json").json
    rest = ask("history", "not:is:failure", "--json").json
    assert 0 < failed["sets"] < every["sets"]
    assert len(failed["workouts"]) + len(rest["workouts"]) == len(every["workouts"])
    refused = ask("history", "left<")
    assert refused.code == 1
    assert refused.err == "befit: After left comes a number, as in left<1.\n"


@pytest.mark.parametrize("word", ["-squat", "-hinge", "-is:failure", "-left<1"])
def test_history_leaves_out_what_a_minus_stands_before(ask, word):
    spelled = f"not:{word[1:]}"
    assert ask("history", "bench", word).out == ask("history", "bench", spelled).out
    assert ask("history", word, "--json").json == ask("history", spelled, "--json").json


@pytest.mark.parametrize("words", [["history", "--foo"], ["alerts", "-curl"]])
def test_other_words_with_a_minus_are_still_wrong_usage(ask, words):
    with pytest.raises(SystemExit) as ended:
        ask(*words)
    assert ended.value.code == 2


def test_today_shows_the_open_workout(ask):
    assert [one["ended_at"] for one in ask("today", "--json").json["workouts"]] == [
        None
    ]
    out = ask("today", "--plain").out
    assert out.startswith("Open:\nPush A")
    assert "Bench Press (Barbell)" in out


def test_trends_of_everything_and_of_one_lift(ask):
    found = ask("trends", "--json").json
    views = ["strength", "effort", "volume", "fatigue", "calendar"]
    assert found.keys() >= {"paying", *views}
    assert len(found["effort"]["weeks"]) in (12, 13)
    assert len(found["volume"]["muscles"]["chest"]) == len(found["volume"]["weeks"])
    assert found["fatigue"]["alerts"]
    assert all(found["fatigue"]["cards"])
    assert sum(found["calendar"]["sets"].values()) > 1000
    out = ask("trends").out
    for view in ("effort", "fatigue", "calendar"):
        assert found[view]["sentence"] in out
    assert found["calendar"]["streaks"] in out
    assert all(sentence in out for sentence in found["strength"].values())
    assert all(title in out for title in found["fatigue"]["alerts"])
    lift = ask("trends", "bench", "press", "--json").json
    assert lift["exercise"] == "bench-press-barbell"
    assert len(lift["points"]) > 20
    said = ask("trends", "bench press").out
    assert lift["sentence"] in said
    assert "Best per rep count" in said


def test_trends_use_the_settings_of_the_lifter(befit, year, tmp_path):
    folder = shutil.copytree(year, tmp_path / "own")
    usual = befit("trends", "--json", data_dir=folder).json
    assert usual["volume"]["band"] == [10, 20]
    assert "inside your budget of 2" in usual["effort"]["failures"]
    settings = "volume_low = 2\nvolume_high = 4\ndates = 'month'\n"
    (folder / "config.toml").write_text(f"{settings}[alerts]\nfailure_budget = 1\n")
    own = befit("trends", "--json", data_dir=folder).json
    assert own["volume"]["band"] == [2, 4]
    for found, weekday in ((usual, "Mon"), (own, "Sun")):
        weeks = [date.fromisoformat(day) for day in found["volume"]["weeks"]]
        assert {f"{day:%a}" for day in weeks} == {weekday}
    assert "more than the 1" in own["effort"]["failures"]
    out = befit("trends", "--plain", data_dir=folder).out
    assert "your range is 2 to 4" in out
    assert "more than the 1" in out
    chest = next(line for line in out.splitlines() if line.startswith("Chest"))
    assert chest.endswith("above")


def test_doctor_counts_and_finds_nothing_wrong(ask):
    found = ask("doctor", "--json").json
    assert found["sound"]
    assert found["open_workout"]
    document = ask("export").json
    assert found["workouts"] == len(document["workouts"]) - 1
    assert (found["problems"], found["foreign"]) == ([], [])
    assert "Everything is sound." in ask("doctor").out


def test_paths_says_where(befit, root):
    assert befit("paths").out == f"data    {root}\nconfig  {root / 'config.toml'}\n"

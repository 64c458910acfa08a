"""What cannot be done is refused with one sentence, and nothing has changed."""

import pytest
from builders import MONDAY

from befit_tui.store.store import Store

REFUSED = [
    (["import", "{tmp}/none.csv"], "none.csv cannot be read (No such file"),
    (["import", "{tmp}"], "is a folder: name the file in it."),
    (["import", "{tmp}/empty.csv"], "empty.csv is empty"),
    (["import", "{tmp}/photo.csv"], "photo.csv is not a text file"),
    (["import", "{tmp}/shopping.csv"], "shopping.csv is no log (it begins with"),
    (["import", "{tmp}/words.txt"], 'words.txt is no log (it begins with "so it goes"'),
    (["import", "{tmp}/wide.csv"], "wide.csv is not an export that Befit knows"),
    (["import", "{tmp}/broken.json"], "broken.json is not sound JSON"),
    (
        ["import", "{tmp}/other.json"],
        "other.json is JSON, but no export",
    ),
    (["import", "{tmp}/bad.json"], "No row of bad.json can be read; line 1"),
    (["import", "{tmp}/hevy.csv", "--app", "excel"], "excel is not an app Befit can"),
    (["import", "{tmp}/strong.csv"], "say --unit kg or --unit lb"),
    (["import", "{tmp}/hevy.csv", "{tmp}/none.csv"], "none.csv cannot be read"),
    (
        ["import", "{tmp}/hevy.csv", "--map", "date=foo"],
        "hevy.csv has no heading foo: its headings are title, start_time, end_time",
    ),
    (
        ["import", "{tmp}/noted.csv", "--map", "date=day,exercise=lift,reps=foo"],
        "noted.csv has no heading foo: its headings are day, lift, note.",
    ),
    (["export", "-o", "{tmp}/missing/log.json"], "log.json cannot be written"),
    (["export", "-o", "{tmp}"], "cannot be written"),
    (["log", "bench press"], "Say what you did after the name"),
    (["log", "100x5"], "Say which exercise it was"),
    (["log", "1600x5"], "A load is at most 1500"),
    (["log", "bench press 60x8,5"], "Reps are whole numbers: type 60x8, or 60x8.5s"),
    (["log", "bench press 82.5"], "for a load type 82.5x8"),
    (["log", "bench press 8@11"], "Reps left go from 0 to 10"),
    (["log", "benhc prses 8"], "No exercise is called 'benhc prses'; the closest are"),
    (["log", "qqqqq 8"], "No exercise is called 'qqqqq'"),
    (["log", "bench press ="], "There is no set above to repeat"),
    (["meter", "benhc", "--load", "80"], "No exercise is called 'benhc'; the closest"),
    (["trends", "qqqqq"], "No exercise is called 'qqqqq'"),
    (["restore"], "There is no backup in"),
    (["restore", "{tmp}/none.zip"], "There is no backup"),
    (["restore", "{tmp}/hevy.csv"], "is not a backup that can be read"),
    (["backtest", "{tmp}/none.csv"], "none.csv cannot be read"),
    (["backtest", "{tmp}/hevy.csv", "--predictions", "{tmp}"], "cannot be written"),
]


@pytest.fixture
def files(tmp_path, hevy, strong):
    for name, data in {
        "empty.csv": b"",
        "photo.csv": b"\x89PNG\r\n\0\0",
        "noted.csv": b"day,lift,note\n5 Oct,Squat,// Squat / 3x8\n",
        "shopping.csv": b"what,how many\neggs,12\n",
        "words.txt": b"so it goes\n",
        "wide.csv": b"a,b,c\n1,2,3\n",
        "broken.json": b'{"workouts": [',
        "other.json": b'{"songs": []}',
        "bad.json": b'{"workouts": [{"id": "a", "started_at": "yesterday"}]}',
    }.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def contents(folder):
    """Every file of a data folder but the lock, which says nothing."""
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "befit.lock"
    }


@pytest.mark.parametrize(("words", "sentence"), REFUSED)
def test_a_refusal_is_one_sentence(befit, files, root, words, sentence):
    befit("log", "squat 100x5@2")
    before = contents(root)
    ran = befit(*(word.replace("{tmp}", str(files)) for word in words))
    assert ran.code == 1
    assert ran.out == ""
    assert sentence in ran.err
    assert ran.err.startswith("befit: ")
    assert ran.err.count("\n") == 1
    assert contents(root) == before


USAGE = [
    ["imprt", "x.csv"],
    ["import"],
    ["import", "x.csv", "--unit", "stone"],
    ["export", "--format", "xml"],
    ["log"],
    ["meter"],
    ["meter", "bench", "--load", "heavy"],
    ["meter", "bench", "--load", "nan"],
    ["meter", "bench", "--load=-5"],
    ["alerts", "--as-of", "yesterday"],
    ["today", "--plain", "--json"],
]


@pytest.mark.parametrize("words", USAGE)
def test_wrong_usage_is_code_2(befit, root, words):
    with pytest.raises(SystemExit) as ended:
        befit(*words)
    assert ended.value.code == 2
    assert not root.exists()


@pytest.mark.parametrize(
    "words", [["alerts", "--jsn"], ["log", "squat 5x5", "--frce"], ["today", "now"]]
)
def test_wrong_usage_shows_that_of_the_command(befit, capsys, words):
    with pytest.raises(SystemExit) as ended:
        befit(*words)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith(f"usage: befit {words[0]} ")
    assert f"befit {words[0]}: error: unrecognized arguments: {words[-1]}" in said


READING = [
    ["today"],
    ["history"],
    ["trends"],
    ["alerts", "--json"],
    ["meter", "squat", "--load", "100", "--json"],
    ["export"],
    ["doctor"],
    ["paths"],
    ["backtest"],
    ["import", "{hevy}", "--dry-run"],
    ["exercises", "squat"],
    ["routine"],
    ["block"],
    ["plates", "60"],
    ["plan", "squat"],
    ["verdict"],
    ["status"],
]
WRITING = [
    ["import", "{hevy}"],
    ["log", "squat 100x5"],
    ["backup"],
    ["restore"],
    ["exercises", "squat", "--setting", "rest=60"],
    ["routine", "Push A", "--new"],
    ["block", "deload"],
    ["alerts", "--note", "stall"],
]


@pytest.fixture
def held(befit, root):
    """The folder while another Befit writes to it."""
    befit("log", "squat 100x5@2")
    store = Store(root, clock=lambda: MONDAY)
    yield root
    store.close()


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_reading_works_beside_another_befit(befit, held, hevy, words):
    before = contents(held)
    ran = befit(*(word.replace("{hevy}", str(hevy)) for word in words))
    assert (ran.code, ran.err) == (0, "")
    assert contents(held) == before


@pytest.mark.parametrize("words", WRITING, ids=lambda words: words[0])
def test_writing_is_refused_beside_another_befit(befit, held, hevy, words):
    before = contents(held)
    ran = befit(*(word.replace("{hevy}", str(hevy)) for word in words))
    assert (ran.code, ran.out) == (1, "")
    assert "Another Befit" in ran.err
    assert contents(held) == before


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_reading_makes_no_folder(befit, root, hevy, words):
    ran = befit(*(word.replace("{hevy}", str(hevy)) for word in words))
    assert ran.code == 0
    assert not root.exists()

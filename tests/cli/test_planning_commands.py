"""Routines, training maxes, blocks and plates without the screen."""

from contextlib import closing

import pytest
from builders import MONDAY

from befit_tui.catalog.programmes import programmes
from befit_tui.store.store import Store

LINES = ("bench 3x6-8@1-3 r180", "squat 5/3/1 tm=100 +5kg/cycle", "plank 3x45s")


@pytest.fixture
def own(befit):
    """``befit`` with a routine of three lines."""
    befit("routine", "My", "day", "--new", *(f"--set={line}" for line in LINES))
    return befit


def lines(befit, *words):
    ran = befit("routine", "my day", *words)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.splitlines()[1:]


def test_a_routine_is_said_by_its_lines_and_training_maxes(own):
    assert lines(own) == [
        "1=Bench Press (Barbell) 3x6-8@1-3 r180",
        "2=Squat (Barbell) 5/3/1 tm=100kg +5kg/cycle",
        "3=Plank 3x45s",
        "Training max of Squat (Barbell): 100 kg, set to 100 kg on Mon 2 Nov 2026.",
    ]
    listed = own("routine").out
    assert "My day: next, week 1 of 4, not done yet, 3 exercises." in listed
    assert all(one.name in listed for one in programmes())


def test_a_programme_is_taken_over_from_a_file(befit, tmp_path):
    script = tmp_path / "mine.txt"
    script.write_text("# Week 1\n## Day 1\nSquat / 3x8\nGlomp Press / 3x8\n", "utf-8")
    ran = befit("routine", "--take", script)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Left out: Glomp Press: no exercise of that name")
    assert "mine Day 1: next, not done yet, 1 exercise." in ran.out


CHANGES = [
    (
        ("--move", "plank=1", "--superset", "1", "--note", "bench=belt"),
        [
            "1=Plank",
            "  in superset 1",
            "2=Bench",
            "  in superset 1",
            "  note: belt",
            "3=Squat",
        ],
    ),
    (("--set", "plank 2x60s"), ["1=Bench", "2=Squat", "3=Plank 2x1:00"]),
    (("--set", "3=hammer curl 3x10"), ["1=Bench", "2=Squat", "3=Hammer Curl"]),
    (("--set", "curl 3x12"), ["1=Bench", "2=Squat", "3=Plank", "4=Bicep Curl"]),
    (("--remove", "bench"), ["1=Squat", "2=Plank"]),
    (("--remove", "3", "--remove", "1"), ["1=Squat"]),
    (
        ("--set", "2=squat 5/3/1 tm=110"),
        ["1=B", "2=Squat (Barbell) 5/3/1 tm=110", "3=P"],
    ),
]


@pytest.mark.parametrize(("words", "begin"), CHANGES)
def test_a_line_is_set_or_removed_as_one_step_of_undo(own, root, words, begin):
    before = lines(own)
    said = [line for line in lines(own, *words) if not line.startswith("Training")]
    for line, start in zip(said, begin, strict=True):
        assert line.startswith(start)
    with closing(Store(root, clock=lambda: MONDAY)) as store:
        store.undo()
    assert lines(own) == before


REFUSED = [
    ("my day --remove 7", "has no line 7; it has 3."),
    ("my day --remove deadlift", "is not in My day."),
    ("my day --set curl", "Type an exercise and its plan"),
    ("my day --new", "There is a routine called my day already."),
    ("nothing --set x", "There is no routine 'nothing'; there are My day."),
    ("--take nothing", "There is no programme 'nothing'; there are"),
    ("--take lp", "'lp' may be GreySkull LP; nSuns LP: type more of the name."),
    ("--delete", "Say which routine"),
    ("my day --delete --new", "--delete and --take each go alone"),
    ("my day --delete --set curl", "--delete and --take each go alone"),
    ("--take gzclp --delete", "--delete and --take each go alone"),
    ("my day --take gzclp --rename other", "--delete and --take each go alone"),
    ("my day --move 9=1", "has no line 9; it has 3."),
    ("my day --move 1=9", "has no line 9; it has 3."),
    ("my day --move 1", "Type an exercise or its number, =, and what follows"),
    ("my day --superset 3", "A superset needs an exercise below"),
    ("my day --note belt", "Type an exercise or its number, =, and what follows"),
    ("my day --rename=", "A routine needs a name"),
]


@pytest.mark.parametrize(("words", "why"), REFUSED)
def test_what_cannot_be_changed_is_said_and_nothing_changes(own, words, why):
    before = own("export").out
    ran = own("routine", *words.split())
    assert (ran.code, ran.out) == (1, "")
    assert why in ran.err
    assert own("export").out == before


def test_one_line_that_cannot_be_read_keeps_all_from_changing(own):
    before = lines(own)
    ran = own("routine", "my day", "--set", "curl 3x12", "--set", "squat 5y5")
    assert ran.code == 1
    assert lines(own) == before


def test_a_lift_that_stands_twice_is_changed_by_its_number(befit):
    befit("routine", "day", "--new", "--set", "squat 5x5", "--set", "bench 5x5")
    befit("routine", "day", "--set", "2=squat 3x10")
    assert "lines 1 and 2" in befit("routine", "day", "--remove", "squat").err
    assert "1=Squat (Barbell) 3x10" in befit("routine", "day", "--remove", "1").out


@pytest.mark.parametrize(
    ("words", "begin"),
    [
        ("StrongLifts", "StrongLifts A"),
        ("stronglifts5x5", "StrongLifts A"),
        ("5/3/1", "5/3/1 Press"),
        ("531 boring", "BBB Press"),
        ("push pull", "Push"),
    ],
)
def test_a_programme_is_taken_by_as_much_of_its_name_as_tells_it(befit, words, begin):
    ran = befit("routine", "--take", words)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(begin)


@pytest.mark.parametrize("name", [one.name for one in programmes()])
def test_every_line_of_a_programme_is_read_as_it_is_said(befit, name):
    assert befit("routine", "--take", name).code == 0
    known = befit("export").json["routines"]
    for routine in known:
        said = befit("routine", routine["name"]).out.splitlines()[1:]
        typed = [f"--set={line}" for line in said if line[0].isdigit()]
        assert len(typed) == len(routine["entries"])
        assert befit("routine", routine["name"], *typed).code == 0
    assert befit("export").json["routines"] == known


def test_a_routine_is_called_otherwise_and_put_in_a_folder(own):
    ran = own("routine", "my day", "--rename", "Legs", "--folder", "Mine")
    assert ran.out.startswith("Legs, in Mine:\n1=")
    assert own("routine", "legs", "--folder", "").out.startswith("Legs:\n1=")


def test_a_routine_is_deleted(own):
    assert own("routine", "my day", "--delete").code == 0
    assert own("routine").out.startswith("You have no routines yet.")


def test_blocks_are_planned_moved_and_taken_back(befit):
    assert befit("block").out == "No block is planned.\n"
    planned = befit("block", "strength", "--from", "2026-11-30", "--weeks", "4").out
    assert planned == (
        "Strength from Mon 30 Nov 2026 to Sun 27 Dec 2026,"
        " then a deload to Sun 3 Jan 2027.\n"
    )
    later = "Deload from Mon 4 Jan 2027 to Sun 10 Jan 2027.\n"
    assert befit("block", "later").out == later
    assert befit("block").out == (
        f"Strength from Mon 30 Nov 2026 to Sun 3 Jan 2027.\n{later}"
    )
    assert befit("block", "deload").out == "The deload is taken back.\n"
    assert befit("block", "earlier").out == "No deload is planned.\n"
    assert befit("block", "deload").out.startswith("Deload from Mon 2 Nov")
    assert befit("block", "later").out == (
        "The deload has begun: it cannot be moved, only taken back.\n"
    )
    assert befit("block", "later", "--weeks", "2").code == 1
    assert befit("block", "--weeks", "2").code == 1


def test_a_block_says_which_deload_it_takes_the_place_of(befit):
    befit("block", "deload", "--from", "2026-11-09")
    said = befit("block", "strength", "--weeks", "3").out
    place = "in the place of deload from Mon 9 Nov 2026 to Sun 15 Nov 2026"
    assert place in said


def test_no_phase_takes_away_what_is_to_come_and_cuts_what_holds(befit):
    befit("block", "deload", "--from", "2026-11-09")
    taken = "Taken away: Deload from Mon 9 Nov 2026 to Sun 15 Nov 2026.\n"
    assert befit("block", "none").out == taken
    assert befit("block").out == "No block is planned.\n"
    assert befit("block", "none").out == "Nothing is planned.\n"
    befit("block", "strength", "--from", "2026-10-26", "--weeks", "3")
    cut = (
        "No phase from Mon 2 Nov 2026 to Sun 22 Nov 2026;"
        " in the place of deload from Mon 16 Nov 2026 to Sun 22 Nov 2026.\n"
    )
    assert befit("block", "none").out == cut
    past = "Past: Strength from Mon 26 Oct 2026 to Sun 1 Nov 2026.\n"
    assert befit("block").out == f"No block is planned.\n{past}"
    for _ in range(2):  # the same deload again is still one
        befit("block", "deload", "--from", "2026-11-09")
    assert befit("block").out == (
        f"Deload from Mon 9 Nov 2026 to Sun 15 Nov 2026.\n{past}"
    )


PLATES = [
    ("102.5", "102.5 kg: bar 20 kg, each side 25 + 15 + 1.25.\n", 0),
    ("20", "20 kg: bar 20 kg, each side no plates.\n", 0),
    ("60 80", "each side 20 + 10; from the set before on 10.\n", 0),
    ("101", "101 kg cannot be loaded: nearest 100 or 102.5.\n", 1),
    ("135 --unit lb", "135 lb: bar 45 lb, each side 45.\n", 0),
    ("60 --for squat", "60 kg: bar 20 kg, each side 20.\n", 0),
]


@pytest.mark.parametrize(("words", "said", "code"), PLATES)
def test_plates_of_a_load(befit, words, said, code):
    ran = befit("plates", *words.split())
    assert (ran.code, ran.err) == (code, "")
    assert ran.out.endswith(said)


def test_a_lift_without_a_bar_has_no_plates(befit):
    ran = befit("plates", "20", "--for", "pull up")
    assert (ran.code, ran.err) == (1, "befit: Pull Up is done without plates.\n")

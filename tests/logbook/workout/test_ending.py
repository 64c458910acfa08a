"""The end of a workout: one proud line, every fact against something."""

import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, workout

from befit_tui.analysis.alerts import Thresholds
from befit_tui.analysis.meter.calibration import Check
from befit_tui.analysis.planning.targets import TargetZone
from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.errors import StoreError
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End
from befit_tui.domain.workout import SetTarget, Target, Workout
from befit_tui.logbook.alert_cache import AlertCache
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.workout.finish.page import page_parts, spoken, summary_text
from befit_tui.logbook.workout.finish.picture import picture, save_picture
from befit_tui.logbook.workout.finish.summary import (
    Summary,
    call_words,
    set_sign,
    summarise,
)
from befit_tui.logbook.workout.rows import SetRow, build_rows

CATALOG = load_catalog()
TWICE_A_WEEK = [day + 7 * week for week in range(4) for day in (0, 3)]


def summary(
    now: Workout,
    *past: Workout,
    saved: str = "",
    following: str = "",
    unit: Unit = Unit.KG,
) -> Summary:
    history = History(past)
    cache = AlertCache(history, CATALOG.get, Thresholds())
    lifts = Lifts(history, CATALOG, lambda: cache)
    rows = build_rows(now, lifts)
    sets = tuple(row for row in rows if isinstance(row, SetRow))
    found = summarise(now, lifts, sets, unit, following=following)
    return replace(found, saved=saved)


def parts(found: Summary, width: int = 100) -> dict[str, str]:
    return {
        part.title: "\n".join("".join(t for t, _ in line) for line in part.lines)
        for part in page_parts(found, width)
    }


def curls(day: int) -> Workout:
    sets = [done(30, 10, left=left, id=f"c{day}-{left}") for left in (2, 1, 0)]
    return workout(entry("bicep-curl-barbell", *sets), day=day)


def bench(
    day: int, *sets: tuple[float, int, float | None], **fields: object
) -> Workout:
    made = [
        done(load, reps, left=left, id=f"b{day}-{place}")
        for place, (load, reps, left) in enumerate(sets)
    ]
    return workout(entry("bench-press-barbell", *made), day=day, name="Push", **fields)


BEFORE = bench(0, (80, 7, 1), (80, 6, 1)), bench(7, (80, 7, 1), (75, 8, 1))


@pytest.mark.parametrize(
    ("sets", "figure", "words", "detail"),
    [
        (
            [(80, 8, 1)], "80×8", "Your strongest Bench Press (Barbell) in this log.",
            "80 kg × 8 beats 80 kg × 7 of 9 Nov, 1 rep more, with 1 still left.",
        ),
        (
            [(82.5, 3, None)], "82.5×3",
            "Your heaviest Bench Press (Barbell) in this log.",
            "82.5 kg × 3 beats 80 kg × 7 of 9 Nov.",
        ),
        (
            [(75, 9, None)], "75×9", "Your best Bench Press (Barbell) at this load.",
            "75 kg × 9 beats 75 kg × 8 of 9 Nov, 1 rep more.",
        ),
        (
            [(70, 6, 2), (70, 6, 2), (70, 6, 1)], "3",
            "of 3 rated sets ended where they were meant to.", "",
        ),
        ([(70, 6, None), (70, 5, None)], "2", "sets done.", ""),
        ([(70, 6, None)], "1", "set done.", ""),
    ],
)  # fmt: skip
def test_one_line_is_chosen_to_be_proud_of(sets, figure, words, detail):
    proud = summary(bench(14, *sets), *BEFORE).proud
    assert (proud.figure, proud.words, proud.detail) == (figure, words, detail)


def test_what_is_read_aloud_is_a_sentence_whatever_it_begins_with():
    counted = list(spoken(summary(bench(14, (70, 6, None)), *BEFORE)))
    record = list(spoken(summary(bench(14, (80, 8, 1)), *BEFORE)))
    nothing = list(spoken(summary(bench(14), *BEFORE)))
    assert counted[1] == "1 set done."
    assert nothing[1] == "0 working sets done."
    assert record[1].startswith("80×8: Your strongest Bench Press")


def test_records_say_what_they_beat_and_when():
    found = summary(bench(14, (80, 8, 1), (80, 9, 0)), *BEFORE)
    assert [(one.figure, one.beats) for one in found.records] == [
        ("80 kg × 9", "beats 80 kg × 7 of 9 Nov, 2 reps more"),
        (found.records[1].figure, found.records[1].beats),
    ]
    assert found.records[1].figure.startswith("1RM ")
    assert found.records[1].beats.endswith("of 9 Nov, estimated")


def test_records_and_what_they_beat_are_said_in_one_unit():
    found = summary(bench(14, (80, 9, 0)), *BEFORE, unit=Unit.LB)
    assert [(one.figure, one.beats) for one in found.records] == [
        ("176.37 lb × 9", "beats 176.37 lb × 7 of 9 Nov, 2 reps more"),
        ("1RM 229.3 lb", "beats 223.4 of 9 Nov, estimated"),
    ]


def test_the_first_session_of_a_lift_makes_no_records():
    found = summary(bench(14, (80, 8, 1)))
    assert found.records == ()
    assert "Records" not in parts(found)


@pytest.mark.parametrize(
    ("past", "said"),
    [
        (BEFORE, ["1,280 kg  +10%", "1,160 kg  Mon 9 Nov 2026"]),
        ((), ["1,280 kg"]),
        # Another name is another workout, whatever its lifts.
        ((replace(BEFORE[0], name="Legs"),), ["1,280 kg"]),
    ],
)
def test_tonnage_stands_against_the_last_of_its_name(past, said):
    lines = parts(summary(bench(14, (80, 8, 2), (80, 8, 2)), *past))["Load × reps"]
    assert len(lines.splitlines()) == len(said)
    for line, words in zip(lines.splitlines(), said, strict=True):
        assert line.endswith(words)


def test_what_is_left_of_a_plan_makes_no_smaller_tonnage():
    now = bench(14, (80, 8, 2))
    [lift] = now.entries
    planned = replace(lift, target=Target(sets=(SetTarget(),) * 3))
    found = summary(replace(now, entries=(planned,)), *BEFORE)
    assert (found.tonnage.today, found.tonnage.before) == (640, 0)


def test_a_workout_without_a_name_is_compared_with_one_of_the_same_lifts():
    past = [replace(one, name="") for one in BEFORE]
    found = summary(replace(bench(14, (80, 8, 2)), name=""), *past, curls(9))
    assert found.tonnage.last == "Mon 9 Nov 2026"


def test_no_load_no_tonnage():
    plank = workout(entry("plank", done(None, None, seconds=60.0)), day=3)
    assert "Load × reps" not in parts(summary(plank))


@pytest.mark.parametrize(
    ("left", "end", "zone", "sign"),
    [
        (2, None, (1, 3), "✓"), (0.5, None, (1, 3), "▲"), (5, None, (1, 3), "▼"),
        (None, None, (1, 3), "·"), (0, End.TECHNICAL, (1, 3), "▲"),
        (0, End.TECHNICAL, (0, 2), "●"), (None, End.MOMENTARY, (0, 1), "●"),
        (0, None, (0, 2), "●"), (0, None, (1, 3), "▲"),
    ],
)  # fmt: skip
def test_the_sign_of_a_set_and_failure_that_was_planned_is_no_fault(
    left, end, zone, sign
):
    now = workout(entry("bicep-curl-cable", done(30, 10, left=left, end=end)))
    history = History()
    cache = AlertCache(history, CATALOG.get, Thresholds())
    rows = build_rows(now, Lifts(history, CATALOG, lambda: cache))
    row = next(row for row in rows if isinstance(row, SetRow))
    planned = replace(row.planned, zone=TargetZone(*zone))
    assert set_sign(replace(row, planned=planned)) == sign


def test_the_strip_reads_in_the_order_of_the_workout_by_lift():
    now = workout(
        entry("bench-press-barbell", done(80, 8, left=3), done(80, 8, left=3)),
        entry("bicep-curl-cable", done(30, 10, end=End.TECHNICAL)),
    )
    found = summary(now)
    assert [name for name, _ in found.strips] == ["Bench Press", "Bicep Curl"]
    above, below, *_ = parts(found)["Sets in target"].splitlines()
    assert above.index("▲") == below.index("Bicep Curl")
    narrow = parts(found, 14)["Sets in target"].splitlines()
    assert narrow[1].strip() == "Bench Press"
    assert narrow[3].strip() == "Bicep Curl"


@pytest.mark.parametrize(
    ("failures", "said"),
    [
        (0, "○ ○  none of 2 used."),
        (1, "● ○  1 of 2 used: Bicep Curl set 1 not planned."),
        (3, "● ● ●  3 of 2 used: " + ", ".join(
            f"Bicep Curl set {n} not planned" for n in (1, 2, 3)) + "."),
    ],
)  # fmt: skip
def test_the_budget_says_what_it_was_used_for(failures, said):
    sets = [
        done(30, 10, id=f"c{n}", end=End.TECHNICAL if n < failures else End.STOPPED)
        for n in range(4)
    ]
    now = workout(entry("bicep-curl-cable", *sets))
    assert parts(summary(now))["Failure budget"] == said


@pytest.mark.parametrize(
    ("calls", "said"),
    [
        ([(1, 1), (2, 2)], "2 of 2 exact, all within one rep."),
        ([(1, 2), (1, 2), (0, 0)],
         "1 of 3 exact, all within one rep. There were 0.7 reps more than you called."),
        ([(3, 1), (1, 1)],
         "1 of 2 exact, 1 within one rep. There was 1 rep fewer than you called."),
    ],
)  # fmt: skip
def test_calls_are_compared_with_what_the_next_set_showed(calls, said):
    checks = [Check(called, actual) for called, actual in calls]
    assert call_words(checks) == said


def test_what_comes_next_and_when():
    past = [bench(day, (80, 7, 1)) for day in (0, 4, 7, 11)]
    found = summary(bench(14, (80, 8, 1)), *past, following="Pull")
    # Gaps of 3, 4, 3 and 4 days.
    assert found.next_title == "Pull is next. Push again, about Fri 20 Nov 2026"
    assert summary(bench(14, (80, 8, 1)), past[0]).next_title == "Push again"


@pytest.mark.parametrize(
    ("now", "before", "last"),
    [
        (31, [*TWICE_A_WEEK, 28], True),
        (28, TWICE_A_WEEK, False),
        (0, [], False),
    ],
    ids=["the second of two", "the first of two", "the first ever"],
)
def test_the_last_workout_of_a_week_says_whether_it_pays(now, before, last) -> None:
    found = parts(summary(curls(now), *map(curls, before)))
    assert ("These weeks" in found) is last
    if last:
        assert "10 of 30 sets went to failure (33%)" in found["These weeks"]


def test_the_text_holds_what_the_page_does():
    text = summary_text(summary(bench(14, (80, 8, 1)), *BEFORE, saved="On disk."))
    assert text.startswith("Push · Mon 16 Nov 2026 · 1:00\n\n80×8  Your strongest")
    for title in (
        "Records",
        "Load × reps",
        "Sets in target",
        "Failure budget",
        "Next time",
    ):
        assert f"\n{title}\n" in text
    assert text.endswith("Saved\n  On disk.\n")
    assert all(line == line.rstrip() for line in text.splitlines())


def test_the_picture_is_sound_and_takes_names_as_they_are(tmp_path):
    now = replace(bench(14, (80, 8, 1)), name='<Push> & "Pull"\x1b[31m')
    found = summary(now, *BEFORE)
    root = ET.fromstring(picture(found))
    said = "".join(root.itertext())
    assert '<Push> & "Pull"' in said
    assert "\x1b" not in said
    assert "80×8" in said
    assert "href" not in picture(found)
    path = save_picture(found, now, tmp_path)
    assert path == tmp_path / "pictures" / "befit-2026-11-16-push-pull-31m.svg"
    assert path.read_text(encoding="utf-8") == picture(found)


def test_a_disk_that_refuses_is_one_sentence(tmp_path):
    (tmp_path / "pictures").write_text("no folder")
    now = bench(14, (80, 8, 1))
    with pytest.raises(StoreError, match="cannot be written"):
        save_picture(summary(now), now, tmp_path)


def test_the_day_named_is_after_the_workout():
    past = [bench(day, (80, 7, 1)) for day in range(0, 12, 2)]
    found = summary(bench(14, (80, 8, 1)), *past)
    assert (MONDAY + timedelta(days=16)).strftime("%d") in found.next_title

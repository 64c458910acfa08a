"""What holds for every alert, whatever the log."""

import ast
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import done, entry, kg, workout
from hypothesis import given, settings
from hypothesis import strategies as st
from lifts import BENCH, CURL, DEADLIFT, PULL_UP, SQUAT, lift

import befit_tui.analysis
from befit_tui.analysis.alerts import Evidence, Severity, Thresholds
from befit_tui.analysis.alerts.judging import check
from befit_tui.analysis.alerts.result import CODES
from befit_tui.domain.history import History
from befit_tui.domain.vocabulary import End, Form, Phase

BANNED = ("overtrain", "injur", "junk")
SOURCES = sorted(Path(befit_tui.analysis.__file__).parent.rglob("*.py"))

SETS = st.builds(
    done,
    st.sampled_from([60, 80, 100, 140]),
    st.integers(0, 15),
    left=st.sampled_from([None, 0, 1, 2, 4]),
    end=st.sampled_from([None, *End]),
    form=st.sampled_from([None, *Form]),
    id=st.uuids().map(str),
)
ENTRIES = st.builds(
    lambda exercise, sets: entry(exercise.id, *sets),
    st.sampled_from([BENCH, SQUAT, DEADLIFT, CURL, PULL_UP]),
    st.lists(SETS, max_size=4),
)
LOGS = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.lists(ENTRIES, max_size=3),
        st.sampled_from([None, Phase.DELOAD]),
    ),
    max_size=14,
    unique_by=lambda one: one[0],
)


def history_of(log) -> History:
    return History(
        workout(*entries, day=day, phase=phase, bodyweight=kg(80))
        for day, entries, phase in log
    )


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_no_string_of_the_analysis_frightens(source: Path) -> None:
    words = [
        node.value.lower()
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert not [text for text in words for word in BANNED if word in text]


@given(LOGS, st.integers(0, 70))
@settings(max_examples=120)
def test_alerts_have_evidence_a_known_code_and_a_day_that_has_come(log, days) -> None:
    as_of = date(2026, 11, 2) + timedelta(days=days)
    assessment = check(history_of(log), lift, as_of=as_of)
    for alert in assessment.alerts:
        assert alert.evidence
        assert alert.code in CODES
        assert alert.first_raised <= as_of
        assert all(one.when <= as_of for one in alert.evidence)
        assert alert.title
        assert alert.advice.endswith(".")
    told = [(alert.code, alert.subject) for alert in assessment.alerts]
    assert len(told) == len(set(told))
    ranks = [alert.severity.rank for alert in assessment.alerts]
    assert ranks == sorted(ranks)


@given(LOGS, st.integers(0, 60))
@settings(max_examples=60)
def test_the_state_of_a_day_ignores_what_came_after(log, days) -> None:
    as_of = date(2026, 11, 2) + timedelta(days=days)
    whole = check(history_of(log), lift, as_of=as_of)
    until = check(history_of([one for one in log if one[0] <= days]), lift, as_of=as_of)
    assert whole == until


def test_an_empty_log_says_nothing() -> None:
    assessment = check(History(), lift, as_of=date(2026, 11, 2))
    assert (assessment.alerts, assessment.not_assessable) == ((), ())


def test_thresholds_can_be_changed() -> None:
    log = [workout(entry(CURL.id, done(15, 12, left=0)))]
    strict = Thresholds(failure_budget=0)
    day = date(2026, 11, 2)
    assert check(History(log), lift, as_of=day).alerts == ()
    (alert,) = check(History(log), lift, as_of=day, thresholds=strict).alerts
    assert (alert.code, alert.severity) == ("failure-budget", Severity.NOTE)


def test_evidence_reads_as_a_number_with_its_usual_and_its_limit() -> None:
    day = date(2026, 11, 2)
    best = Evidence(
        what="best est. 1RM", value=91.2, unit="kg", when=day, usual=99.8, threshold=95
    )
    less = Evidence(what="eating less than usual", value=1, unit="", when=day)
    assert best.words == "best est. 1RM: 91.2 kg, usual 99.8, limit 95"
    assert less.words == "eating less than usual: 1"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1, "sets", "n: 1 set"), (2, "sets", "n: 2 sets"), (0, "reps", "n: 0 reps"),
        (1, "weeks", "n: 1 week"), (1, "s", "n: 1 s"), (1, "kg", "n: 1 kg"),
    ],
)  # fmt: skip
def test_evidence_of_one_thing_is_no_plural(value, unit, words) -> None:
    found = Evidence(what="n", value=value, unit=unit, when=date(2026, 11, 2))
    assert found.words == words

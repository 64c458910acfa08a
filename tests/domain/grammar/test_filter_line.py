"""What is typed to find workouts, what it means and why it is refused."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from befit_tui.domain.errors import FilterError
from befit_tui.domain.grammar.filter_line import (
    COMPARED,
    DAYS,
    LOOKS_LIKE_KEY,
    MARKS,
    NUMBERS,
    Days,
    Key,
    Term,
    complete,
    days_of,
    parse_filter,
)
from befit_tui.domain.load import number
from befit_tui.domain.vocabulary import Form, Phase

KNOWN = "there are left, reps, kg, lb, form, is, muscle, phase, after, before, on"
A_DAY = (
    "After before: comes a day, a month or a year, as in before:2025-06-03, "
    "before:2025-06 or before:2025."
)
MUSCLES = ("chest", "lower-back", "quads")
JUNE = Days(date(2025, 6, 1), date(2025, 6, 30))


def read(line):
    return parse_filter(line, MUSCLES)


def word(text, **fields):
    return Term(Key.WORD, text, **fields)


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("", ()),
        ("  ", ()),
        ("Bench PRESS", (word("bench"), word("press"))),
        ('"leg press" push', (word("leg press"), word("push"))),
        ('"leg pre', (word("leg pre"),)),
        ("-squat", (word("squat", negated=True),)),
        ("not:squat", (word("squat", negated=True),)),
        ('-"leg press"', (word("leg press", negated=True),)),
        ('"left<1"', (word("left<1"),)),
        ("5x5 [red]", (word("5x5"), word("[red]"))),
        ("left<1", (Term(Key.LEFT, 1.0, "<"),)),
        ("rir<=1.5", (Term(Key.LEFT, 1.5, "<="),)),
        ("left<1,5", (Term(Key.LEFT, 1.5, "<"),)),
        ("left:0", (Term(Key.LEFT, 0.0, "="),)),
        ("reps>=12", (Term(Key.REPS, 12.0, ">="),)),
        ("kg>100 lb=225", (Term(Key.KG, 100.0, ">"), Term(Key.LB, 225.0, "="))),
        ("lbs>225", (Term(Key.LB, 225.0, ">"),)),
        ("is:failure IS:PR", (Term(Key.IS, "failure"), Term(Key.IS, "pr"))),
        ("form:broke", (Term(Key.FORM, "broke"),)),
        ("muscle:lower-back", (Term(Key.MUSCLE, "lower-back"),)),
        ("phase=deload", (Term(Key.PHASE, "deload"),)),
        ("not:is:failure", (Term(Key.IS, "failure", negated=True),)),
        ("-left<1", (Term(Key.LEFT, 1.0, "<", negated=True),)),
        ("after:2025-06", (Term(Key.AFTER, JUNE),)),
        ("before:2025", (Term(Key.BEFORE, days_of(2025)),)),
        ("on:2025-06-03", (Term(Key.ON, days_of(2025, 6, 3)),)),
        (
            "bench left<1 after:2025-06",
            (word("bench"), Term(Key.LEFT, 1.0, "<"), Term(Key.AFTER, JUNE)),
        ),
    ],
)
def test_a_line_is_read(line, terms):
    assert read(line) == terms


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("weight>100", f"weight is no key; {KNOWN}; or put it in quotes."),
        ("bench:", f"bench is no key; {KNOWN}; or put it in quotes."),
        ("left<", "After left comes a number, as in left<1."),
        ("rir<one", "After left comes a number, as in left<1."),
        ("reps>=1e3", "After reps comes a number, as in reps>=12."),
        ("kg>-5", "After kg comes a number, as in kg>100."),
        ("is:hard", "After is: comes failure or pr."),
        ("form:", "After form: comes intact, slipped or broke."),
        ("phase:bulk", "After phase: comes hypertrophy, strength or deload."),
        ("muscle:thigh", "After muscle: comes chest, lower-back or quads."),
        ("form>broke", "form is followed by a colon, as in form:intact."),
        ("after>2025", "after is followed by a colon, as in after:2025-06."),
        ("on:2025-02-30", "There is no 2025-02-30 in the calendar."),
        ("on:2025-13", "There is no 2025-13 in the calendar."),
        ("on:2025-00", "There is no 2025-00 in the calendar."),
        ("on:0000", "There is no 0000 in the calendar."),
        ("before:june", A_DAY),
        ("-", "A minus turns what follows round, as in -squat."),
        ("bench not:", "A minus turns what follows round, as in -squat."),
        ('""', 'Between quotes stands a phrase, as in "leg press".'),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_sentence(line, sentence):
    with pytest.raises(FilterError) as refused:
        read(line)
    assert str(refused.value) == sentence


dates = st.dates(date(1990, 1, 1), date(2060, 12, 31))
spans = st.one_of(
    dates.map(lambda day: days_of(day.year)),
    dates.map(lambda day: days_of(day.year, day.month)),
    dates.map(lambda day: days_of(day.year, day.month, day.day)),
)
hundredths = st.integers(0, 99_999).map(lambda number: number / 100)
texts = st.text("aeimß:<-=. né[]5", min_size=1, max_size=9)
terms = st.one_of(
    st.builds(
        Term, st.sampled_from(NUMBERS), hundredths, st.sampled_from(sorted(COMPARED)),
        st.booleans(),
    ),
    st.builds(
        Term, st.just(Key.WORD), texts.map(str.casefold).filter(str.strip),
        negated=st.booleans(),
    ),
    st.builds(Term, st.sampled_from(DAYS), spans, negated=st.booleans()),
    *(
        st.builds(Term, st.just(key), st.sampled_from(known), negated=st.booleans())
        for key, known in (
            (Key.IS, MARKS), (Key.FORM, sorted(Form)), (Key.PHASE, sorted(Phase)),
            (Key.MUSCLE, MUSCLES),
        )
    ),
)  # fmt: skip


def written(terms):
    """A line that means ``terms``."""
    return " ".join(map(_written, terms))


def _written(term):
    sign, value = "-" if term.negated else "", term.value
    if isinstance(value, float):
        return f"{sign}{term.key}{term.sign}{number(value)}"
    if isinstance(value, Days):
        same_month = value.first.month == value.last.month
        kept = 10 if value.first == value.last else 7 if same_month else 4
        return f"{sign}{term.key}:{value.first.isoformat()[:kept]}"
    bare = not re.search(r"\s", value) and not LOOKS_LIKE_KEY.match(value)
    text = value if bare else f'"{value}"'
    return f"{sign}{text}" if term.key is Key.WORD else f"{sign}{term.key}:{text}"


@settings(max_examples=200)
@given(st.lists(terms, max_size=4).map(tuple))
def test_what_is_written_is_read_back(filter_):
    assert read(written(filter_)) == filter_


@settings(max_examples=200)
@given(st.text(max_size=20))
def test_any_text_is_read_or_refused_in_a_sentence(line):
    try:
        found = written(read(line))
    except FilterError as refused:
        found = str(refused)
    assert found.endswith(".") or read(found) == read(line)


NAMES = ("Bench Press (Barbell)", "Squat (Barbell)", "Leg Press")


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("", None),
        ("bench ", None),
        ("l", "left<"),
        ("-i", "-is:"),
        ("ben", "bench Press (Barbell)"),
        ("bench pr", "bench press (Barbell)"),
        ("left<1 leg p", "left<1 leg press"),
        ("push -squ", "push -squat (Barbell)"),
        ("is:", "is:failure"),
        ("is:p", "is:pr"),
        ("not:form:b", "not:form:broke"),
        ("phase:d", "phase:deload"),
        ("muscle:lo", "muscle:lower-back"),
        ("muscle:chest", None),
        ("left<", None),
        ("zzz", None),
    ],
)
def test_the_line_is_completed(typed, whole):
    found = complete(typed, NAMES, MUSCLES)
    assert found == whole


@given(st.text(st.sampled_from("ab:<-not \u3000\u2003\u00a0\t\n\u0345İ")))
def test_any_text_may_be_typed_or_pasted(text):
    found = complete(text, NAMES, MUSCLES)
    assert found is None or found.startswith(text)

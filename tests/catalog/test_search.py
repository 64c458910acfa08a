import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_tui.catalog.catalog import Catalog, Label, load_catalog
from befit_tui.catalog.muscles import SOUGHT_BY
from befit_tui.catalog.search import (
    COMMON,
    PLACE,
    matched,
    search,
    sought,
)
from befit_tui.catalog.word_index import slips_between
from befit_tui.domain.exercise import Exercise

CATALOG = load_catalog()


def first(query: str, **options: object) -> str:
    found = search(CATALOG, query, **options)  # type: ignore[arg-type]
    return found[0].exercise.id if found else ""


@pytest.mark.parametrize(
    ("typed", "exercise"),
    [
        ("bench press", "bench-press-barbell"),
        ("incl db press", "incline-bench-press-dumbbell"),
        ("press db incl", "incline-bench-press-dumbbell"),
        ("bb bench", "bench-press-barbell"),
        ("rdl", "romanian-deadlift-barbell"),
        ("rdl db", "romanian-deadlift-dumbbell"),
        ("ohp", "overhead-press-barbell"),
        ("bp", "bench-press-barbell"),
        ("pull u", "pull-up"),
        ("pullu", "pull-up"),
        ("pull-ups", "pull-up"),
        ("bulg smith", "bulgarian-split-squat-smith-machine"),
        ("SKUL", "skullcrusher-ez-bar"),
        ("t bar", "t-bar-row-barbell"),
        ("de", "deadlift-barbell"),
        ("leg ext", "leg-extension-machine"),
    ],
)
def test_a_few_letters_find_the_lift(typed: str, exercise: str) -> None:
    assert first(typed) == exercise


@pytest.mark.parametrize(
    ("typed", "exercise"),
    [
        ("curl ham", "hammer-curl-dumbbell"),
        ("curl ham", "lying-leg-curl-machine"),
        ("press chest", "chest-press-machine"),
        ("delt fly", "reverse-fly-machine"),
    ],
)
def test_words_in_any_order_list_every_meaning(typed: str, exercise: str) -> None:
    assert exercise in [match.exercise.id for match in search(CATALOG, typed)]


@pytest.mark.parametrize(
    ("typed", "exercise"),
    [
        ("romainan", "romanian-deadlift-barbell"),
        ("romai", "romanian-deadlift-barbell"),
        ("dedlift", "deadlift-barbell"),
        ("sqaut", "squat-barbell"),
        ("bench pres dumbel", "bench-press-dumbbell"),
        ("nench press", "bench-press-barbell"),
        ("benhc", "bench-press-barbell"),
        ("puldown", "lat-pulldown-cable"),
        ("lat rasie", "lateral-raise-dumbbell"),
        ("lateral riase cabel", "lateral-raise-cable"),
        ("incine db", "incline-bench-press-dumbbell"),
        ("tricpes", "triceps-pushdown-cable"),
        ("shouldr press", "shoulder-press-machine"),
        ("qauds machine", "leg-press-machine"),
    ],
)
def test_a_misspelt_word_is_forgiven(typed: str, exercise: str) -> None:
    assert exercise in [match.exercise.id for match in search(CATALOG, typed)][:4]


@pytest.mark.parametrize("lift", COMMON)
def test_every_common_lift_is_found_without_blanks_with_hyphens_and_with_a_slip(
    lift: str,
) -> None:
    name = CATALOG.get(lift).name.partition(" (")[0]
    glued, hyphens = name.replace(" ", ""), name.replace(" ", "-")
    longest = max(name.split(), key=len)
    slip = name.replace(longest, f"{longest[:2]}{longest[3:1:-1]}{longest[4:]}")
    for typed in (glued, glued.lower(), hyphens, slip, slip.replace(" ", "")):
        found = [label.exercise.name for label in search(CATALOG, typed)[:4]]
        assert any(name in one for one in found), (typed, found)


@pytest.mark.parametrize(
    ("typed", "exercise"),
    [
        ("benchpr", "bench-press-barbell"),
        ("benchpress", "bench-press-barbell"),
        ("legpress", "leg-press-machine"),
        ("db benchpress", "bench-press-dumbbell"),
        ("dbcurl", "bicep-curl-dumbbell"),
        ("bencpress", "bench-press-barbell"),
        ("legextention", "leg-extension-machine"),
        ("bulgariansplitsqaut", "bulgarian-split-squat-dumbbell"),
    ],
)
def test_words_written_as_one_are_set_apart(typed: str, exercise: str) -> None:
    assert first(typed) == exercise
    name = CATALOG.get(exercise).name
    marked = matched(name, sought(CATALOG, typed))
    assert len(marked) > 1


def test_a_name_that_has_the_words_comes_before_a_lift_done_lately() -> None:
    recent = ("row-single-arm-dumbbell", "standing-calf-raise-machine")
    for typed, first in (
        ("bnech", "bench-press-barbell"),
        ("leg etxension", "leg-extension-machine"),
        ("calf", "standing-calf-raise-machine"),
    ):
        assert search(CATALOG, typed, recent=recent)[0].exercise.id == first, typed


@pytest.mark.parametrize(
    ("typed", "exercise", "not_among"),
    [
        ("quads machine", "leg-press-machine", "squat-barbell"),
        ("machine quads", "leg-press-machine", "squat-barbell"),
        ("biceps cable", "bicep-curl-cable", "bicep-curl-barbell"),
        ("cable chest", "chest-fly-cable", "bench-press-barbell"),
        ("shoulders db", "lateral-raise-dumbbell", "overhead-press-barbell"),
        ("back", "lat-pulldown-cable", "leg-press-machine"),
        ("legs", "squat-barbell", "bench-press-barbell"),
        ("abs", "plank", "clamshell"),
        ("upper back", "bent-over-row-barbell", "squat-barbell"),
        # What only helps is looked at where nothing is driven by it.
        ("row biceps", "bent-over-row-barbell", "bicep-curl-barbell"),
        # No lift for the quads is done on a cable.
        ("quads cable", "leg-press-machine", "lat-pulldown-cable"),
        ("quads cabel", "leg-press-machine", "lat-pulldown-cable"),
        ("cabl quads", "leg-press-machine", "lat-pulldown-cable"),
    ],
)
def test_a_muscle_finds_its_lifts(typed: str, exercise: str, not_among: str) -> None:
    found = [match.exercise.id for match in search(CATALOG, typed)]
    assert exercise in found[:8]
    assert not_among not in found


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["bench-press-barbell", "squat-barbell", "deadlift-barbell"]),
        ("press", ["bench-press-barbell", "overhead-press-barbell"]),
        ("chest press", ["chest-press-machine"]),
        ("row", ["bent-over-row-barbell", "seated-row-cable"]),
        ("hip", ["hip-thrust-barbell"]),
        ("dead", ["deadlift-barbell"]),
    ],
)
def test_on_the_first_day_what_most_people_do_comes_first(typed, expected) -> None:
    found = [match.exercise.id for match in search(CATALOG, typed)]
    assert found[: len(expected)] == expected


def test_the_common_lifts_are_in_the_catalogue_once() -> None:
    assert [one for one in COMMON if one not in CATALOG] == []
    assert len(PLACE) == len(COMMON)


def test_every_muscle_is_sought_by_its_name() -> None:
    assert {one for lift in CATALOG for one in lift.primary} == set(SOUGHT_BY)
    assert all(one.replace("-", " ") in said for one, said in SOUGHT_BY.items())


def test_a_swap_asks_for_the_same_muscle_first() -> None:
    bench = CATALOG.get("bench-press-barbell")
    found = search(CATALOG, "", recent=["squat-barbell"], near=bench)
    chest = [CATALOG.get(match.exercise.id).primary for match in found[:20]]
    assert all("chest" in primary for primary in chest)
    typed = search(CATALOG, "press", near=CATALOG.get("arnold-press-dumbbell"))
    assert typed[0].exercise.id == "overhead-press-barbell"


@pytest.mark.parametrize("old", ["seated-row-cable", "bench-press-barbell", "swimming"])
def test_a_swap_offers_the_same_movement_first_and_cardio_only_for_cardio(
    old: str,
) -> None:
    lift = CATALOG.get(old)
    found = [match.exercise for match in search(CATALOG, "", near=lift, limit=999)]
    does_same = [
        one.pattern == lift.pattern and not set(lift.primary).isdisjoint(one.primary)
        for one in found
    ]
    assert does_same == sorted(does_same, reverse=True)
    is_like = [one.is_judged is lift.is_judged for one in found]
    assert is_like == sorted(is_like, reverse=True)


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("press chest", "Incline Chest Press (Machine)", ["Chest", "Press"]),
        ("pres", "Bench Press (Dumbbell)", ["Pres"]),
        ("db", "Bench Press (Dumbbell)", ["Dumbbell"]),
        ("benhc", "Bench Press (Barbell)", ["Bench"]),
        ("rdl", "Romanian Deadlift (Barbell)", ["Romanian", "Deadlift"]),
        ("quad", "quads", ["quad"]),
        ("", "Bench Press (Barbell)", []),
        ("curl", "Bench Press (Barbell)", []),
    ],
)
def test_what_matched_is_marked(typed: str, text: str, marked: list[str]) -> None:
    found = matched(text, sought(CATALOG, typed))
    assert [text[start:end] for start, end in found] == marked


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("bench", "bench", 0),
        ("benhc", "bench", 1),
        ("puldown", "pulldown", 1),
        ("nench", "bench", 1),
        ("romainan", "romanian", 1),
        ("", "abc", 3),
        ("abc", "", 3),
    ],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert slips_between(one, other) == slips_between(other, one) == slips


@pytest.mark.parametrize("typed", ["xqj wvk", "Übung", "asdf", "gymnasium", "x" * 90])
def test_nothing_is_found_for_what_resembles_nothing(typed: str) -> None:
    assert search(CATALOG, typed) == []


def test_the_alias_that_matched_is_named() -> None:
    found = search(CATALOG, "echo bike")[0]
    assert found == Label(CATALOG.get("air-bike"), "Echo Bike")


def test_recent_exercises_come_first_among_equals() -> None:
    recent = ["front-squat-barbell", "leg-press-machine"]
    assert first("press", recent=recent) == "leg-press-machine"
    assert first("", recent=recent) == "front-squat-barbell"
    assert [m.exercise.id for m in search(CATALOG, " ", recent=recent)][:2] == recent


def test_words_of_a_name_beat_words_of_a_muscle_done_lately() -> None:
    recent = ["calf-press-on-leg-press-machine", "back-extension", "reverse-fly-cable"]
    assert first("leg ext", recent=recent) == "leg-extension-machine"
    assert first("ext leg", recent=recent) == "leg-extension-machine"
    assert first("reverse fly", recent=recent) == "reverse-fly-cable"
    assert first("leg p", recent=[*recent, "leg-press-machine"]) == "leg-press-machine"
    assert first("legs", recent=recent[1:]) == "back-extension"


def test_an_exact_name_beats_a_recent_one() -> None:
    assert first("squat", recent=["front-squat-barbell"]) == "squat-barbell"


def test_each_exercise_is_listed_once_up_to_the_limit() -> None:
    assert len(search(CATALOG, "press", limit=5)) == 5
    everything = [match.exercise.id for match in search(CATALOG, "", limit=1000)]
    assert sorted(everything) == sorted(exercise.id for exercise in CATALOG)


def test_own_exercises_are_found() -> None:
    own = Exercise(id="own-barn-lift", name="Barn Lift", aliases=("BL",), own=True)
    found = search(CATALOG.with_own([own]), "lift barn")
    assert found[0] == Label(own)


def test_an_empty_catalogue_finds_nothing() -> None:
    assert search(Catalog(()), "squat") == []


@given(st.text(max_size=12))
def test_any_text_can_be_searched(typed: str) -> None:
    assert all(match.exercise.id in CATALOG for match in search(CATALOG, typed))


def test_what_is_longer_than_any_name_is_not_taken_apart() -> None:
    """300 letters pasted took a second at each key."""
    index = CATALOG.word_index
    assert index.apart("benchpress") == "bench press"
    assert index.apart("db" * 150) == ""

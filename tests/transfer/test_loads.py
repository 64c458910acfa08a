"""Loads come in as they were typed, whatever an app's own conversion made of them."""

import pytest

from befit_tui.domain.load import KG_PER_LB, Load, Unit

HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight{},Reps,Distance,"
    "Seconds,RPE\n"
)


def log_of(loads: list[float], unit: str = "") -> str:
    return HEADER.format(unit) + "".join(
        f"2023-05-01 18:00:05,Push,1h,Plank,{index},{load!r},8,0,0,\n"
        for index, load in enumerate(loads, 1)
    )


def test_pounds_kept_as_kilograms_become_pounds_again(read):
    typed = [5, 22.5, 45, 135, 225]
    log = read(log_of([pounds * KG_PER_LB for pounds in typed], " (kg)"))

    found = [done.load for done in log.workouts[0].sets]
    assert found == [Load(pounds, Unit.LB) for pounds in typed]


def test_kilograms_kept_as_pounds_become_kilograms_again(read):
    typed = [20, 22.5, 59, 82.5]
    log = read(log_of([kilos / KG_PER_LB for kilos in typed]), unit=Unit.LB)

    found = [done.load for done in log.workouts[0].sets]
    assert found == [Load(kilos, Unit.KG) for kilos in typed]


def test_the_raw_load_is_kept_where_it_differs(read):
    log = read(log_of([60, 61.235042773811365, 19.99, 5.7, 80]))

    sets = log.workouts[0].sets
    assert [done.load.value for done in sets] == [60, 61.25, 20, 5.7, 80]
    assert [done.raw_load for done in sets] == [
        None,
        Load(61.235042773811365, Unit.KG),
        Load(19.99, Unit.KG),
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("written", "loads"),
    [
        (("1,080", "90"), ["1080 kg", "90 kg"]),
        (("1.080", "82,5"), ["1080 kg", "82.5 kg"]),
        (("1.080", "90"), ["1080 kg", "90 kg"]),
        (("1.875", "90"), ["1.88 kg", "90 kg"]),
        (("80.000", "61.500"), ["80 kg", "61.5 kg"]),
        (("0,500", "90"), ["0.5 kg", "90 kg"]),
        (("1 080", "1\u202f080", "1'080"), ["1080 kg"] * 3),
        (("80 kg", "80,5kg", "100 Lbs."), ["80 kg", "80.5 kg", "100 lb"]),
        (("-", "n/a", "BW", "20"), ["None", "None", "None", "20 kg"]),
    ],
)
def test_loads_as_people_and_spreadsheets_write_them(read, written, loads):
    rows = (
        f'2023-05-01 18:00:05,Push,1h,Dips,{index},"{load}",8,0,0,\n'
        for index, load in enumerate(written, 1)
    )
    log = read(HEADER.format("") + "".join(rows))

    assert [str(done.load) for done in log.workouts[0].sets] == loads


@pytest.mark.parametrize("unit", list(Unit))
def test_round_loads_stay_in_their_unit(read, unit):
    log = read(log_of([20, 22.5, 45, 100]), unit=unit)

    assert {done.load.unit for done in log.workouts[0].sets} == {unit}

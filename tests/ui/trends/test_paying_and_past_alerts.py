"""The first view says whether failure pays; fatigue keeps what has closed since."""

from builders import done, entry, workout
from ui.rig import befit

from befit_tui.domain.workout import CheckIn, JointPain
from befit_tui.ui.screens.trends.fatigue import ObservationList
from befit_tui.ui.widgets.charts.lanes import LaneChart

CURL = "bicep-curl-barbell"


def curls(day: int, pain: int | None = None):
    sets = [done(30, 10, left=left, id=f"c{day}-{left}") for left in (2, 1, 0)]
    joints = () if pain is None else (JointPain("elbow", pain),)
    checkin = None if pain is None else CheckIn(joints=joints)
    return workout(
        entry(CURL, *sets), day=day, id=f"w{day}", name="Arms", checkin=checkin
    )


HURT = [
    *(curls(day) for day in range(-28, -13, 2)),
    curls(-12, pain=6),
    curls(-10),
    curls(-4, pain=0),
    curls(-2),
]


async def test_trends_begin_with_whether_failure_pays(tmp_path) -> None:
    async with befit(tmp_path, HURT) as rig:
        await rig.press("T")
        await rig.settle()
        screen = " ".join(rig.screen.replace("│", " ").split())
        assert "Training this close to failure: cannot tell." in screen
        assert "12 of 36 sets went to failure" in screen


async def test_a_pain_that_is_over_is_still_marked_in_its_week(tmp_path) -> None:
    async with befit(tmp_path, HURT) as rig:
        await rig.press("T", "f")
        await rig.settle()
        lanes = rig.app.query_one(LaneChart).data
        marked = [
            (sign, words)
            for sign, words in zip(lanes.signs, lanes.words, strict=True)
            if sign
        ]
        assert [sign for sign, _ in marked] == ["▲"] * len(marked)
        assert 1 <= len(marked) < len(lanes.signs)
        assert all("Elbow pain 6 of 10 (since" in words for _, words in marked)
        rows = rig.app.query_one(ObservationList).rows
        assert not [row for row in rows if "Elbow" in row.title and row.alert]

"""Three alerts at most are shown unasked, and what would change the most is first."""

from datetime import date

import pytest

from befit_tui.analysis.alerts import Alert, Evidence, Severity, Subject
from befit_tui.analysis.alerts.result import foremost, ranked

DAY = date(2026, 11, 2)


def alert(code: str, severity: str = "note", about: str = "x", count: int = 1) -> Alert:
    pieces = tuple(Evidence(f"n{n}", n, "sets", DAY) for n in range(count))
    return Alert(
        code=code,
        severity=Severity(severity),
        subject=Subject("muscle", about, about),
        title=code,
        evidence=pieces,
        advice="Rest.",
        first_raised=DAY,
    )


@pytest.mark.parametrize(
    ("alerts", "shown", "more"),
    [
        ([], [], 0),
        ([alert("stall")], ["stall"], 0),
        (
            [alert("form-broke"), alert("joint-pain", "warn"), alert("deload-due"),
             alert("failure-in-deload", "stop")],
            ["failure-in-deload", "joint-pain", "deload-due"], 1,
        ),
        (
            [alert("effort-low", about="chest"), alert("effort-low", about="quads"),
             alert("effort-low", about="lats"), alert("form-broke")],
            ["effort-low", "form-broke", "effort-low"], 1,
        ),
        (
            [alert("performance-drop", "warn", name) for name in "abcd"],
            ["performance-drop"] * 3, 1,
        ),
    ],
    ids=["none", "one", "by severity", "one of each first", "four lifts"],
)  # fmt: skip
def test_three_are_shown_and_the_rest_is_counted(alerts, shown, more) -> None:
    found = foremost(alerts)
    assert [one.code for one in found.shown] == shown
    assert found.more == more
    assert foremost(reversed(ranked(alerts))).more == more


@pytest.mark.parametrize(
    ("count", "lines", "last"),
    [(6, 6, "n5: 5 sets, Mon 2 Nov 2026"), (9, 6, "and 4 more")],
)
def test_evidence_takes_six_lines_before_somebody_asks(count, lines, last) -> None:
    one = alert("failure-high-risk", count=count)
    assert len(one.numbers()) == lines
    assert one.numbers()[-1] == last
    assert len(one.numbers(most=None)) == count

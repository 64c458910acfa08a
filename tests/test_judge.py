"""The judge of the alerts, which the README quotes, still reads a log."""

from bench.judge_alerts import replayed


def test_a_log_is_replayed_alert_by_alert(tmp_path):
    path = tmp_path / "strong.csv"
    heading = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,RPE\n"
    rows = "".join(
        f"2026-10-{day:02} 18:00:00,Legs,Deadlift (Barbell),{number},140,3,10\n"
        for day in (1, 8, 15)
        for number in (1, 2, 3)
    )
    path.write_text(heading + rows)
    title, *counts = replayed(path)
    assert title.startswith("strong.csv: 3 workouts, ")
    assert any("stop  failure-high-risk" in one for one in counts)

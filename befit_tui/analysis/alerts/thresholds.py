"""Numbers of alerts that the settings may change; the others are above their rule."""

from befit_tui.domain.value import Value


class Thresholds(Value, frozen=True, kw_only=True):
    """The limits of the rules; ``replace`` of ``domain.value`` changes some of them.

    Where no source is named the number is a product constant: no study fixes it.
    """

    session_days: int = 7
    """Days for which the last workout still raises alerts."""
    recent_days: int = 28
    """Days after which an exercise is no longer judged."""
    habit_days: int = 14
    """Days for which a session of a lift with a habit of failure keeps it open."""
    habit_sessions: int = 10
    """Sessions of a lift without a habit of failure after which it is told anew."""
    failure_budget: int = 2
    """Sets to failure a workout allows (the article on training to failure)."""
    short_session_budget: int = 3
    """The same in a session planned to be short (Hermann 2025: few hard sets do)."""
    short_session_minutes: int = 30
    """Planned minutes up to which a session is short."""
    every_set_share: float = 0.8
    """Share of an exercise's working sets at failure that counts as every set."""
    every_set_sets: int = 3
    """Working sets an exercise needs before that share means anything."""
    every_set_weeks: int = 3
    """Weeks in a row of that share, of all sets, that are a warning."""
    every_set_week_sets: int = 10
    """Sets that each of these weeks needs."""
    heavy_failures: int = 2
    """Heavy sets of ``avoid`` lifts to failure in ``recent_days`` that mean stop."""
    short_sleep_hours: float = 6
    """Sleep that costs strength by itself (Craven 2022: 2 to 3%), so that the day
    does not count as a drop."""
    high_risk_left: float = 1
    """Reps left up to which the forecast of a heavy ``avoid`` set warns before it."""
    deload_left: float = 3
    """Reps left below which a set is too hard for a deload (Bell 2023: less effort)."""
    mostly_share: float = 0.5
    """Share of the failures of four weeks on big lifts that is too much."""
    mostly_sets: int = 6
    """Failures in four weeks before that share means anything."""
    mostly_workouts: int = 2
    """Workouts with a failure that it takes."""
    unplanned_sets: int = 3
    """Sets in seven days that failed though reps were to be left."""
    share_days: int = 14
    """Days over which the share of sets to failure is taken."""
    share_sets: int = 20
    """Working sets that share needs."""
    share_rise: float = 0.05
    """How far it may lie above the lifter's own median when two lifts fell."""
    share_high: float = 0.25
    """The share up to which it is not high even then."""
    share_windows: int = 4
    """Earlier stretches of that length that tell the own median."""
    breaking_sets: int = 3
    """Sets with broken form in four weeks that are often."""
    breaking_share: float = 0.25
    """Share of the sets of known form that is often."""
    volume_high: float = 20
    """Hard sets of a muscle a week above which more buys little (Pelland 2026)."""
    volume_over: float = 4
    """Sets above it from which it is said: one or two more are chance."""
    volume_failures: float = 0.2
    """Share of them to failure before it is said."""
    recovery_sets: int = 3
    """Sets to failure of a muscle after which it wants longer rest."""
    recovery_days: int = 2
    """Days of that rest (Moran-Navarro 2017: failure delays it by 24 to 48 hours)."""
    recovery_leg_sets: int = 5
    """Sets to failure of a leg muscle after which it wants still longer."""
    recovery_leg_days: int = 3
    """Days of that rest (Goulart 2021; Belcher 2019)."""
    effort_low_left: float = 4
    """Reps left of the hardest quarter of a muscle's sets that are far from failure."""
    effort_low_sets: int = 6
    """Rated sets that it needs in ``recent_days``."""
    checkin_days: int = 14
    """Days for which a check-in counts."""
    readiness_times: int = 3
    """Low check-ins, of the last five, that count."""
    pain: int = 3
    """Pain, 0 to 10, that counts when it is reported twice."""
    strong_pain: int = 5
    """Pain that counts at once."""
    deload_weeks: int = 6
    """Hard weeks after which an easier one is due (Rogerson 2024: 5.6)."""
    hard_week_days: int = 2
    """Training days that a hard week has at least."""
    hard_week_share: float = 0.5
    """Share of its rated sets with 1 or none left that makes a week hard; so does a
    set to failure on each of these days, as a mean."""
    range_slack: int = 2
    """Reps above the range, at failure, that make a load too light."""

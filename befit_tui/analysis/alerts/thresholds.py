"""Every number the alerts decide by, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The limits of the rules; ``dataclasses.replace`` changes some of them.

    Where no source is named the number is a product constant: no study fixes it.
    """

    session_days: int = 7
    """Days for which the last workout still raises alerts."""

    recent_days: int = 28
    """Days after which an exercise is no longer judged."""

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

    session_share: float = 0.5
    """Share of a session's working sets at failure that is too many."""

    heavy_failures: int = 2
    """Heavy sets of ``avoid`` lifts to failure in ``recent_days`` that mean stop."""

    drop_baseline: int = 5
    """Earlier sessions whose median is the usual strength of a lift."""

    drop_in_a_row: int = 2
    """Sessions in a row below the usual before a drop is believed (two readings of
    a 1RM differ by 8 to 12% through chance alone: Grgic 2020)."""

    drop_errors: float = 1.5 * 1.15
    """Typical errors below the usual that make a drop; 1.15 is the error of a reading
    set against a median of five. Flat simulated lifters get 0.3 to 2.7 alerts a year,
    and at 2.5% noise a loss of 10% is seen in 98 of 100. 1.75 halves the first and
    misses too much where reps are whole; a loss of 5% is seen reliably by neither."""

    noise_sessions: int = 20
    """Sessions from which a lift's typical error is learned."""

    lay_off_days: int = 42
    """A gap after which a lift starts anew: less strength is expected then."""

    short_sleep_hours: float = 6
    """Sleep that costs strength by itself (Craven 2022: 2 to 3%), so that the day
    does not count as a drop."""

    usual_rest_share: float = 0.7
    """Share of the usual rest below which a session cannot be compared."""

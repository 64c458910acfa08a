"""The level of a lift from session to session: the part of its numbers that lasts.

A session's number is the level, plus what its load, its place in the workout and the
lack of a rating do to it, plus the swing of the day. Only the level is of interest, and
it moves slowly: in a week by about one and a half percent. So two sessions have a known
likeness (their *covariance*): what they share of the level, and more if they share
load, place or rating. From likenesses alone follows, by the algebra of weighted means,
which level is the most likely on each day, and how far off it may be. The method is
called a Gaussian process (Rasmussen and Williams 2006, ch. 2).

The weights come from one table, which is made row by row (Cholesky): a session adds a
row and changes none. So the level as it was known after every earlier session is there
too, and nothing is worked out twice.
"""

from math import exp, sqrt
from operator import mul

from befit_tui.analysis.lift.reading import SessionReading

START = 0.3**2
"""Variance of a level before anything is known of it."""
DRIFT = 3e-5
"""What is added to that of a level by each day: 0.5% in a day, 1.5% in a week."""
MOST_DAYS = 28
"""Days after which a lift that is not done drifts no further."""
LOAD, LOAD_REACH = 0.02**2, 0.10
"""What sets at one load share beyond the level, since no formula fits every lifter: e
times less at 10% more load, but nearly all of it one step of plates away."""
ORDER, ORDER_REACH = 0.02**2, 1.0
"""The same for the place in the workout, e times less for one exercise more."""
UNRATED = 0.03**2
"""The same for sessions of which no effort is known."""


class Level:
    """The level after each session that was added; grows and changes nothing.

    ``noise`` is the swing of the session to come, as a share.
    """

    def __init__(self) -> None:
        self.noise = 0.0
        self._origin = 0.0
        self.shown: list[SessionReading] = []
        self.means: list[float] = []
        self._clock: list[float] = []
        self._rows: list[list[float]] = []
        self._surprises: list[float] = []
        self._shares: list[list[float]] = []
        self._asked: SessionReading | None = None
        self._said: list[float] = []

    def expected(self, now: SessionReading, jump: float) -> tuple[float, float]:
        """What a session should show after those before, and the error of that.

        ``jump`` is how far the level may have moved at once, as a share. A session that
        is then taken in is worked out once.
        """
        if self._asked is not now:
            row: list[float] = []
            before = zip(self.shown, self._clock, self._rows, strict=True)
            for other, clock, root in before:
                common = START + clock + _alike(now, other)
                row.append((common - sum(map(mul, row, root))) / root[-1])
            self._asked, self._said = now, row
        row, time = self._said, self._time(now, jump)
        whole = START + time + _alike(now, now) + self.noise**2 + now.error**2
        rest = max(1e-8, whole - sum(map(mul, row, row)))
        return self._origin + sum(map(mul, row, self._surprises)), sqrt(rest)

    def add(self, now: SessionReading, jump: float) -> None:
        """Take in a session."""
        shown = now.level or 0.0
        if not self.shown:
            self._origin = shown
        expected, root = self.expected(now, jump)
        row, time = self._said, self._time(now, jump)
        surprise = (shown - expected) / root
        ahead = [share[place] for place, share in enumerate(self._shares)]
        for place, share in enumerate(self._shares):
            common = START + self._clock[place]
            share.append((common - sum(map(mul, row, share))) / root)
            self.means[place] += share[-1] * surprise
        ahead.append((START + time - sum(map(mul, row, ahead))) / root)
        self._surprises.append(surprise)
        self._shares.append(ahead)
        self.means.append(self._origin + sum(map(mul, ahead, self._surprises)))
        self._rows.append([*row, root])
        self._clock.append(time)
        self.shown.append(now)
        self._asked = None

    def change(self, then: int, now: int) -> tuple[float, float]:
        """How much the level rose between two sessions, and the error of that."""
        between = zip(self._shares[then], self._shares[now], strict=True)
        known = sum((one - other) ** 2 for one, other in between)
        moved = abs(self._clock[now] - self._clock[then])
        return self.means[now] - self.means[then], sqrt(max(1e-8, moved - known))

    def error(self, place: int) -> float:
        """The error of the level at a session."""
        share = self._shares[place]
        whole = START + self._clock[place]
        return sqrt(max(1e-8, whole - sum(map(mul, share, share))))

    def _time(self, now: SessionReading, jump: float) -> float:
        """How far levels have drifted since the first session, as a variance."""
        if not self.shown:
            return 0.0
        days = min(MOST_DAYS, (now.day - self.shown[-1].day).days)
        return self._clock[-1] + DRIFT * days + jump**2


def _alike(one: SessionReading, other: SessionReading) -> float:
    """What two sessions share beyond the level."""
    far = abs(one.ln_kg - other.ln_kg) / LOAD_REACH
    steps = abs(one.order - other.order) / ORDER_REACH
    shared = LOAD * exp(-far * far) + ORDER * exp(-steps)
    unrated = one.left is None and other.left is None
    return shared + UNRATED if unrated else shared

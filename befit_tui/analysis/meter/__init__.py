"""The proximity-to-failure meter: how many good reps are left in this set.

In short: the meter remembers the last few dozen sets of a lift. It guesses how many
reps the next set allows by asking each of them, and it listens most to those that are
most like the set to come.

1. *What a set says.* Eight reps with two left say that ten were possible. A set to
   failure says it exactly. A set nobody rated says "at least eight"; the lifter's own
   rated sets show how many more it usually is, and such a set weighs little. Unrated
   sets that were plainly easy, a ramp up to the top set, say nothing. (``evidence``,
   ``lifter``)

2. *What one expects.* Before asking any set there is a plain guess: the number of reps
   this lifter's sets usually allow, one rep less for each hard set just done, and a
   little less for more load. A lift with few sets borrows what is usual from the
   lifter's lifts of its movement pattern, these from all of their lifts, and those
   from lifters at large. (``lifter.Lifter.usual_of``, ``alike.Point.expected``)

3. *Who is listened to.* Two sets are alike when they are near in time, near in load,
   in the same place of the session, on the same day. Each likeness has a weight, and
   the weights add up. (``alike.shared``)

4. *The guess.* Every remembered set was so many reps above or below its own plain
   guess. The forecast is the plain guess plus a weighted average of those surprises.
   The weights are the ones with the smallest expected error: ten sets that all say the
   same thing do not count ten times, and the day's own sets count most because they
   share the day. The method is called kriging, or Gaussian process regression; it is
   sixty lines of school algebra. Sets that fit nothing else count less. (``memory``)

5. *The band, and learning from misses.* The same algebra gives the error to expect:
   small near loads done often and lately, large far from them. It is stretched or
   narrowed until it has held four in five of this lifter's own sets. And what forecasts
   of this lifter's first sets, and of later ones, fell short by on average is added.
   (``replay``, ``lifter.Lifter.taught``)

6. *Sense.* No guess exceeds what the best set of late allows at that load by Epley's
   formula plus a tenth, and numbers come in the steps the lifter counts in. (``model``)
   On a lift of fewer than three sessions, a load more than a fifth from any that was
   used is carried to by that formula. (``new_lift``)

Everything is a function of earlier sets: ``learn`` a lift once, then ``read`` it as
often as a key is pressed. ::

    lifter = lifter_of(history, exercise_of)
    bench = learn(history, exercise_of("bench-press-barbell"), lifter)
    reading = read(bench, 80.0, at=now, today=sets_so_far)
    words(reading.left(6))  # "about 2 left (1-3)"
"""

from befit_tui.analysis.meter.ask import learn, read
from befit_tui.analysis.meter.lifter import Lifter
from befit_tui.analysis.meter.model import LiftModel
from befit_tui.analysis.meter.reading import Left, Reading, stop_at, words
from befit_tui.analysis.meter.replay import lifter_of

__all__ = [
    "Left",
    "LiftModel",
    "Lifter",
    "Reading",
    "learn",
    "lifter_of",
    "read",
    "stop_at",
    "words",
]

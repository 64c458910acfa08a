"""The proximity-to-failure meter: how many good reps are left in this set.

In short: the meter remembers the last few dozen sets of a lift. It guesses how many
reps the next set allows by asking each of them, and it listens most to those that are
most like the set to come.

1. *What a set says.* Eight reps with two left say that ten were possible. A set to
   failure says it exactly. A set nobody rated says "at least eight"; the lifter's own
   rated sets show how many more it usually is, and such a set weighs little. Unrated
   sets that heavier ones of the day show to have been easy, a ramp up to the top set,
   say nothing but that. (``evidence``, ``lifter``)

2. *What one expects.* Before asking any set there is a plain guess: the number of reps
   this lifter's sets usually allow, one rep less for each hard set just done, and a
   little less for more load. (``lifter.Lifter.usual``, ``memory.Point.expected``)

3. *Who is listened to.* Two sets are alike when they are near in time, near in load,
   in the same place of the session, on the same day. Each likeness has a weight, and
   the weights add up. (``memory.shared``)

4. *The forecast.* Every remembered set was so many reps above or below its own plain
   guess. The forecast is the plain guess plus a weighted average of those surprises.
   The weights are the ones with the smallest expected error: ten sets that all say the
   same thing do not count ten times, and the day's own sets count most because they
   share the day. The method is called kriging, or Gaussian process regression; it is
   sixty lines of school algebra. Sets that fit nothing else count less. (``memory``)

5. *Habit.* Lifters often do what they did last time. Four ways to name such a set are
   asked beside the forecast, and the middle of all is taken: the value with half of the
   say on either side. Who was nearer in the past has more to say. (``curve``)

6. *Load.* This is done for every load that is remembered. Where that gives more reps
   for more load, the two loads share their mean, weighted by how fresh their sets are.
   Between the loads reps go evenly, beyond them by a slope; on a new lift heavier ones
   go by Epley's formula, and so do those that are far lighter. So the answer is one
   curve that never rises. (``curve``)

7. *The band, and learning from misses.* The algebra of 4 gives the error to expect: it
   grows with time and away from the loads used, most of all away from those used last.
   It is stretched or narrowed until it has held four in five of this lifter's own sets.
   And a part of what the latest forecasts fell short by is added. (``lifter``, taught
   by the forecasts that ``replay`` replays)

8. *Sense.* No guess exceeds what the best set of late allows at that load by Epley's
   formula plus a tenth, and numbers come in the steps the lifter counts in. (``model``)
   Where loads doubled or halved at the same reps the reading asks whether they are of
   one hand or two, or in another unit. (``doubled``)

Everything is a function of earlier sets: ``learn`` a lift once, then ``read`` it as
often as a key is pressed. ::

    lifter = lifter_of(history, exercise_of)
    bench = learn(history, exercise_of("bench-press-barbell"), lifter)
    reading = read(bench, 80.0, at=now, today=sets_so_far)
    reading.left(6).words  # "about 2 left (1-3)"
"""

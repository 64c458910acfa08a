"""One verdict per lift: rising, holding, falling, or that it cannot be told.

In short: every session of a lift becomes one number; a slow level is drawn through the
numbers; and the verdict says how that level moved, if it moved by more than chance.

1. *What a session says.* Ten reps possible at 100 kg, whether eight were done with two
   left or ten to failure, come to one number by Epley's formula. Sets near failure
   count most, ramps and back-offs not. Holds come to their seconds. (``reading``)

2. *What kind of week it was.* A week in which most lifts were lighter was easy on
   purpose, also where nobody marked it, and says nothing of strength. (``easy_week``)

3. *The level.* A number is the lift's level, plus what its load, its place in the
   workout and the lack of a rating do to it, plus the swing of the day. The level moves
   slowly, the swing does not last: of each surprise so much is taken for one or the
   other as is most likely. How far a lift swings is seen from the sessions up to then,
   so what was told on a day stays true of that day. Who shows more than expected three
   times in a row, and then more than ever, rises steadily: the level goes along.
   (``level``, ``course.Swing``, ``Course.take``)

4. *What counts.* The first two sessions after a break accuse nobody, nor does the week
   after an easy one. A jump that no lifter makes is another machine or unit, and the
   lift begins anew. Less weight that nobody rated may have been an easy day.
   (``course``)

5. *A fall.* The level sank by 3.5% or more since some day of the last twelve weeks, by
   far more than chance, and it was higher five weeks ago or since. And the sets say
   so: the newest session and one of the two before it lie below sessions of their own
   kind, heavy days below heavy ones. Or three sessions lie plainly below the three
   before. Reps must have been missed near the old load, or the lift sinks on: much
   weight off at once is a plan, a technique or a machine; unrated sets that repeat rep
   by rep are a plan too. What is told are two of these sessions and the difference of
   their sets, as of known effort where it is of both. A fall that is over takes fresh
   loss. (``fall``)

6. *The verdict.* Rising and holding by the level likewise, rising as long as it has not
   sunk again; otherwise it cannot be told, and why. Ten weeks without a rise are a
   stall, one and the same until the lift has risen. (``course`` has the numbers;
   ``judge``, ``verdict``)

A fall that is told is news, not a prophecy: of real ones most were regained. ::

    verdicts = Verdicts(history, exercise_of, as_of)
    bench = verdicts.verdict(exercise_of("bench-press-barbell"))
    sentence(bench, "Bench Press", Unit.KG)
"""

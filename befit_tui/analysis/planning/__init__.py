"""From what the last sessions earned to what the row says.

In short: a plan is the last session again, moved by one rule. The meter is asked of
every set before it is shown, and heading, row, panel and sentence say what came of it.

1. *The rows.* What is planned and what was done last time make the rows of the day:
   kind, load, reps, what each set was. (``rows``)

2. *The target.* Each row has reps to leave: by what failing costs on the lift, by the
   block of training, by the day. A short night asks for one more, a sore joint for
   three and no failure, a deload for four. (``targets``, ``caution``)

3. *What goes before everything.* A deload, weeks off, a lift that falls, something that
   speaks against a step: the load goes back once or stays. (``proposal``)

4. *What was earned.* Else the last sets say, in the way the lift moves on: by the reps
   that were left, by reps alone where nobody rates, by a step each session, by the sum
   of reps. Reps fill their range, then load takes a step, ever a load that the lifter's
   rack has. (``progress``, ``rack``)

5. *The meter has the last word.* The sets are gone through as if those before had gone
   as planned. Where a set would leave too few reps it gets fewer, or less load, until
   it lies inside its own target; where that cannot be, the sentence says so. The same
   walk moves what is left of the day after every set. In the first session of a lift it
   looks for the load. (``meter_check``)

6. *A programme is another law.* It says sets, reps and loads itself, and goes by missed
   reps, not by forecasts. Its standing is worked out anew from the sessions under it:
   what each did of what was asked, which step, stage, week or training max follows.
   Its loads stay where the meter sees fewer reps: then the target is what they leave,
   and the sentence says that they are kept. Only a deload and a sore joint ease them.
   (``results``, ``standing``, ``programme``)

7. *Around it.* Warm-ups that lead to the first set (``rows``), what of a workout
   fits into little time (``short``), what to do instead where a joint hurts
   (``stand_in``).

Everything is a function of values; ``propose`` before the workout and ``follow`` after
each of its sets are the only two questions that are asked. ::

    before = propose(rows, lift)  # 82.5 x 6, 6, 6: "3 x 8 at 2 left last time"
    now = follow(before, done, lift)  # 80, 80: "after 6 at 0 left"
"""

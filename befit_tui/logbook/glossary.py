"""What the words of the program mean, in those of a lifter."""

from befit_tui.analysis.lift.strength import HEAVY_REPS, HEAVY_SHARE
from befit_tui.analysis.volume import HARD_LEFT, HARD_REPS

HARD = f"hard: {HARD_LEFT} or fewer reps left"
"""For a list that counts hard sets, in a few words."""
GLOSSARY = {
    "accessory": "a compound that is good to fail on, and not the first one of the day",
    "band · likely": "the range that eight of ten such sets end in",
    "break": "days without training; the sessions after one accuse nobody",
    "called · calls": "the reps left that you said, before a set showed them",
    "check-in": "how you come in: sleep, soreness, fatigue, stress, mood; 5 is best",
    "compound": "an exercise that moves more than one joint, as a squat or a row",
    "deload · easy week":
        "a planned week of fewer sets and 4 reps left, so that fatigue goes down",
    "drop set": "a lighter set right after a set, without a rest",
    "effort": "how close to failure a set ended, said in reps left or RPE",
    "estimated 1RM":
        "the load you could lift once: of a record by one set, of a lift by all",
    "failure": "no more good rep was there: technical, volitional or momentary",
    "failure budget":
        "how many sets to failure a workout allows: usually two, none in a deload",
    "form": "how the reps looked: intact, slipped or broke",
    "form broke": "the last rep was a bad one; only good reps are counted",
    "form intact": "every rep looked like the first one",
    "form slipped": "not all reps looked like the first one, but none was bad",
    "hard set":
        f"a working set, {HARD_LEFT} or fewer left; unrated, {HARD_REPS} reps or more",
    "heavy":
        f"{HEAVY_SHARE:.0%} of the estimated 1RM or more, or {HEAVY_REPS} reps or less",
    "hypertrophy": "training for muscle size",
    "isolation": "an exercise that moves one joint, as a curl or a leg extension",
    "left · reps left · RIR": "good reps that were still in you when a set ended",
    "likely level": "where a lift stood on a day, eight times in ten",
    "missed": "an attempt that gave no rep at all",
    "momentary failure": "a rep was tried with all you had and did not get to the top",
    "moved · load × reps": "load times reps of every set but the warm-ups",
    "no failure": "leave reps: a failed rep of this exercise costs more than it gives",
    "noise": "how far a lift goes up and down while you are as strong as before",
    "not assessable": "too little is known to judge; that never means that all is fine",
    "noted": "an alert you have seen; it is silent until it gets worse",
    "phase · block": "weeks with one purpose: size, strength, or an easy week",
    "readiness": "the five answers of a check-in added up, 5 to 25",
    "rising · holding · falling":
        "where a lift is going, beyond what its noise explains",
    "risk · good, caution, avoid": "what failing a rep of an exercise may cost you",
    "RPE": "how hard from 1 to 10: 10 is none left, 9 is one, 8 is two",
    "session effort": "how hard the whole workout was, 1 to 10",
    "set of its own": "one that drives the muscle; a set it helps in counts half",
    "stall": "no progress for weeks, more than noise explains",
    "superset": "two exercises done in turn, with a short rest or none between",
    "target": "the reps to leave in a set; the meter says when you are there",
    "technical failure": "the next rep cannot be done with the form you began with",
    "training max":
        "the load that a programme takes its percents of, a little under your 1RM",
    "volitional failure": "you stop because you are sure the next rep would fail",
    "volume": "how much was done: hard sets of a muscle, or load times reps",
    "warm-up": "a set before the work; it counts for nothing",
    "working set": "a set that counts: no warm-up, no drop set",
}  # fmt: skip
"""Every word that not each lifter knows, with others for the same, by the alphabet."""

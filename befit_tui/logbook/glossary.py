"""What the words of the program mean, in those of a lifter."""

from typing import NamedTuple


class Term(NamedTuple):
    """A word, and others for the same, with its meaning in a sentence."""

    word: str
    meaning: str


GLOSSARY = (
    Term(
        "accessory",
        "a compound that is good to fail on, and not the first one of the day",
    ),
    Term("band · likely", "the range that eight of ten such sets end in"),
    Term("break", "days without training; the sessions after one accuse nobody"),
    Term("called · calls", "the reps left that you said, before a set showed them"),
    Term(
        "check-in", "how you come in: sleep, soreness, fatigue, stress, mood; 5 is best"
    ),
    Term("compound", "a lift that moves more than one joint, as a squat or a row"),
    Term(
        "deload · easy week",
        "a planned week of fewer sets and 4 reps left, so that fatigue goes down",
    ),
    Term("drop set", "a lighter set right after a set, without a rest"),
    Term("effort", "how close to failure a set ended, said in reps left or RPE"),
    Term(
        "estimated 1RM",
        "the load you could lift once: of a record by one set, of a lift by all",
    ),
    Term("failure", "no more good rep was there: technical, volitional or momentary"),
    Term(
        "failure budget",
        "how many sets to failure a workout allows: usually two, none in a deload",
    ),
    Term("form", "how the reps looked: intact, slipped or broke"),
    Term("form broke", "the last rep was a bad one; only good reps are counted"),
    Term("form intact", "every rep looked like the first one"),
    Term("form slipped", "not all reps looked like the first one, but none was bad"),
    Term(
        "hard set",
        "a working set with 4 or fewer left; not rated, one of 5 reps or more",
    ),
    Term("heavy", "at least 80% of the estimated 1RM, or 6 reps or fewer"),
    Term("hypertrophy", "training for muscle size"),
    Term("isolation", "a lift that moves one joint, as a curl or a leg extension"),
    Term("left · reps left · RIR", "good reps that were still in you when a set ended"),
    Term("likely level", "where a lift stood on a day, eight times in ten"),
    Term("missed", "an attempt that gave no rep at all"),
    Term(
        "momentary failure",
        "a rep was tried with all you had and did not get to the top",
    ),
    Term("moved · load × reps", "load times reps of every set but the warm-ups"),
    Term("noise", "how far a lift goes up and down while you are as strong as before"),
    Term(
        "not assessable",
        "too little is known to judge; that never means that all is fine",
    ),
    Term("noted", "an alert you have seen; it is silent until it gets worse"),
    Term("phase · block", "weeks with one purpose: size, strength, or an easy week"),
    Term("readiness", "the five answers of a check-in added up, 5 to 25"),
    Term(
        "rising · holding · falling",
        "where a lift is going, beyond what its noise explains",
    ),
    Term("risk · good, caution, avoid", "what failing a rep of a lift may cost you"),
    Term("RPE", "how hard from 1 to 10: 10 is none left, 9 is one, 8 is two"),
    Term("session effort", "how hard the whole workout was, 1 to 10"),
    Term("set of its own", "one that drives the muscle; a set it helps in counts half"),
    Term("stall", "no progress for weeks, more than noise explains"),
    Term(
        "stop short", "leave reps: a failed rep of this lift costs more than it gives"
    ),
    Term("superset", "two lifts done in turn, with a short rest or none between"),
    Term("target", "the reps to leave in a set; the meter says when you are there"),
    Term(
        "technical failure",
        "the next rep cannot be done with the form you began with",
    ),
    Term(
        "training max",
        "the load that a programme takes its percents of, a little under your 1RM",
    ),
    Term("volitional failure", "you stop because you are sure the next rep would fail"),
    Term("volume", "how much was done: hard sets of a muscle, or load times reps"),
    Term("warm-up", "a set before the work; it counts for nothing"),
    Term("working set", "a set that counts: no warm-up, no drop set"),
)
"""Every word that not each lifter knows, in the order of the alphabet."""

"""Finding workouts of the past by words."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.workout import Entry, Workout


class Found(NamedTuple):
    """The workouts that match, in the order given, and how many sets they are about.

    A set counts when the name or a note of its exercise holds one of the words; where
    the words are all in the name or the note of the workout, every set counts.
    """

    workouts: tuple[Workout, ...]
    sets: int


class _Text(NamedTuple):
    """A workout in lower case: its own words, those of each entry with its sets."""

    workout: Workout
    own: str
    entries: tuple[tuple[str, int], ...]
    whole: str


class WordFilter:
    """Searches workouts; what a workout says is worked out once and kept."""

    def __init__(self, exercises: Callable[[str], Exercise]) -> None:
        self._exercises = exercises
        self._texts: dict[str, _Text] = {}

    def search(self, workouts: Iterable[Workout], query: str) -> Found:
        """The workouts that hold every word of ``query``, whatever the case.

        Words are looked for in the names and notes of workouts, exercises and sets,
        also inside longer words.
        """
        words = query.casefold().split()
        matching: list[Workout] = []
        sets = 0
        for workout in workouts:
            text = self._text(workout)
            if all(word in text.whole for word in words):
                matching.append(workout)
                sets += _sets_meant(text, words)
        return Found(tuple(matching), sets)

    def _text(self, workout: Workout) -> _Text:
        known = self._texts.get(workout.id)
        if known is None or known.workout is not workout:
            known = self._texts[workout.id] = self._read(workout)
        return known

    def _read(self, workout: Workout) -> _Text:
        own = f"{workout.name}\n{workout.note}".casefold()
        entries = tuple(
            (self._words(entry), len(entry.sets)) for entry in workout.entries
        )
        whole = "\n".join((own, *(words for words, _ in entries)))
        return _Text(workout, own, entries, whole)

    def _words(self, entry: Entry) -> str:
        notes = (done.note for done in entry.sets if done.note)
        name = self._exercises(entry.exercise).name
        return "\n".join((name, entry.note, *notes)).casefold()


def _sets_meant(text: _Text, words: list[str]) -> int:
    elsewhere = [word for word in words if word not in text.own]
    return sum(
        count
        for entry, count in text.entries
        if not elsewhere or any(word in entry for word in elsewhere)
    )

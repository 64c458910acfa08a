"""The exercises a lifter can log: those that come with Befit, and their own."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.json import decode

from befit_tui.catalog.meaning import How, Meaning, name_key
from befit_tui.domain.errors import DocumentError
from befit_tui.domain.exercise import OWN_PREFIX, Exercise
from befit_tui.domain.library import Library, chosen_names
from befit_tui.domain.preferences import changed
from befit_tui.domain.value import Value, replace

if TYPE_CHECKING:
    # No start looks a name up, so the properties import it.
    from befit_tui.catalog.resolver import Resolver
    from befit_tui.catalog.word_index import WordIndex

Overrides = Mapping[str, Mapping[str, str]]
"""For an app, the names that mean another exercise there, with its id."""
Variants = Mapping[str, Sequence[str]]
"""For an exercise, the names of its forms: exercises of their own with its muscles."""


class Label(Value, frozen=True):
    """One name of an exercise: its own (``alias`` is empty) or one of its aliases."""

    exercise: Exercise
    alias: str = ""

    @property
    def text(self) -> str:
        """The name itself."""
        return self.alias or self.exercise.name


class Catalog:
    """Exercises by id and by name; immutable, so it can be shared.

    ``exercises`` are read when one is first wanted. ``chosen`` are the names that the
    lifter gave an exercise, with its id.
    """

    def __init__(
        self,
        exercises: Iterable[Exercise],
        overrides: Overrides | None = None,
        variants: Variants | None = None,
        chosen: Mapping[str, str] | None = None,
    ) -> None:
        self._source = exercises
        self._overrides = overrides or {}
        self._variants = variants or {}
        self._chosen = {name_key(name): meant for name, meant in (chosen or {}).items()}

    @cached_property
    def _exercises(self) -> dict[str, Exercise]:
        return {exercise.id: exercise for exercise in self._source}

    def __contains__(self, exercise_id: object) -> bool:
        return exercise_id in self._exercises

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self._exercises.values())

    def __len__(self) -> int:
        return len(self._exercises)

    def find(self, exercise_id: str) -> Exercise | None:
        """The exercise with that id, or None."""
        return self._exercises.get(exercise_id)

    def get(self, exercise_id: str) -> Exercise:
        """The exercise with that id; for an unknown id one named after its words.

        Never fails, so that a log stays readable when its exercise is gone.
        """
        known = self._exercises.get(exercise_id)
        if known is not None:
            return known
        words = exercise_id.removeprefix(OWN_PREFIX).replace("-", " ").strip()
        return Exercise(id=exercise_id, name=words.title() or exercise_id, own=True)

    def meaning(self, name: str, app: str = "") -> Meaning:
        """The exercise that a written name means; a new one where none does.

        ``app`` is where the name was written: in Hevy "Hack Squat" is the barbell one.
        What the lifter chose comes first.
        """
        chosen = self.find(self._chosen.get(name_key(name), ""))
        if chosen is not None:
            return Meaning(chosen, How.CHOSEN)
        meant = self.find(self._renamed.get((app.casefold(), name_key(name)), ""))
        if meant is not None:
            return Meaning(meant, How.ALIAS)
        found = self._resolver.meaning(name)
        return found if found.how is not How.UNKNOWN else self._respelled(name) or found

    def _respelled(self, name: str) -> Meaning | None:
        """What a name means whose words were written as one, or one of them wrongly."""
        apart = self.word_index.apart(name, whole=True)
        meant = self._resolver.meaning(apart) if apart else None
        if meant and not meant.is_new:
            return replace(meant, how=How.SPELLING)
        found = map(self._resolver.meaning, self.word_index.one_slip_away(name))
        known = {one.exercise.id: one for one in found if not one.is_new}
        # A slip for two exercises is sure for neither.
        only = known.popitem()[1] if len(known) == 1 else None
        return only and replace(only, how=How.SLIP)

    def named(self, words: str, app: str = "") -> Exercise | None:
        """The exercise that somebody who types an id or a name wants, or None.

        Wider than ``meaning``: a form of an exercise, if new, is that exercise. What
        may be a slip is left to be asked about.
        """
        if (known := self.find(words)) is not None:
            return known
        meaning = self.meaning(words, app)
        if meaning.how is How.SLIP:
            return None
        if not meaning.is_new:
            return meaning.exercise
        return self._resolver.own_in_one_spelling(words) or meaning.like

    def with_own(self, exercises: Iterable[Exercise]) -> "Catalog":
        """This catalogue with the lifter's exercises, which win over those of an id."""
        own = {exercise.id: exercise for exercise in exercises}
        rest = (known for known in self if known.id not in own)
        all_of_it = (*own.values(), *rest)
        return Catalog(all_of_it, self._overrides, self._variants, self._chosen)

    def with_library(self, library: Library) -> "Catalog":
        """This catalogue as the lifter wants it: own exercises, changes, chosen names.

        A change that cannot be read is passed over: a log must open whatever stands in
        it.
        """
        exercises = {one.id: one for one in self.with_own(library.exercises)}
        for change in library.changes:
            known = exercises.get(str(change.get("id")))
            with suppress(DocumentError):
                if known is not None:
                    exercises[known.id] = changed(known, change)
        found, chosen = tuple(exercises.values()), chosen_names(library)
        return Catalog(found, self._overrides, self._variants, chosen)

    @cached_property
    def muscles(self) -> frozenset[str]:
        """The muscles that some exercise trains, as ``lower-back``."""
        return frozenset(muscle for exercise in self for muscle in exercise.primary)

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Every name of every exercise, made at first need."""
        return tuple(
            Label(exercise, alias)
            for exercise in self
            for alias in ("", *exercise.aliases, *self._variants.get(exercise.id, ()))
        )

    @cached_property
    def word_index(self) -> "WordIndex":
        """The words of ``labels`` and their equipment, by position."""
        return self._index(lambda _: ())

    @cached_property
    def muscle_index(self) -> "WordIndex":
        """The same with the words of the muscles that drive an exercise."""
        return self._index(lambda exercise: exercise.primary)

    @cached_property
    def helper_index(self) -> "WordIndex":
        """The same with the words of the muscles that help, too."""
        return self._index(lambda one: (*one.primary, *one.secondary))

    def _index(self, muscles_of: Callable[[Exercise], Iterable[str]]) -> "WordIndex":
        from befit_tui.catalog.muscles import SOUGHT_BY  # noqa: PLC0415
        from befit_tui.catalog.word_index import WordIndex  # noqa: PLC0415

        def remark(one: Exercise) -> str:
            muscles = (SOUGHT_BY.get(muscle, muscle) for muscle in muscles_of(one))
            return " ".join((one.equipment, *muscles))

        remarks = {one.id: remark(one) for one in self}
        return WordIndex((one.text, remarks[one.exercise.id]) for one in self.labels)

    @cached_property
    def _resolver(self) -> "Resolver":
        from befit_tui.catalog.resolver import Resolver  # noqa: PLC0415

        return Resolver(self, self._variants)

    @cached_property
    def _renamed(self) -> dict[tuple[str, str], str]:
        return {
            (app, name_key(name)): exercise_id
            for app, names in self._overrides.items()
            for name, exercise_id in names.items()
        }


def load_catalog() -> Catalog:
    """The catalogue that comes with Befit, read from its data files."""
    overrides, variants = _data("app_overrides.json"), _data("variants.json")
    return Catalog(_Shipped(), decode(overrides), decode(variants))


class _Shipped:
    """The exercises that come with Befit, read from the file by whoever asks first.

    No generator, since two threads may be the first.
    """

    def __iter__(self) -> Iterator[Exercise]:
        return iter(decode(_data("exercises.json"), type=list[Exercise]))


def _data(file: str) -> bytes:
    return Path(__file__).with_name(file).read_bytes()

"""Which exercise a written name means."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations

from befit_tui.catalog.languages import bare_movements, languages
from befit_tui.catalog.meaning import How, Meaning, name_key
from befit_tui.catalog.names import MAKERS, equipment_named, normal, word_bag
from befit_tui.catalog.variant import MODIFIERS, shares_risk, unknown_own, variant
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import LoadKind

_BRACKETS = re.compile(r"[(\[{（【](.*?)[)\]}）】]")
_REMARK = re.compile(r"\s[-–—/|:]\s|[,、]")
_ON_THE_BODY = frozenset(("bodyweight", "weighted"))
"""Words that do not tell exercises apart which are the body and any load added."""

_MOST_LEFT_OUT = 4
"""Words that are left out of a name at once; more would be another name."""


class Resolver:
    """Looks names up in ever wider ways; the tables are made at first need.

    Where two exercises share a name, the one that comes first has it. Every way keeps
    all words that tell exercises apart: one with a word more is another.
    """

    def __init__(
        self, exercises: Iterable[Exercise], variants: Mapping[str, Sequence[str]]
    ) -> None:
        self._exercises = {exercise.id: exercise for exercise in exercises}
        self._variants = variants

    def meaning(self, name: str) -> Meaning:
        """What the name means: an exercise that is known, or a new one.

        Tried in turn: the name as written, in one spelling, in another order of words,
        in other languages; then what it is a form of.
        """
        exact = self._as_written.get(name_key(name))
        if exact is not None:
            how = How.NAME if name_key(exact.name) == name_key(name) else How.ALIAS
            return Meaning(exact, how, is_vague=self._is_vague(name, exact))
        found = self._shipped(name) or self._form(name)
        return found or Meaning(unknown_own(name), How.UNKNOWN)

    def own_in_one_spelling(self, name: str) -> Exercise | None:
        """The lifter's own exercise of that name, however it is spelled."""
        meant = normal(name)
        return next(
            (own for label, own in self._names(own=True) if normal(label) == meant),
            None,
        )

    @cached_property
    def _as_written(self) -> dict[str, Exercise]:
        # The first of a name stays: later ones are put before it.
        every = (*self._names(own=True), *self._names(own=False))
        return {name_key(name): exercise for name, exercise in reversed(every)}

    @cached_property
    def _in_one_spelling(self) -> dict[str, Exercise]:
        shipped = (*self._names(own=False),)
        return {normal(name): exercise for name, exercise in reversed(shipped)}

    @cached_property
    def _by_words(self) -> dict[frozenset[str], Exercise]:
        owners: dict[frozenset[str], dict[str, Exercise]] = defaultdict(dict)
        for name, exercise in self._names(own=False):
            owners[word_bag(name)][exercise.id] = exercise
        alone = (one for one in owners.items() if len(one[1]) == 1)
        return {words: of.popitem()[1] for words, of in alone}

    @cached_property
    def _forms(self) -> dict[frozenset[str], str]:
        return {
            word_bag(name): exercise_id
            for exercise_id, names in self._variants.items()
            for name in names
        }

    @cached_property
    def _kinds(self) -> dict[str, list[Exercise]]:
        kinds: dict[str, list[Exercise]] = defaultdict(list)
        for exercise in self._exercises.values():
            if not exercise.own:
                kinds[_movement(exercise.name)].append(exercise)
        return kinds

    def _names(self, *, own: bool) -> Iterator[tuple[str, Exercise]]:
        for exercise in self._exercises.values():
            if exercise.own is own:
                for name in (exercise.name, *exercise.aliases):
                    yield name, exercise

    def _shipped(self, name: str) -> Meaning | None:
        """The exercise that comes with Befit and has that name in some spelling."""
        if word_bag(name) in self._forms:
            return None
        spelled = self._in_one_spelling.get(normal(name))
        here = spelled or self._in_any_order(name)
        if here is not None:
            how = How.SPELLING if spelled else How.ORDER
            return Meaning(here, how, is_vague=self._is_vague(name, here))
        found = {}
        for language in languages() if name.strip() else ():
            english = language.english(name) or ""
            meant = None if word_bag(english) in self._forms else self._spelled(english)
            if meant and not self._is_vague(english, meant):
                said = Meaning(meant, How.LANGUAGE, language=language.code)
                found[meant.id] = said
        # Two languages that mean two exercises: neither is sure.
        return found.popitem()[1] if len(found) == 1 else None

    def _is_vague(self, english: str, exercise: Exercise) -> bool:
        """Whether the words leave open what the exercise is done with."""
        movement = _movement(exercise.name)
        says_all = word_bag(english) == word_bag(exercise.name)
        silent = "(" not in exercise.name
        if silent or says_all or exercise.equipment in equipment_named(english):
            return False
        kinds = {kind.equipment for kind in self._kinds[movement]}
        return len(kinds) > 1 and word_bag(movement) not in bare_movements()

    def _spelled(self, name: str) -> Exercise | None:
        return self._in_one_spelling.get(normal(name)) or self._in_any_order(name)

    def _in_any_order(self, name: str) -> Exercise | None:
        words = word_bag(name)
        found = self._by_words.get(words)
        if found is not None or words.isdisjoint(_ON_THE_BODY):
            return found
        bare = self._by_words.get(words - _ON_THE_BODY)
        return bare if bare and bare.load is LoadKind.BODYWEIGHT_PLUS else None

    def _form(self, name: str) -> Meaning | None:
        listed = self._forms.get(word_bag(name))
        if listed is not None:
            form_of = self._exercises[listed]
            return Meaning(variant(name, name, form_of), How.LIKE, like=form_of)
        for english in (name, *_readings(name)):
            kin, added = self._kin(english)
            if kin is not None:
                made = variant(name, english, kin)
                if english is not name and self._is_vague(english, kin):
                    added |= {"?"}
                kinds = self._kinds[_movement(kin.name)]
                if not shares_risk(english, kin, kinds, added):
                    # Nobody can say what failure risks on it.
                    made = replace(made, failure_risk=None, risk_reason="none")
                return Meaning(made, How.LIKE, like=kin)
        return None

    def _kin(self, text: str) -> tuple[Exercise | None, frozenset[str]]:
        """The exercise that the name without its remarks means, and the words left."""
        movement = _REMARK.split(_BRACKETS.sub(" ", text))[0].strip()
        every = frozenset(normal(text).split())
        tools = [word for word in normal(text).split() if equipment_named(word)]
        for head in _heads(normal(movement).split()):
            for guess in (*(f"{head} {tool}" for tool in tools[-1:]), head):
                if (found := self._spelled(guess)) is not None:
                    return found, every - set(normal(guess).split())
        return None, every


def _heads(words: Sequence[str]) -> Iterator[str]:
    """The words without ever more of those that only say how an exercise is done."""
    loose = [word for word in words if word in MODIFIERS or word in MAKERS]
    for count in range(min(len(loose), _MOST_LEFT_OUT) + 1):
        for left_out in combinations(loose, count):
            yield " ".join(word for word in words if word not in left_out)


def _movement(name: str) -> str:
    return normal(name.rpartition(" (")[0] or name)


def _readings(name: str) -> Iterator[str]:
    """The name in English, its brackets kept, from each language that it may be in."""
    outside = _REMARK.split(_BRACKETS.sub(" ", name))
    remarks = [*outside[1:], *_BRACKETS.findall(name)]
    for language in languages():
        movement = language.english(outside[0])
        said = " ".join(language.english(remark) or remark for remark in remarks)
        if movement is not None:
            yield f"{movement} ({said})"
        elif any(language.english(remark) for remark in remarks):
            yield f"{outside[0]} ({said})"

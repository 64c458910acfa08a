"""What a written name means, how that was found out, and when two names are one."""

import re
from enum import StrEnum

from befit_tui.domain.exercise import OWN_PREFIX, Exercise
from befit_tui.domain.text import folded
from befit_tui.domain.value import Value


class How(StrEnum):
    """How a name was matched, the most doubtful first."""

    UNKNOWN = "not known"
    """No exercise is like it: an own one, of which nothing is known."""
    LIKE = "like"
    """An own exercise with the muscles of the one that it is a form of."""
    SLIP = "a likely slip"
    """One letter of a word was missed, added or mistaken, or two were swapped."""
    ORDER = "the same words"
    LANGUAGE = "translated"
    SPELLING = "another spelling"
    ALIAS = "another name"
    CHOSEN = "your choice"
    NAME = "its name"


class Meaning(Value, frozen=True):
    """The exercise of a name; ``like`` is the one that it is a form of, or None.

    ``exercise`` is new where ``how`` is UNKNOWN or LIKE: nobody keeps it yet.
    ``language`` is that of the name, as ``pt``, where it was translated. A vague name
    leaves open what the exercise is done with.
    """

    exercise: Exercise
    how: How
    like: Exercise | None = None
    language: str = ""
    is_vague: bool = False

    @property
    def is_new(self) -> bool:
        """Whether the exercise was made for the name."""
        return self.how in (How.UNKNOWN, How.LIKE)

    @property
    def how_words(self) -> str:
        """How it was matched, in words: ``translated from pt``, ``like Plank``."""
        if self.like is not None:
            return f"your own, like {self.like.name}"
        if self.how is How.SLIP:
            return f"a likely slip for {self.exercise.name}"
        if self.how is How.LANGUAGE:
            return f"translated from {self.language}"
        return self.how.value


def name_key(name: str) -> str:
    """What makes two written names the same one: all but case and blanks count."""
    return " ".join(folded(name).split())


def own_id(name: str) -> str:
    """An id for an own exercise: no two names share one, in whatever script.

    The words of the name joined by hyphens; where that leaves signs out, with a mark
    that stands for them.
    """
    # OpenSSL, which comes with it, takes 3 ms of a start.
    from hashlib import sha256  # noqa: PLC0415

    key = name_key(name)
    words = re.findall(r"[^\W_]+", key)
    slug = "-".join(words or (f"{ord(sign):x}" for sign in key))
    told = " ".join(words) == key or not words
    mark = "" if told else f"-{sha256(key.encode('utf-8', 'replace')).hexdigest()[:6]}"
    return f"{OWN_PREFIX}{slug}{mark}"

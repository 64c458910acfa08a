"""The id of an exercise of the lifter's own, and the exercise of an unknown name."""

import re
import unicodedata
from hashlib import sha256

from befit_tui.catalog.names import equipment_named
from befit_tui.domain.exercise import OWN_PREFIX, Exercise


def unknown_own(name: str) -> Exercise:
    """An own exercise of which nothing is known but its name, and what that names."""
    return Exercise(
        id=own_id(name),
        name=name.strip(),
        equipment=next(reversed(equipment_named(name)), "other"),
        own=True,
    )


def name_key(name: str) -> str:
    """What makes two written names the same one: all but case and blanks count."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def own_id(name: str) -> str:
    """An id for an own exercise: no two names share one, in whatever script.

    The words of the name joined by hyphens; where that leaves signs out, with a mark
    that stands for them.
    """
    key = name_key(name)
    words = re.findall(r"[^\W_]+", key)
    slug = "-".join(words or (f"{ord(sign):x}" for sign in key))
    told = " ".join(words) == key or not words
    mark = "" if told else f"-{sha256(key.encode('utf-8', 'replace')).hexdigest()[:6]}"
    return f"{OWN_PREFIX}{slug}{mark}"

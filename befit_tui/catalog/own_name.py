"""When two written names are one, and the id of an own exercise by its name."""

import re
import unicodedata
from hashlib import sha256

from befit_tui.domain.exercise import OWN_PREFIX


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

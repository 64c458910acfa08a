"""Letters of a keyboard that is not Latin, as the keys in their place.

The keys of the program are Latin letters. A terminal with the Kitty protocol tells
which key of an English keyboard is in the place of a letter; that one is meant, unless
text is being typed.
"""

from unicodedata import name

from textual.events import Key
from textual.keys import _character_to_key

ADVICE = "The keys are Latin letters: switch the keyboard to a Latin layout for them."
"""For terminals that do not tell the place of a letter."""


class PlacedKey(Key):
    """A letter that is not Latin; ``place`` is the Latin one on the same key."""

    def __init__(self, key: str, character: str | None, place: str) -> None:
        super().__init__(key, character)
        self.place = place

    def copy(self) -> "PlacedKey":
        """The same key once more, as the parser gives it on."""
        return PlacedKey(self.key, self.character, self.place)

    def as_key(self, *, is_text: bool) -> Key:
        """The letter itself as text, else the key of an English keyboard.

        Textual knows a handler by the name of the message's class: what it is given
        must be a plain key.
        """
        if is_text:
            return Key(self.key, self.character)
        return Key(_character_to_key(self.place), self.place)


def is_foreign(character: str) -> bool:
    """Whether it is a letter of another alphabet."""
    return character.isalpha() and not name(character, "").startswith("LATIN")

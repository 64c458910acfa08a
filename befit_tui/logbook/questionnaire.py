"""A page of questions answered by single keys: the next digit answers the next line."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from befit_tui.domain.value import Value

Press = Callable[[Any, str], tuple[Any, bool] | None]
"""From the answer so far and a key to the new answer and whether the line is done;
None when the line has no use for the key. No answer is None."""


class Question(Value, frozen=True):
    """One question: its ``hint`` says what the keys mean, ``words`` the answer.

    ``more`` is said while the line takes the keys, ``doubt`` what of an answer is
    likely a slip.
    """

    name: str
    label: str
    hint: str
    press: Press
    words: Callable[[Any], str] = str
    more: str = ""
    doubt: Callable[[Any], str] = lambda answer: ""


class Questionnaire(Struct):
    """The questions with their answers so far and the line that takes the keys."""

    lines: Sequence[Question]
    answers: dict[str, Any] = field(default_factory=dict)
    at: int = 0
    asked: tuple[str, Any] | None = None
    """The question and the answer that were doubted last."""
    _is_full: bool = False
    """Whether the line under the cursor is answered, so that a digit means the next."""

    @property
    def done(self) -> bool:
        """Whether the last line was passed."""
        return self.at >= len(self.lines)

    def press(self, key: str) -> bool:
        """Take a key; whether it was of use.

        A digit fills the line, and the next one the next line: nobody has to say enter
        between them, and whoever does goes one line on, never two. What changes an
        answer, a full stop or an arrow, still goes to the line that was filled.
        """
        leaves = key in ("enter", "tab", "down", "up", "shift+tab")
        if leaves and not self.may_leave():
            return True
        if key in ("enter", "tab", "down"):
            last = len(self.lines) - 1
            self._go(min(self.at + 1, len(self.lines) if key == "enter" else last))
            return True
        if key in ("up", "shift+tab"):
            self._go(max(0, self.at - 1))
            return True
        if key in ("backspace", "delete"):
            self._take_back()
            return True
        following = min(self.at + 1, len(self.lines) - 1)
        if self._is_full and key not in (".", "left", "right"):
            return self._answer(following, key)
        return self._answer(self.at, key) or (
            self._is_full and self._answer(following, key)
        )

    def go_to(self, name: str) -> None:
        """Give the keys to a line, as a click does."""
        at = next((i for i, line in enumerate(self.lines) if line.name == name), None)
        if at is not None and at != self.at and self.may_leave():
            self._go(at)

    def may_leave(self) -> bool:
        """Whether the line may be left: a likely slip is asked about once."""
        line = None if self.done else self.lines[self.at]
        answer = None if line is None else self.answers.get(line.name)
        if line is None or answer is None or not line.doubt(answer):
            return True
        asked, self.asked = self.asked, (line.name, answer)
        return asked == self.asked

    @property
    def doubt(self) -> str:
        """What is asked about the answer under the cursor; empty while nothing is."""
        line = None if self.done else self.lines[self.at]
        if line is None or self.asked != (line.name, self.answers.get(line.name)):
            return ""
        return f"{line.doubt(self.answers[line.name])} Enter again keeps it"

    def words(self, line: Question) -> str:
        """The answer to a line; empty when there is none."""
        answer = self.answers.get(line.name)
        return "" if answer is None else line.words(answer)

    def _answer(self, place: int, key: str) -> bool:
        if place >= len(self.lines):
            return False
        line = self.lines[place]
        found = line.press(self.answers.get(line.name), key)
        if found is None:
            return False
        self.answers[line.name], done = found
        self._go(place)
        self._is_full = done
        return True

    def _go(self, place: int) -> None:
        self.at, self._is_full = place, False

    def _take_back(self) -> None:
        """Clear the line; one without an answer gives the keys to the line before."""
        name = "" if self.done else self.lines[self.at].name
        cleared = self.answers.pop(name, None) is not None
        self._go(self.at if cleared else max(0, self.at - 1))


def scale(low: int, high: int) -> Press:
    """A whole number by its digit; 0 stands for 10 where the scale reaches it."""

    def press(now: Any, key: str) -> tuple[Any, bool] | None:
        if key in ("left", "right"):
            step = 1 if key == "right" else -1
            return min(high, max(low, (now or low) + step)), False
        if not _is_digit(key):
            return None
        value = 10 if key == "0" and high == 10 else int(key)
        return (value, True) if low <= value <= high else None

    return press


def hours(now: Any, key: str) -> tuple[Any, bool] | None:
    """Hours by one digit; a full stop or the arrows change them by a half."""
    if key in (".", "right"):
        return (None if now is None else min(24.0, now + 0.5)), key == "."
    if key == "left":
        return (None if now is None else max(0.0, now - 0.5)), False
    return (float(key), True) if _is_digit(key) else None


def yes_no(now: Any, key: str) -> tuple[Any, bool] | None:
    """``y`` or ``n``."""
    return (key == "y", True) if key in ("y", "n") else None


def typed(most: int) -> Press:
    """A number up to ``most`` with one decimal, kept as text; ``enter`` goes on."""

    def press(now: Any, key: str) -> tuple[Any, bool] | None:
        text = (now or "") + key
        readable = re.fullmatch(r"\d{1,4}(\.\d?)?", text) is not None
        return (text, False) if readable and float(text) <= most else None

    return press


def choice(words: Mapping[str, Any]) -> Press:
    """One of some values by its letter."""

    def press(now: Any, key: str) -> tuple[Any, bool] | None:
        return (words[key], True) if key in words else None

    return press


def _is_digit(key: str) -> bool:
    return len(key) == 1 and key in "0123456789"

"""The digit that answered "reps left?" though a line was meant to begin with it.

``52.5x5`` typed right after a set: the 5 is its answer, and ``2.5x5`` what is left.
"""

from collections.abc import Callable

from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.doubts import lacks_first_digit

Answered = tuple[str, str]
"""A digit and what it was taken as, ``5 left``; both empty where no digit answered."""
NONE = "", ""


class StrayDigit:
    """Knows the digit before a line, and the whole line while that is offered."""

    def __init__(self) -> None:
        self._last: Answered = NONE
        self._before_line: Answered = NONE
        self.offered = ""
        """The line with its digit, for as long as esc would give it back."""

    def press(self, digit: str, label: str) -> None:
        """A key was pressed on the row: it answered with a digit, or begins a line."""
        self._before_line, self._last = self._last, (digit, label)

    def whole(
        self, text: str, read: Callable[[str], LoggedSet | None], shown: LoggedSet
    ) -> str:
        """The line with the digit before it, where it likely lacks it; else nothing.

        ``read`` gives the set that a line means, ``shown`` is what the row holds.
        """
        digit, _ = self._before_line
        joined = read(digit + text) if digit else None
        if joined is None or not lacks_first_digit(read(text), joined, shown):
            return ""
        return digit + text

    @property
    def words(self) -> str:
        """What has become of the digit."""
        return "{} before it was taken as {}".format(*self._before_line)

    def take_back(self) -> str:
        """The line that was offered, and forget its digit; nothing where none was."""
        whole, self.offered, self._before_line = self.offered, "", NONE
        return whole

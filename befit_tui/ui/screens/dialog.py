"""What every dialog has in common: it is answered once."""

from typing import Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Result = TypeVar("Result")


class Dialog(ModalScreen[Result], Generic[Result]):
    """A screen over the others that ends with its first answer."""

    _is_answered = False

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Give the answer and close; what comes after the first answer is nothing."""
        if self._is_answered:
            return AwaitComplete()
        self._is_answered = True
        return super().dismiss(result)

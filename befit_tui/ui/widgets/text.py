"""Text of the user made safe to draw, and cut by terminal cells."""

from rich.cells import cell_len, split_text

from befit_tui.domain.text import clean

__all__ = ["ELLIPSIS", "clean", "fit"]

ELLIPSIS = "…"


def fit(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells; what does not fit ends in an ellipsis."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    return split_text(text, width - 1)[0].rstrip() + ELLIPSIS

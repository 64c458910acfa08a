"""How much of a file is read: beyond it, it is no export of a training log.

A lifter who trains daily for fifty years fills a tenth of it.
"""

from befit_tui.domain.errors import ImportRefusedError

MOST_BYTES = 500_000_000
MOST_LINE = 15_000_000
"""Bytes between two line ends; a picture pasted into a note has two thirds of it."""
MOST_CELLS = 10_000
"""Cells in a record; the widest export has 60."""
MOST_TIMES = 200
"""How many times its size an archive may be, unpacked; tables are up to 30 times."""


def refuse_size(size: int, name: str) -> None:
    """Refuses a file that is too large before it is read.

    Raises:
        ImportRefusedError: it is.
    """
    if size > MOST_BYTES:
        raise ImportRefusedError(
            f"{name} has {size / 1e6:,.0f} MB, more than any log: give the file that "
            "the app exported."
        )


def refuse_lines(data: bytes, name: str) -> None:
    """Refuses a table with a line that none has; it costs one look at the file.

    JSON may stand on one line.

    Raises:
        ImportRefusedError: it has one.
    """
    refuse_size(len(data), name)
    start = 0 if data[:400].lstrip()[:1] not in (b"{", b"[") else len(data)
    while len(data) - start > MOST_LINE:
        reach = start + MOST_LINE
        end = max(data.rfind(b"\n", start, reach), data.rfind(b"\r", start, reach))
        if end < 0:
            line = data.count(b"\n", 0, start) + 1
            raise ImportRefusedError(
                f"{name}, line {line} is longer than any table has: give the CSV that "
                "the app exported."
            )
        start = end + 1


def refuse_cells(line: str, delimiter: str, name: str) -> None:
    """Refuses a heading of more columns than any table has.

    Raises:
        ImportRefusedError: it has more.
    """
    if line.count(delimiter) > MOST_CELLS:
        raise ImportRefusedError(
            f"{name} has {line.count(delimiter):,} columns: give the CSV that the app "
            "exported."
        )

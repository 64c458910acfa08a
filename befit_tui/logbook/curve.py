"""Values over time, as a chart or a command shows them."""

from datetime import date

from befit_tui.domain.value import Value


class Point(Value, frozen=True):
    """A value on a day, or at a time of it.

    ``band`` is the range that noise alone explains, ``measured`` what was read then
    where the value is the trend behind it, ``words`` what is to say of it. ``anew``: it
    cannot be compared with the point before, as of another machine.
    """

    day: date
    value: float
    record: bool = False
    band: tuple[float, float] | None = None
    measured: float | None = None
    words: str = ""
    anew: bool = False


class Curve(Value, frozen=True, kw_only=True):
    """Values over time, oldest first, and what they come to in a sentence.

    ``measure`` names what is measured, where that differs from lift to lift.
    """

    points: tuple[Point, ...]
    unit: str
    sentence: str
    measure: str = ""

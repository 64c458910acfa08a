"""What the log is made of: values, what their fields may hold, and how they change.

Reading a document checks numbers and times by the types of the fields; a value that is
made here is not checked.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from msgspec import Meta, Struct, structs

T = TypeVar("T")

MOST = 10**15 - 1
"""Beyond every number that anybody lifts, waits or counts, and exact as a float."""
FIRST_YEAR, LAST_YEAR = 1970, 2200
"""The years that a time of training may lie in."""
LONGEST = timedelta(hours=24)
"""Beyond what a workout lasts: a longer one is kept and named."""

Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Scale = Annotated[int, Meta(ge=1, le=5)]
Pain = Annotated[int, Meta(ge=0, le=10)]
# A whole number stays one: 80 is not written back as 80.0.
Tenths = Annotated[int, Meta(ge=0, le=10)] | Annotated[float, Meta(ge=0, le=10)]
Hours = Annotated[int, Meta(ge=0, le=24)] | Annotated[float, Meta(ge=0, le=24)]
Number = (
    Annotated[int, Meta(ge=-MOST, le=MOST)] | Annotated[float, Meta(ge=-MOST, le=MOST)]
)
Moment = Annotated[datetime, Meta(tz=True)]


class Value(Struct, frozen=True):
    """A value that never changes, in all else like a frozen dataclass.

    To define one costs a start next to nothing, where a dataclass takes half a
    millisecond, and 20 years of training are read into them in a quarter of the time.
    Those that a log holds by the hundred thousand say ``gc=False``: they can hold
    nothing that holds them again, so the search for garbage may pass over them.
    """


if TYPE_CHECKING:
    # It has the names and types of the fields checked, those of structs too.
    from dataclasses import replace as replace  # noqa: PLC0414, TID251
else:

    def replace(value: T, /, **changes: Any) -> T:
        """A value with other content in some fields; a dataclass or a ``Value``.

        Python has it from 3.13 on, as ``copy.replace``.
        """
        if isinstance(value, Value):
            return structs.replace(value, **changes)
        # With what it loads it takes 8 ms, and most commands have no dataclass.
        import dataclasses  # noqa: PLC0415

        return dataclasses.replace(value, **changes)  # noqa: TID251

"""What a field of the data may hold: numbers within bounds, times with an offset.

Reading a document checks it by these types; a value that is made here is not checked.
"""

from datetime import datetime, timedelta
from typing import Annotated

from msgspec import Meta

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

"""Ids that sort by time."""

import secrets
from collections.abc import Callable
from datetime import datetime
from uuid import UUID


def id_maker(clock: Callable[[], datetime]) -> Callable[[], str]:
    """A maker of version 7 UUIDs (RFC 9562), which Python has from 3.14 on."""

    def new_id() -> str:
        milliseconds = int(clock().timestamp() * 1000)
        version_and_random = 0x7 << 76 | secrets.randbits(12) << 64
        variant_and_random = 0b10 << 62 | secrets.randbits(62)
        return str(
            UUID(int=milliseconds << 80 | version_and_random | variant_and_random)
        )

    return new_id

"""``befit schema``: what the export and every ``--json`` answer holds, for programs."""

from argparse import Namespace
from typing import Any

from befit_tui.cli.open_log import Clock
from befit_tui.cli.output import say, say_json
from befit_tui.domain.errors import BefitError

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def run(args: Namespace, clock: Clock) -> None:
    """Print the schema of an answer, or the names of all."""
    from befit_tui.cli.schemas.answers import ANSWERS

    if args.name is None:
        for name in ANSWERS:
            say(name)
    elif args.name in ANSWERS:
        say_json(schema(args.name))
    else:
        known = ", ".join(ANSWERS)
        raise BefitError(f"There is no schema {args.name!r}; there are {known}.")


def schema(name: str) -> dict[str, Any]:
    """The JSON schema of an answer, complete in itself."""
    import msgspec

    from befit_tui.cli.schemas.answers import ANSWERS

    found = msgspec.json.schema(ANSWERS[name])
    return {"$schema": DIALECT, "title": f"befit {name}", **found}

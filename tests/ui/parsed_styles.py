"""Style sheets parsed once a process; each app of the tests reads the same ones."""

from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


def share_styles(patch: pytest.MonkeyPatch) -> None:
    """Let an app take the rules that another has parsed out of the same text."""
    parse = Stylesheet._parse_rules
    parsed: dict[tuple[object, ...], list[RuleSet]] = {}

    def look_up(sheet: Stylesheet, css: str, **source: Any) -> list[RuleSet]:
        variables = tuple(sheet._variables.items())
        key = css, variables, *source.items()
        if key not in parsed:
            parsed[key] = parse(sheet, css, **source)
        return parsed[key]

    patch.setattr(Stylesheet, "_parse_rules", look_up)

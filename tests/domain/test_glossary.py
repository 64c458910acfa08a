"""No word of the trade without its meaning at hand; one sign means one thing."""

import ast
import re
from pathlib import Path

import pytest

from befit_tui.domain import signs
from befit_tui.domain.glossary import GLOSSARY
from befit_tui.domain.signs import MEANINGS

PACKAGE = Path(signs.__file__).parent.parent
JARGON = (
    "hard set", "session load", "session effort", "slipped", "volitional", "momentary",
    "technical failure", "RPE", "RIR", "1RM", "deload", "readiness", "noise",
    "superset", "drop set", "warm-up", "hypertrophy", "not assessable",
    "failure budget", "called", "compound", "isolation", "accessory", "heavy",
    "training max", "stall", "noted", "check-in", "working set", "volume", "phase",
    "rising", "holding", "falling", "avoid", "caution", "intact", "broke",
)  # fmt: skip
"""Words that stand on a screen and that not every lifter knows."""


@pytest.mark.parametrize("word", JARGON)
def test_every_word_of_the_trade_is_explained(word):
    pattern = re.compile(rf"\b{re.escape(word)}\b")
    assert [term for term in GLOSSARY if pattern.search(term.word)]


def test_the_glossary_is_short_and_in_order():
    words = [term.word.casefold() for term in GLOSSARY]
    assert words == sorted(words)
    for term in GLOSSARY:
        assert len(term.meaning) <= 80
        assert not term.meaning.endswith(".")


SIGNS = {
    name: value
    for name, value in vars(signs).items()
    if name.isupper() and isinstance(value, str)
}
MARKS = re.compile("[\u2190-\u21ff\u25a0-\u25ff\u2600-\u27bf]")
"""Arrows, geometric shapes and dingbats: what can be taken for a sign."""


def test_every_sign_has_one_meaning_and_every_meaning_one_sign():
    assert set(MEANINGS) == set(SIGNS.values())
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert len(set(MEANINGS.values())) == len(MEANINGS)


ARROWS = set("←→↑↓")
"""Keys with arrows on them, and "becomes"."""


def literals(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return {
        mark
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docs
        for mark in MARKS.findall(node.value)
    }

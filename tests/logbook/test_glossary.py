"""No word of the trade without its meaning at hand; one sign means one thing."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from befit_tui.domain import signs
from befit_tui.domain.signs import MEANINGS
from befit_tui.logbook.glossary import GLOSSARY
from befit_tui.ui.widgets.role_styles import ROLE_STYLES

PACKAGE = Path(signs.__file__).parent.parent
JARGON = (
    "hard set", "moved", "session effort", "slipped", "volitional", "momentary",
    "technical failure", "RPE", "RIR", "1RM", "deload", "readiness", "noise",
    "superset", "drop set", "warm-up", "hypertrophy", "not assessable",
    "failure budget", "called", "compound", "isolation", "accessory", "heavy",
    "training max", "stall", "noted", "check-in", "working set", "volume", "phase",
    "rising", "holding", "falling", "avoid", "caution", "intact", "broke",
    "no failure", "form",
)  # fmt: skip
"""Words that stand on a screen and that not every lifter knows."""


@pytest.mark.parametrize("word", JARGON)
def test_every_word_of_the_trade_is_explained(word):
    pattern = re.compile(rf"\b{re.escape(word)}\b")
    assert [term for term in GLOSSARY if pattern.search(term)]


def test_the_glossary_is_short_and_in_order():
    words = [term.casefold() for term in GLOSSARY]
    assert words == sorted(words)
    for meaning in GLOSSARY.values():
        assert len(meaning) <= 80
        assert not meaning.endswith(".")


SIGNS = {
    name: value
    for name, value in vars(signs).items()
    if name.isupper() and isinstance(value, str)
}
MARKS = re.compile("[\u00bb\u2190-\u21ff\u25a0-\u25ff\u2600-\u27ff]")
"""Arrows, geometric shapes, dingbats: what can be taken for a sign."""


def test_every_sign_has_one_meaning_and_every_meaning_one_sign():
    assert set(MEANINGS) == set(SIGNS.values())
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert len(set(MEANINGS.values())) == len(MEANINGS)


ARROWS = set("←→↑↓")
"""Keys with arrows on them."""
DRAWING = (
    "widgets/charts/",
    "widgets/body/",
    "widgets/large_text.py",
    "domain/signs.py",
)
"""What draws with shapes, and the table itself."""
MODULES = [
    path
    for floor in ("domain", "logbook", "ui", "cli", "analysis")
    for path in sorted((PACKAGE / floor).rglob("*.py"))
    if not any(part in path.as_posix() for part in DRAWING)
]


def test_a_sign_is_written_by_its_name_alone():
    """Whoever marks something says by the name what the mark means."""
    found = {path.as_posix(): literals(path) - ARROWS for path in MODULES}
    assert {path: more for path, more in found.items() if more} == {}


ROOMS = {
    "RECORD": {
        "logbook", "logbook/history", "logbook/workout", "logbook/workout/finish",
        "ui/screens", "ui/screens/history", "ui/screens/workout", "ui/widgets",
    },
    "FAILURE": {"logbook/workout/finish", "ui/screens/history", "ui/widgets/meter"},
    "CARE": {
        "logbook", "logbook/workout", "logbook/workout/finish", "ui/screens/history",
        "ui/widgets", "ui/widgets/meter",
    },
    "STOP": {"logbook", "ui/screens/history"},
}  # fmt: skip
"""Where the signs that judge are used. Before a room is added: does its sign mean
there what ``MEANINGS`` says of it?"""


@pytest.mark.parametrize("sign", ROOMS)
def test_a_sign_that_judges_stands_where_its_meaning_was_thought_of(sign):
    used = re.compile(rf"\bsigns\.{sign}\b|domain\.signs import .*\b{sign}\b")
    found = {
        path.relative_to(PACKAGE).parent.as_posix()
        for path in MODULES
        if used.search(path.read_text(encoding="utf-8"))
    }
    assert found
    assert found <= ROOMS[sign]


def test_the_words_beside_a_sign_are_those_of_its_meaning():
    """A sign with a word that its meaning does not know has got a second meaning."""
    strange = {
        (name, text)
        for path in MODULES
        for name, text in beside(path)
        if not MEANT[name] & set(WORD.findall(text.casefold()))
    }
    assert strange == set()


WORD = re.compile(r"\b[a-z]{3,4}")
"""The beginnings of words: "warn" is as good as a warning."""
MEANT = {name: set(WORD.findall(MEANINGS[sign])) for name, sign in SIGNS.items()}


def beside(path: Path) -> Iterator[tuple[str, str]]:
    """The signs of a module with the words that are written right behind them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            for one, after in pairwise(node.values):
                if isinstance(one, ast.FormattedValue):
                    yield from _named(one.value, after)
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                yield from (
                    pair for text in _texts(value) for pair in _named(key, text)
                )
                yield from (pair for one in _texts(value) for pair in _named(one, key))


def _texts(value: ast.expr) -> list[ast.expr]:
    return value.elts if isinstance(value, ast.Tuple) else [value]


def _named(sign: ast.expr | None, text: ast.expr | None) -> Iterator[tuple[str, str]]:
    """The name of a sign and the text with it, if they are these and it has words."""
    if isinstance(sign, ast.Attribute) and ast.unparse(sign) == f"signs.{sign.attr}":
        words = str(text.value) if isinstance(text, ast.Constant) else ""
        if WORD.search(words.casefold()) and words not in ROLE_STYLES:
            yield sign.attr, words


def literals(path: Path) -> set[str]:
    """The signs in the texts of a module, its docstrings aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return {
        mark
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in told
        for mark in MARKS.findall(node.value)
    }

"""How a typed line reads, said back while it is typed."""

from befit_tui.domain.effort import left_of_rpe
from befit_tui.domain.grammar.entry_sets import Shown, new_load
from befit_tui.domain.grammar.manner import Manner
from befit_tui.domain.grammar.typed import Mark, Typed
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.vocabulary import EffortScale, Kind, LoadKind
from befit_tui.domain.wording import KIND_WORDS, distance_words, duration_words

MANY_LEFT = 5
"""Reps left from here on are more likely an RPE; product constant."""

_MARKS = {
    Mark.TECHNICAL: "technical failure",
    Mark.VOLITIONAL: "volitional failure",
    Mark.MOMENTARY: "momentary failure",
    Mark.SLIPPED: "form slipped",
    Mark.BROKE: "form broke",
}


def echo(typed: Typed, shown: Shown, manner: Manner, load_kind: LoadKind) -> str:
    """The line in words: ``80 kg x 8, 2 left, 3 sets``.

    Raises:
        EntryError: The change of load cannot be made on the load shown.
    """
    parts = [_work(typed, shown, manner.unit, load_kind), *_effort(typed, manner.scale)]
    if typed.kind in (Kind.WARMUP, Kind.DROP):
        parts.append(KIND_WORDS[typed.kind])
    if typed.sets > 1:
        parts.append(f"{typed.sets} sets")
    return ", ".join(parts)


def _work(typed: Typed, shown: Shown, unit: Unit, load_kind: LoadKind) -> str:
    if typed.again:
        return "the set above again"
    load = new_load(typed.load, shown, unit, load_kind)
    done = _measure(typed) or _measure(shown)
    if load is not None:
        return f"{_loaded(load, load_kind)} x {done or '?'}"
    if not done.isdigit():
        return done
    return "1 rep" if done == "1" else f"{done} reps"


def _loaded(load: Load, load_kind: LoadKind) -> str:
    if not load.value and load_kind is not LoadKind.WEIGHT:
        return "body weight"
    if load_kind is LoadKind.BODYWEIGHT_PLUS:
        return f"+{load}"
    if load_kind is LoadKind.ASSISTED:
        return f"{load} of assistance"
    return str(load)


def _measure(source: Typed | Shown) -> str:
    if source.seconds is not None:
        return duration_words(source.seconds)
    if source.metres is not None:
        return distance_words(source.metres)
    if isinstance(source, Typed) and source.sides is not None:
        return f"{source.reps} ({source.sides})"
    return "" if source.reps is None else str(source.reps)


def _effort(typed: Typed, scale: EffortScale) -> list[str]:
    said = []
    if typed.extra_reps:
        said.append(f"{typed.extra_reps} more with broken form")
    elif typed.mark is Mark.MOMENTARY and typed.reps == 0:
        said.append("missed")
    elif typed.mark is not None:
        said.append(_MARKS[typed.mark])
    if typed.rpe is not None:
        said.append(f"RPE {number(typed.rpe)}")
    left = left_of_rpe(typed.rpe) if typed.left is None else typed.left
    if left is not None:
        said.append(_left(left, typed, scale))
    return said


def _left(left: float, typed: Typed, scale: EffortScale) -> str:
    """The reps left, with a question to somebody who may have typed an RPE."""
    words = number(left)
    if left < MANY_LEFT or typed.rpe is not None or scale is EffortScale.RPE:
        return f"{words} left"
    return f"{words} left? for RPE {words} type @rpe{words}"

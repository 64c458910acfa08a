"""What is true of the whole day: its phase, how the lifter came in, what is offered."""

from befit_tui.logbook.check_in import readiness_now
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning.blocks import phase_words


def day_lines(logbook: Logbook) -> tuple[str, ...]:
    """The phase of the day and its check-in, a sentence each; none when unknown."""
    readiness = readiness_now(logbook)
    said = readiness.words if readiness is not None else ""
    return tuple(filter(None, (phase_words(logbook), said)))

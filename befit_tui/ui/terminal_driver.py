"""A driver of the terminal that quits at once and knows the place of a letter's key.

Not for Windows, where a console is no file: there Textual's own driver serves.

Textual's own waits for two ``select(0.1)`` to lapse before it restores the screen:
243 ms from the quit key to the shell against 43 ms with a pipe that wakes the reader.
"""

import os
import re
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from textual import constants
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key

from befit_tui.ui.foreign_keys import PlacedKey, is_foreign
from befit_tui.ui.style_codes import without_repeats

REPORT_PLACES = "\x1b[=4;2u"
"""Asks a terminal with the Kitty protocol for the key that is in the same place on an
English keyboard, beside what Textual asks for."""
INTRODUCERS = "[O]P_^X"
"""What begins a longer sequence behind an escape."""
_PLACED = re.compile(r"\x1b\[(\d+):\d*(?::(\d+))?;?")


class PlaceParser(XTermParser):
    """Textual's parser, which would stumble over the places of the letters."""

    def _sequence_to_key_events(
        self, sequence: str, alt: bool = False
    ) -> Iterable[Key]:
        """The keys of a sequence; esc and a key in one write are those two keys.

        Textual takes them for alt, which no key of the program has: of esc and enter
        only the enter would come.
        """
        character = sequence.removeprefix("\x1b")
        known = ANSI_SEQUENCES_KEYS.get(sequence, "")
        if (
            len(sequence) == len(character) + 1 == 2
            and character not in INTRODUCERS
            and isinstance(known, str)
        ):
            yield Key("escape", "\x1b")
            sequence = character
        yield from super()._sequence_to_key_events(sequence, alt)

    # Textual's remembers its answers; these are as quick.
    def _parse_extended_key(  # type: ignore[override]
        self, sequence: str
    ) -> list[Key] | None:
        found = _PLACED.match(sequence)
        if found is None:
            return super()._parse_extended_key(sequence)
        code, place, rest = found[1], found[2], sequence[found.end() :]
        if place and is_foreign(chr(int(code))) and rest.count(";") == 0:
            code = place  # ctrl+й without a text is ctrl+q
        keys = super()._parse_extended_key(f"\x1b[{code};{rest}")
        if keys is None or not place:
            return keys
        return [_placed(key, chr(int(place))) for key in keys]


def _placed(key: Key, place: str) -> Key:
    if key.character is None or not is_foreign(key.character):
        return key
    letter = place.upper() if key.character.isupper() else place
    return PlacedKey(key.key, key.character, letter)


class _Terminal:
    """The terminal to write to, which takes everything once its window is closed.

    Textual's thread that writes would die of it, and the queue before that thread fill:
    the program would wait for ever, and hold the log.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.fileno = stream.fileno

    def write(self, text: str) -> None:
        """Write, if anybody is there to see it."""
        with suppress(OSError):
            self._stream.write(text)

    def flush(self) -> None:
        """Flush, if anybody is there to see it."""
        with suppress(OSError):
            self._stream.flush()


class PromptDriver(LinuxDriver):
    """Textual's for Linux and macOS with an input thread that can be woken to end."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if self._file is not None:
            self._file = _Terminal(self._file)  # type: ignore[assignment]
        self._wake_reader, self._wake_writer = os.pipe()

    def write(self, data: str) -> None:
        """Write to the terminal, each style code only where the style changes."""
        super().write(without_repeats(data))

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if not constants.DISABLE_KITTY_KEY:
            self.write(REPORT_PLACES)
            self.flush()

    def run_input_thread(self) -> None:
        """Read input and send its events until ``disable_input`` wakes the reader."""
        parser = PlaceParser(self._debug)
        decode = getincrementaldecoder("utf-8")().decode
        # Not the quickest of the system: on a Mac that one does not take terminals.
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake_reader, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(0.1)}
                if self.fileno in ready:
                    data = decode(os.read(self.fileno, 4096))
                    if not data:
                        break  # the terminal is gone; SIGHUP ends the program
                    for event in parser.feed(data):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        if self._wake_reader in ready:
            os.read(self._wake_reader, 4096)

    def disable_input(self) -> None:
        """Stop reading. The byte stays readable until the thread has ended."""
        if not self.exit_event.is_set():
            os.write(self._wake_writer, b"x")
        super().disable_input()

"""A terminal driver that leaves at once.

Textual's own waits for two ``select(0.1)`` to lapse before it restores the screen:
243 ms from the quit key to the shell against 43 ms with a pipe that wakes the reader.
"""

import os
import selectors
from codecs import getincrementaldecoder

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from befit_tui.ui.style_codes import without_repeats


class PromptDriver(LinuxDriver):
    """Textual's Linux driver with an input thread that can be woken to end."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._wake_reader, self._wake_writer = os.pipe()

    def write(self, data: str) -> None:
        """Write to the terminal, each style code only where the style changes."""
        super().write(without_repeats(data))

    def run_input_thread(self) -> None:
        """Read input and send its events until ``disable_input`` wakes the reader."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")().decode
        with selectors.DefaultSelector() as selector:
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

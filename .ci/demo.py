"""Start ``befit demo`` in a pseudo-terminal, wait for its screen, quit with ctrl+q."""

import os
import pty
import select
import struct
import sys
import termios
import time
from fcntl import ioctl

WANTED = b"Proximity"
LIMIT = 30.0


def main() -> int:
    """0 when the screen came up and the program ended well."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp("befit", ["befit", "demo"])
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen = read_until(terminal, WANTED)
    os.write(terminal, b"\x11")
    read_until(terminal, None)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    print(f"befit demo: screen {'seen' if seen else 'NOT SEEN'}, exit code {code}")
    return 0 if seen and code == 0 else 1


def read_until(terminal: int, wanted: bytes | None) -> bool:
    """Read until ``wanted`` was printed (True), the end, or the time limit."""
    data, deadline = b"", time.monotonic() + LIMIT
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], 0.2)[0]:
            continue
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # the program has ended
            return False
        data += chunk
        if not chunk or (wanted and wanted in data):
            return bool(chunk)
    return False


if __name__ == "__main__":
    sys.exit(main())

"""Has a child process of the tests stand in for the same system."""

import os
import sys
from pathlib import Path

if system := os.environ["BEFIT_TEST_PLATFORM"]:
    sys.path.insert(0, str(Path(__file__).parent.parent))
    import standin

    standin.install(system)

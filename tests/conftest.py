"""For all tests: the system they run on, or the one that they stand in for."""

import gc
import os
import shutil
from pathlib import Path

from hypothesis import settings
from platforms import standin

# How long an example takes depends on what else the machine does.
settings.register_profile("befit", deadline=None)
settings.load_profile("befit")

if system := os.environ.get(standin.VARIABLE):
    standin.install(system)

# The store syncs what it writes, 2.5 ms each time on a disk and none in memory, and the
# tests have it do so by the ten thousand. A container may have hardly any such memory.
MEMORY, ENOUGH = Path("/dev/shm"), 2**30
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

# Thousands of tests leave a million objects that live on; looking through them at the
# usual times takes a tenth of the suite.
gc.set_threshold(50_000, 10, 10)

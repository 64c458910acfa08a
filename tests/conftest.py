"""For all tests: the system they run on, or the one that they stand in for."""

import gc
import os

from hypothesis import settings
from platforms import standin

# How long an example takes depends on what else the machine does.
settings.register_profile("befit", deadline=None)
settings.load_profile("befit")

if system := os.environ.get(standin.VARIABLE):
    standin.install(system)

# Thousands of tests leave a million objects that live on; looking through them at the
# usual times takes a tenth of the suite.
gc.set_threshold(50_000, 10, 10)

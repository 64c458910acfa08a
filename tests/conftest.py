"""For all tests: the system they run on, or the one that they stand in for."""

import os

from platforms import standin

if system := os.environ.get(standin.VARIABLE):
    standin.install(system)

"""Fuzz one subject with atheris, which looks for inputs that reach new code.

After ``pip install atheris``::

    PYTHONPATH=tests python -m bench.fuzz entry -runs=9999

The subjects are those of ``tests/test_fuzz.py``.
"""

import os
import sys

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports(include=["befit_tui"]):
    from test_fuzz import SUBJECTS, fuzzer


def main() -> None:
    """Run until an input fails or the runs are over."""
    name, *options = sys.argv[1:]
    if name not in SUBJECTS:
        sys.exit(f"say one of {', '.join(SUBJECTS)}")
    os.environ["BEFIT_DATA_DIR"] = "/nowhere"
    found = fuzzer(name, [])  # type: ignore[no-untyped-call]
    one_input = found.hypothesis.fuzz_one_input
    atheris.Setup([sys.argv[0], *options], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

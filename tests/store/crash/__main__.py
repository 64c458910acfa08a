"""The long run: every mode on every operation, and the ablations, as one table."""

import argparse
import sys
import time

from store.crash import ablations, modes, power
from store.crash.story import ONE_OF_EACH, at_random, in_memory, stages

ABLATED = (
    ablations.without_file_sync,
    ablations.without_folder_sync,
    ablations.without_carrying_sync,
    ablations.without_forgetting_sync,
    ablations.without_journal,
    ablations.without_rename,
)


def main() -> int:
    """Print the table; gives 1 if the store is broken or an ablation is not noticed."""
    parser = argparse.ArgumentParser(prog="python -m store.crash", description=__doc__)
    parser.add_argument("--random", type=int, default=40, metavar="N",
                        help="random operations after one of each (40)")  # fmt: skip
    wanted = parser.parse_args().random
    with in_memory() as base:
        story = stages(base / "stages", ONE_OF_EACH | at_random(wanted))
        one_of_each = story[: len(ONE_OF_EACH)]
        scratch = base / "scratch"
        print(f"{'mode':<48}{'operations':>12}{'states':>9}{'broken':>8}{'s':>7}")
        runs = {
            "SIGKILL at every call and in every write": (
                story, lambda: modes.kills(story, scratch)),
            "one error or short write, then again": (
                one_of_each, lambda: modes.faults(one_of_each, scratch)),
            "an error that lasts": (
                one_of_each, lambda: modes.lasting_faults(one_of_each, scratch)),
            "SIGKILL, then SIGKILL in the recovery": (
                one_of_each,
                lambda: modes.recoveries(one_of_each, scratch, ("kill", "tear"), 3)),
            "SIGKILL, then an error in the recovery": (
                one_of_each,
                lambda: modes.recoveries(one_of_each, scratch, ("EIO", "ENOSPC"), 3)),
            "power cut, names in any order": (
                story, lambda: power.power_cuts(story, base / "any", ordered=False)),
            "power cut, names in order": (
                story, lambda: power.power_cuts(story, base / "in", ordered=True)),
        }  # fmt: skip
        bad = [told for mode, run in runs.items() for told in _row(mode, *run)]
        for number, ablation in enumerate(ABLATED):
            run = lambda a=ablation, n=number: power.power_cuts(  # noqa: E731
                one_of_each, base / f"a{n}", ordered=False, ablation=a
            )
            mode = f"power cut, {ablation.__name__.replace('_', ' ')}"
            if not _row(mode, one_of_each, run):
                bad.append(f"{ablation.__name__} was not noticed")
    print("\n".join(bad[:40]))
    return 1 if bad else 0


def _row(mode, operations, run):
    started = time.perf_counter()
    found = run()
    took = time.perf_counter() - started
    print(f"{mode:<48}{len(operations):>12,}{found.states:>9,}"
          f"{len(found.broken):>8,}{took:>7.0f}", flush=True)  # fmt: skip
    return found.broken


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Lets allocations fail in the writing operations, one or all from one on, and judges what is left
as sweep.py does.

  memory.py --bin BUILD/bin [--only WORD] [--points N] [-j N]

An operation allocates tens of thousands of times: `--points` (default 60) of them, evenly spread, are
tried in each way. A signal or an abort is counted as unclean, not as wrong: libraries end the process where they
cannot go on. Whatever ended it, the files must be old or new. Exit code 0 when nothing is mixed, lost or stuck
and allocations did fail.
"""
import argparse
import concurrent.futures
import collections
import sys
import tempfile
from pathlib import Path

import operations
import sweep

BAD = ("mixed", "lost", "stuck")


class Memory(sweep.Sweep):
    kinds = {"once": 12, "on": 12}

    def died(self, kind, done):
        return done.returncode < 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--points", type=int, default=60)
    parser.add_argument("-j", type=int, default=2)
    options = parser.parse_args()
    binaries = options.bin.resolve()
    totals = collections.Counter()
    with tempfile.TemporaryDirectory(prefix="antardesa-memory-", dir=sweep.memory_folder()) as work:
        tools = operations.tools_in(binaries, Path(work))
        runs = Memory(tools, binaries / "allocation_shim.so", Path(work), options.points)
        sweep.print_head()
        with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
            for operation in operations.all_operations(tools):
                if options.only in operation.name:
                    totals.update(runs.run(operation, pool))
    print(f"allocations failed {totals['points']}: " + ", ".join(
        f"{totals[word]} {word}" for word in ("old", "new", "unclean") + BAD))
    sys.exit(1 if totals["old"] == 0 or any(totals[word] for word in BAD) else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Power cuts during every writing operation of the program: what it did to its files is recorded
once, then cut off at random moments with random parts of what was not synced.

  power.py --bin BUILD/bin [--only WORD] [--plans N]

Per operation: plans, how many left the old and the new state, how many something else (mixed), and
how many had been acknowledged and were not there (lost). Control: the same with syncs that do
nothing must show damage. Exit code 0 when mixed and lost are 0 and the control is red.
"""
import argparse
import collections
import os
import random
import shutil
import sys
import tempfile
from pathlib import Path

import disk_trace
import operations
import states
import sweep


class Cuts:
    def __init__(self, tools, work):
        self.tools, self.work = tools, work

    def recorded(self, operation):
        place = self.work / "recorded"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        folder = place / "f"
        operation.prepare(folder, self.tools)
        old = operation.state(folder)
        home = place / "home"
        home.mkdir()
        environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home),
                       "XDG_STATE_HOME": str(home), "ASAN_OPTIONS": "detect_leaks=0"}
        before, steps, done = disk_trace.record(operation.command(folder), folder,
                                                place / "trace", environment)
        if done.returncode != 0:
            raise SystemExit(f"{operation.name} fails: {done.stderr.decode(errors='replace')}")
        return folder, before, steps, old, operation.state(folder)

    def run(self, operation, plans, syncs=True):
        folder, before, steps, old, new = self.recorded(operation)
        dice = random.Random(operation.name)
        tally = collections.Counter()
        for _ in range(plans):
            at = len(steps) if dice.random() < 0.1 else dice.randrange(len(steps))
            image = disk_trace.after_power_cut(before, steps, at, dice, syncs)
            shutil.rmtree(folder)
            folder.mkdir()
            for name, data in image.items():
                Path(name).parent.mkdir(parents=True, exist_ok=True)
                Path(name).write_bytes(data)
            found = operation.state(folder)
            state = "new" if found == new else "old" if found == old else "mixed"
            if state == "mixed" and syncs and not tally["mixed"]:
                print(f"    {operation.name} at {at} of {len(steps)}: {states.brief(found)}")
            tally[state] += 1
            tally["lost"] += at == len(steps) and operation.acknowledges and state != "new"
        return len(steps), tally


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--plans", type=int, default=500, help="for each operation")
    options = parser.parse_args()
    totals, controls = collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory(prefix="antardesa-power-", dir=sweep.memory_folder()) as work:
        work = Path(work)
        tools = operations.tools_in(options.bin.resolve(), work)
        cuts = Cuts(tools, work)
        print(f"{'operation':<24}{'steps':>7}{'plans':>7}{'old':>7}{'new':>7}{'mixed':>7}{'lost':>7}")
        for operation in operations.all_operations(tools):
            if options.only not in operation.name:
                continue
            steps, tally = cuts.run(operation, options.plans)
            print(f"{operation.name:<24}{steps:>7}{options.plans:>7}" +
                  "".join(f"{tally[word]:>7}" for word in ("old", "new", "mixed", "lost")),
                  flush=True)
            totals.update(tally, plans=options.plans)
            if operation.is_project:
                controls.update(cuts.run(operation, 60, syncs=False)[1])
    print(f"power cuts: {totals['plans']} plans, " +
          ", ".join(f"{totals[word]} {word}" for word in ("old", "new", "mixed", "lost")) +
          f"; control without syncs: {controls['mixed'] + controls['lost']} damaged")
    damaged = controls["mixed"] + controls["lost"] > 0 or not controls
    sys.exit(1 if totals["mixed"] or totals["lost"] or not damaged else 0)


if __name__ == "__main__":
    main()

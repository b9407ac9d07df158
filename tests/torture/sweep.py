#!/usr/bin/env python3
"""Lets every call with which the program changes a file go wrong, one after the other, in every
writing operation, and judges what is left.

  sweep.py --bin BUILD/bin [--only WORD] [--points N] [-j N]

Per operation and kind of fault (once: EIO; full: the disk stays full; short: half a write, then
full; dead: EIO for every call from then on; kill: SIGKILL): the points tried, how many left the old and the new state, and how many
  mixed    anything else, a damaged or half file among them
  lost     exit code 0 and not the new state
  stray    a file that neither state has, left behind although the disk let it be removed
  mute     a failure without a message, or a signal that we did not send
  stuck    the operation does not work afterwards, once the fault is gone
Exit code 0 when all of these are 0 and the control shows damage.
"""
import argparse
import collections
import concurrent.futures
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import operations
import states

KINDS = {"once": 5, "full": 28, "short": 28, "dead": 5, "kill": 0}
BAD = ("mixed", "lost", "stray", "mute", "stuck")


def memory_folder():
    """Where thousands of syncs cost nothing; None for the usual place."""
    return "/dev/shm" if os.path.isdir("/dev/shm") else None


def names_in(folder):
    """Every file, with digits made equal: names may carry a time."""
    return {re.sub(r"\d", "0", str(path.relative_to(folder)))
            for path in folder.rglob("*") if path.is_file()}


def print_head():
    print(f"{'operation':<24} {'fault':<7} {'calls':>6} {'points':>6} {'old':>5} {'new':>5} " +
          " ".join(f"{word:>5}" for word in BAD))


class Sweep:
    kinds = KINDS

    def died(self, kind, done):
        """Whether the fault itself ended the process, so that no word and no tidying is due."""
        return kind == "kill" and done.returncode == -signal.SIGKILL

    def __init__(self, tools, shim, work, points):
        self.tools, self.shim, self.work, self.points = tools, shim, work, points
        self.count = 0

    def folder(self):
        self.count += 1
        return self.work / f"run{self.count}" / "f"

    def call(self, operation, folder, kind=None, at=0):
        home = folder.parent / "home"
        home.mkdir(exist_ok=True)
        environment = {**os.environ, "LD_PRELOAD": str(self.shim), "FAULT_UNDER": str(folder),
                       "FAULT_COUNT": str(folder.parent / "calls"), "FAULT_AT": str(at),
                       "FAULT_KIND": kind or "none", "FAULT_ERRNO": str(self.kinds.get(kind, 0)),
                       "HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_STATE_HOME": str(home),
                       "XDG_CACHE_HOME": str(home), "ASAN_OPTIONS": "detect_leaks=0"}
        command = [str(word) for word in operation.command(folder)]
        return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)

    def fresh(self, operation):
        folder = self.folder()
        folder.parent.mkdir()
        operation.prepare(folder, self.tools)
        return folder

    def reference(self, operation):
        """(calls, old state, new state, names of both)"""
        folder = self.fresh(operation)
        old, names = operation.state(folder), names_in(folder)
        done = self.call(operation, folder)
        if done.returncode != 0:
            raise SystemExit(f"{operation.name} fails without a fault: {done.stderr.decode()}")
        new = operation.state(folder)
        if new == old or new.startswith(("half", "corrupt", "absent")):
            raise SystemExit(f"{operation.name} changes nothing: {states.brief(new)}")
        calls = int((folder.parent / "calls").read_text())
        names |= names_in(folder)
        shutil.rmtree(folder.parent)
        return calls, old, new, names

    def strike(self, operation, kind, at, known):
        _, old, new, names = known
        folder = self.fresh(operation)
        done = self.call(operation, folder, kind, at)
        found = operation.state(folder)
        verdict = collections.Counter(points=1)
        state = "new" if found == new else "old" if found == old else "mixed"
        verdict[state] += 1
        killed = self.died(kind, done)
        verdict["unclean"] += killed
        verdict["lost"] += operation.acknowledges and done.returncode == 0 and state != "new"
        verdict["mute"] += not killed and (done.returncode < 0 or
                                           (done.returncode != 0 and not done.stderr.strip()))
        # A journal that could not be played back is what the next opening needs; that of a file
        # under a private name nobody opens again.
        left = {name for name in names_in(folder) - names
                if not name.endswith(".gpkg-journal") or Path(name).name.startswith(".antardesa-")}
        verdict["stray"] += bool(left) and not killed and kind != "dead"
        if not operation.name.startswith("control"):
            again = self.call(operation, folder)
            # What was reached before the fault may refuse to be reached twice (undo, create).
            works = again.returncode == 0 or (state == "new" and again.returncode == 1)
            verdict["stuck"] += not works
            if any(verdict[word] for word in BAD):
                self.explain(operation, kind, at, verdict, done, found, left, again)
        shutil.rmtree(folder.parent)
        return verdict

    @staticmethod
    def explain(operation, kind, at, verdict, done, found, left, again):
        wrong = ", ".join(word for word in BAD if verdict[word])
        print(f"    {operation.name} / {kind} at {at}: {wrong}; exit {done.returncode}"
              f" {done.stderr.decode(errors='replace').strip()[:160]!r}; state"
              f" {states.brief(found)}; left {sorted(left)[:3]}; then exit {again.returncode}"
              f" {again.stderr.decode(errors='replace').strip()[:120]!r}", flush=True)

    def chosen(self, calls):
        if not self.points or calls <= self.points:
            return range(1, calls + 1)
        return sorted({1 + round(i * (calls - 1) / max(self.points - 1, 1)) for i in range(self.points)})

    def run(self, operation, pool):
        known = self.reference(operation)
        totals = collections.Counter()
        for kind in self.kinds:
            tally = collections.Counter()
            jobs = [pool.submit(self.strike, operation, kind, at, known)
                    for at in self.chosen(known[0])]
            for job in jobs:
                tally.update(job.result())
            print(f"{operation.name:<24} {kind:<7} {known[0]:>6} {tally['points']:>6}"
                  f" {tally['old']:>5} {tally['new']:>5} " +
                  " ".join(f"{tally[word]:>5}" for word in BAD), flush=True)
            totals.update(tally)
        return totals


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, required=True, help="folder of antardesa, torture_driver"
                        " and fault_shim.so")
    parser.add_argument("--only", default="", help="operations whose name contains this")
    parser.add_argument("--points", type=int, default=0, help="at most so many per kind; 0: all")
    parser.add_argument("-j", type=int, default=2)
    options = parser.parse_args()
    binaries = options.bin.resolve()
    with tempfile.TemporaryDirectory(prefix="antardesa-sweep-", dir=memory_folder()) as work:
        work = Path(work)
        tools = operations.tools_in(binaries, work)
        sweep = Sweep(tools, binaries / "fault_shim.so", work, options.points)
        print_head()
        totals = collections.Counter()
        with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
            for operation in operations.all_operations(tools):
                if options.only in operation.name:
                    totals.update(sweep.run(operation, pool))
            damage = sweep.run(operations.control(tools), pool)["mixed"]
    print(f"fault points {totals['points']}: " +
          ", ".join(f"{totals[word]} {word}" for word in ("old", "new") + BAD) +
          f"; control: {damage} damaged")
    sys.exit(1 if damage == 0 or any(totals[word] for word in BAD) else 0)


if __name__ == "__main__":
    main()

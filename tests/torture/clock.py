#!/usr/bin/env python3
"""Whatever the clock and the time zone of the computer say, the history keeps its order.

  clock.py --bin BUILD/bin [--edits N]

Each edit, undo and backup runs under libfaketime at a random moment between 1971 and 2096, in a
random zone. After each the newest entry must be the one just made, the file must be whole, and the
backup just made must still be there after the old ones are thinned out. Control: by their wall
clock the entries would stand in another order.
"""
import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ZONES = ["Asia/Jakarta", "UTC", "America/New_York", "Pacific/Kiritimati", "Europe/Berlin"]
# The last second of a 32-bit clock, hours that summer time skips and repeats, a leap day.
MOMENTS = ["2038-01-19 03:14:07", "2026-03-29 02:30:00", "2026-10-25 02:30:00", "2028-02-29 23:59:59"]
STATES = ["dokumen", "pelacakan", "belum_ditelusuri"]


def moment(chance):
    if chance.random() < 0.3:
        return chance.choice(MOMENTS)
    return f"{chance.randint(1971, 2096)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02} 12:00:00"


class Desk:
    def __init__(self, program, folder, chance):
        self.program, self.chance = program, chance
        self.home = folder / "home"
        self.home.mkdir()
        self.call("demo", folder, forged=False)
        self.project = folder / "kabupaten-contoh.gpkg"
        listed = json.loads(self.call("segments", self.project, "--json", forged=False))
        # The others may not change without a document.
        self.open = [row["id"] for row in listed["segments"] if row["state"] in STATES]

    def call(self, *words, forged=True):
        environment = {**os.environ, "HOME": str(self.home), "XDG_STATE_HOME": str(self.home),
                       "XDG_CONFIG_HOME": str(self.home)}
        command = [str(word) for word in (self.program, *words)]
        if forged:
            environment["TZ"] = self.chance.choice(ZONES)
            command = ["faketime", "-f", "@" + moment(self.chance)] + command
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=60)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(command)}: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout

    def edits(self):
        return json.loads(self.call("history", self.project, "--json", forged=False))["edits"]

    def backups(self):
        return set(self.project.parent.rglob("*.gpkg")) - {self.project}


def one_step(desk, number):
    """Whether what was just done is the newest there is."""
    before = desk.edits()
    if number % 7 == 3:
        old = desk.backups()
        desk.call("backup", desk.project)
        return bool(desk.backups() - old) and len(desk.edits()) == len(before)
    if number % 5 == 4:
        desk.call("undo", desk.project)
    else:
        desk.call("segments", desk.project, "--set",
                  f"{desk.open[number % 20]}={STATES[number // 20 % len(STATES)]}")
    before, after = [[edit["revision"] for edit in edits] for edits in (before, desk.edits())]
    return after[1:] == before and after[0] > max(before, default=0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--edits", type=int, default=60)
    options = parser.parse_args()
    if not shutil.which("faketime"):
        print("clock: skipped, there is no faketime")
        return 0
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(options.bin / "antardesa", Path(name), random.Random(33))
        right = sum(one_step(desk, number) for number in range(options.edits))
        desk.call("history", desk.project, "--verify", forged=False)
        desk.call("integrity", desk.project, forged=False)
        edits = desk.edits()
    by_clock = sorted(edits, key=lambda edit: edit["time"], reverse=True)
    control = "red" if by_clock != edits else "GREEN"
    print(f"clock: order right {right}/{options.edits}, history and rows whole; control by wall clock {control}")
    return 0 if right == options.edits and control == "red" else 1


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""A person works in the window while every synchronisation of the disk takes long.

  slow_disk.py --bin BUILD/bin [--delay MILLISECONDS]

The real window under Xvfb and strace, which holds up each fsync. Every task is looked at; a
village is renamed, the renaming undone and redone. From the moment that the window stands, the
thread that draws may touch no file at all: each call it makes on one is told. What was done must be
there in the end. Control: a command of the shell, which writes on its only thread, must be found
out. The longest frame that the program noted itself is printed.
"""
import argparse
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CALLS = "openat,open,pread64,pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2"
LINE = re.compile(r"^(\d+) +(\d+\.\d+) (\w+)\((.*)$")
NAMED = re.compile(r'^(?:\d+<|[^"]*")(/(?!dev/|proc/|sys/)[^">]*)')
LONGEST = re.compile(r"(\d+) ms")


def traced(log, delay, command, environment):
    slow = f"inject=fsync,fdatasync:delay_enter={delay * 1000}"
    return subprocess.Popen(["strace", "-f", "--seccomp-bpf", "-y", "-ttt", "-qq", "-o", log, "-e", f"trace={CALLS}",
                             "-e", slow, *command], env=environment, stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def on_its_first_thread(log, since):
    """Calls of the process's own thread, the first in the log, on any file of a disk."""
    first = None
    found = []
    for line in log.read_text(errors="replace").splitlines():
        match = LINE.match(line)
        if not match:
            continue
        thread, at, call, words = match.groups()
        first = first or thread
        if thread == first and float(at) >= since and NAMED.match(words):
            found.append(f"{call}({words[:160]}")
    return found


class Display:
    def __init__(self):
        self.name = f":{random.randint(500, 900)}"
        self.server = subprocess.Popen(["Xvfb", self.name, "-screen", "0", "1366x768x24"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def hand(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env={**os.environ, "DISPLAY": self.name}, check=True,
                       capture_output=True, timeout=120)

    def close(self):
        self.server.terminate()
        self.server.wait()


def revision(program, project):
    answer = subprocess.run([program, "info", project, "--json"], capture_output=True, timeout=60)
    found = re.search(rb'"revision": *(\d+)', answer.stdout)
    # While the window writes, another reader may be told to wait.
    return int(found.group(1)) if found else None


def until(program, project, wanted, what, act=None):
    """Waits for the revision; `act` is done again now and then, for a key is passed over while an answer is awaited."""
    for turn in range(300):
        if act and turn % 40 == 0:
            act()
        if revision(program, project) == wanted:
            return
        time.sleep(0.2)
    raise SystemExit(f"slow disk: {what} did not arrive")


def work_in_window(program, folder, delay):
    """The calls found, and the milliseconds of the longest frame noted."""
    home = folder / "home"
    home.mkdir()
    display = Display()
    environment = {**os.environ, "DISPLAY": display.name, "HOME": str(home), "XDG_CONFIG_HOME": str(home),
                   "XDG_STATE_HOME": str(home), "LIBGL_ALWAYS_SOFTWARE": "1"}
    subprocess.run([program, "--quiet", "demo", folder], env=environment, check=True)
    project = folder / "kabupaten-contoh.gpkg"
    before = revision(program, project)
    log = folder / "window.strace"
    window = traced(log, delay, [program, project], environment)
    try:
        display.hand("search", "--sync", "--onlyvisible", "--name", "Kabupaten Contoh")
        time.sleep(4)
        since = time.time()
        for job in (2, 3, 4, 1):
            display.hand("key", f"ctrl+{job}")
            time.sleep(2)
            display.hand("mousemove", 600 + 20 * job, 300)
        time.sleep(2)
        # A village in the middle of the map, "Ubah…" at the foot of its card, another name, Enter.
        display.hand("mousemove", 760, 300, "click", 1)
        time.sleep(3)
        display.hand("mousemove", 1309, 716, "click", 1)
        time.sleep(3)
        display.hand("type", "--delay", 60, "Uji")
        display.hand("key", "Return")
        until(program, project, before + 1, "the new name")
        time.sleep(8)
        display.hand("mousemove", 700, 250, "key", "ctrl+z")
        until(program, project, before + 2, "undo")
        until(program, project, before + 3, "redo", lambda: display.hand("key", "ctrl+shift+z"))
    finally:
        # strace goes with what it follows.
        children = Path(f"/proc/{window.pid}/task/{window.pid}/children").read_text().split()
        for child in children:
            os.kill(int(child), signal.SIGTERM)
        try:
            window.wait(timeout=60)
        except subprocess.TimeoutExpired:
            window.kill()
        display.close()
    notes = "".join(path.read_text(errors="replace") for path in home.rglob("catatan.log"))
    longest = max((int(found) for found in LONGEST.findall(notes)), default=0)
    return on_its_first_thread(log, since), longest


def control(program, folder, delay):
    project = folder / "kabupaten-contoh.gpkg"
    listed = json.loads(subprocess.run([program, "segments", project, "--json"], capture_output=True, check=True).stdout)
    segment = next(row["id"] for row in listed["segments"] if row["state"] == "belum_ditelusuri")
    log = folder / "shell.strace"
    traced(log, delay, [program, "--quiet", "segments", project, "--set", f"{segment}=dokumen"],
           dict(os.environ)).wait()
    return [call for call in on_its_first_thread(log, 0) if call.startswith("pwrite") and str(project) in call]


def main():
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--bin", required=True, type=Path)
    words.add_argument("--delay", type=int, default=400)
    wanted = words.parse_args()
    if not all(shutil.which(tool) for tool in ("strace", "Xvfb", "xdotool")):
        print("slow disk: skipped, strace, Xvfb or xdotool is missing")
        return 0
    folder = Path(tempfile.mkdtemp(prefix="antardesa-slow-"))
    program = str(wanted.bin / "antardesa")
    try:
        found, longest = work_in_window(program, folder, wanted.delay)
        for call in found[:20]:
            print(f"  {call}")
        if not control(program, folder, wanted.delay):
            print("slow disk: the control was not found out")
            return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"slow disk: {wanted.delay} ms a sync, 3 edits in the window, {len(found)} calls on files by the thread "
          f"that draws, longest frame noted {longest} ms")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

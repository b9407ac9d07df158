#!/usr/bin/env python3
"""Writing operations of the built program on real media: a small tmpfs that fills up, a medium
mounted read-only, one that is pulled, a project replaced or cut off while it is open.

  media.py --bin BUILD/bin [--short]

Prints a table: operation, medium, outcome. Mounts in a mount namespace of its own, so that nothing
stays mounted; where that is not permitted it says so and leaves with code 0. Exit code 1 when a
file was corrupt, work was lost that was said done, a half file stayed, a failure said nothing or not
which file, or the retry on a medium with room failed.
"""
import argparse
import ctypes
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import operations
import states

INSIDE = "ANTARDESA_MEDIA_INSIDE"
LARGE_MEDIUM = "tmpfs 6 MiB"
SIZES = {"tmpfs 512 KiB": 512, "tmpfs 2 MiB": 2048, LARGE_MEDIUM: 6144}
LEFT = (0, 4, 16, 64)  # KiB free when the operation starts
LARGE = {"backup of a large project": (64, 1200), "demo": (64, 1200)}  # fill what has room for them
MNT_DETACH = 2


class Table:
    def __init__(self):
        self.bad = 0
        self.rows = 0
        print(f"{'operation':<24} {'medium':<30} outcome")

    def add(self, operation, medium, wrong, outcome):
        self.rows += 1
        self.bad += bool(wrong)
        print(f"{operation:<24} {medium:<30} {'WRONG: ' + wrong + '; ' if wrong else ''}{outcome}",
              flush=True)


def mount(*words):
    subprocess.run(["mount", *map(str, words)], check=True, stderr=subprocess.PIPE)


def detach(folder):
    """umount -l: what is open stays open, the path leads elsewhere."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.umount2(os.fsencode(folder), MNT_DETACH) != 0:
        raise OSError(ctypes.get_errno(), "umount2", str(folder))


def call(command, home):
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home),
                   "XDG_STATE_HOME": str(home), "XDG_CACHE_HOME": str(home),
                   "ASAN_OPTIONS": "detect_leaks=0"}
    return subprocess.run([str(word) for word in command], env=environment, timeout=120,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def said(done):
    return done.stderr.decode(errors="replace").strip()


def names_in(folder):
    return {re.sub(r"\d", "0", str(path.relative_to(folder)))
            for path in folder.rglob("*") if path.is_file() and path.name != "ballast"}


def fill(folder, left_kib):
    """A file that takes all but `left_kib`."""
    status = os.statvfs(folder)
    room = status.f_bavail * status.f_frsize - left_kib * 1024
    with open(folder / "ballast", "wb") as file:
        if room > 0:
            file.write(b"\0" * room)


def reference(operation, tools, work):
    folder = work / "reference" / "f"
    folder.parent.mkdir()
    operation.prepare(folder, tools)
    old, names = operation.state(folder), names_in(folder)
    done = call(operation.command(folder), work)
    if done.returncode != 0:
        raise SystemExit(f"{operation.name} fails on a good medium: {said(done)}")
    new, names = operation.state(folder), names | names_in(folder)
    shutil.rmtree(folder.parent)
    return old, new, names


def wrong_about(operation, done, state, known, left):
    old, new, _ = known
    if state not in (old, new):
        return "mixed or half"
    if operation.acknowledges and done.returncode == 0 and state != new:
        return "said done but lost"
    if done.returncode < 0 or (done.returncode != 0 and not said(done)):
        return "no message"
    if done.returncode != 0 and len(said(done).splitlines()) != 1:
        return "not one line"
    if done.returncode not in (0, 1):
        return f"exit {done.returncode}"
    if left:
        return f"left {sorted(left)[:2]}"
    return ""


def space_named(done, operation):
    """The file meant, what is needed and what is free; never a private name."""
    text = said(done)
    if text.startswith("project.no_space("):  # the driver knows no language
        return ""
    if ".antardesa-" in text:
        return "names a private file"
    wanted = Path(operation.target.split("*")[0].rstrip("/")).name.split(".")[0]
    if wanted not in text:
        return f"does not name {wanted}"
    if "perlu" not in text or "tersedia" not in text and "masih ada" not in text:
        return "does not say the space"
    return ""


def on_full_medium(operation, tools, work, table, medium, left_kib):
    known = reference(operation, tools, work)
    mounted = work / "medium"
    mounted.mkdir(exist_ok=True)
    mount("-t", "tmpfs", "-o", f"size={SIZES[medium]}k", "none", mounted)
    try:
        folder = mounted / "f"
        try:
            operation.prepare(folder, tools)
        except OSError:
            return
        fill(folder, left_kib)
        done = call(operation.command(folder), work)
        state = state_of(operation, folder, work)
        wrong = wrong_about(operation, done, state, known, names_in(folder) - known[2])
        if not wrong and done.returncode == 1:
            wrong = space_named(done, operation)
        outcome = "done" if done.returncode == 0 else "refused: " + said(done)[:110]
        (folder / "ballast").unlink()
        again = call(operation.command(folder), work)
        if not wrong and done.returncode != 0 and SIZES[medium] >= 2048:
            wrong = "" if again.returncode == 0 and state_of(operation, folder, work) == known[1] \
                else "retry failed: " + said(again)[:90]
            outcome += " | retry done" if not wrong else ""
        table.add(operation.name, f"{medium}, {left_kib} KiB left", wrong,
                  outcome.replace(str(mounted), "…"))
    finally:
        detach(mounted)


def state_of(operation, folder, work):
    """Judged on a copy, which needs room that the medium does not have."""
    copy = work / "judged" / "f"
    shutil.copytree(folder, copy, ignore=lambda _, names: [n for n in names if n == "ballast"])
    try:
        return operation.state(copy)
    finally:
        shutil.rmtree(copy.parent)


def full_media(tools, work, table, short):
    wanted = ("create", "edit", "import update", "undo", "redo", "backup", "recover", "export pdf",
              *LARGE,
              "export png", "convert geojson", "convert shp", "convert shp over a set",
              "convert gpkg")
    for operation in operations.all_operations(tools):
        if operation.name not in wanted:
            continue
        large = LARGE.get(operation.name)
        media = [LARGE_MEDIUM] if large else [name for name in SIZES if name != LARGE_MEDIUM]
        for medium in media[-1:] if short else media:
            for left in large or ((0, 16) if short else LEFT):
                on_full_medium(operation, tools, work, table, medium, left)


def fingerprint(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def read_only(tools, work, table):
    source, mounted, out = work / "ro-source", work / "ro", work / "ro-out"
    for folder in (source, mounted, out):
        folder.mkdir()
    shutil.copyfile(tools.seeds / "base.gpkg", source / "p.gpkg")
    wal = bytearray((tools.seeds / "base.gpkg").read_bytes())
    wal[18:20] = b"\x02\x02"
    (source / "wal.gpkg").write_bytes(wal)
    before = fingerprint(source)
    mount("--bind", source, mounted)
    mount("-o", "remount,bind,ro", mounted)
    app, medium = tools.program, "bind mount, read-only"
    project = mounted / "p.gpkg"
    looks = {"info": [app, "info", project], "list": [app, "list", project, "villages"],
             "check": [app, "check", project],
             "export elsewhere": [app, "export", project, "-o", out / "x.pdf", "--paper", "a4"],
             "convert elsewhere": [app, "convert", project, "--layer", "desa", "-o",
                                   out / "x.geojson"],
             "info of a WAL-flagged": [app, "info", mounted / "wal.gpkg"]}
    writes = {"undo": [app, "undo", project], "backup": [app, "backup", project],
              "import": [app, "import", tools.seeds / "new.geojson", project],
              "edit": [tools.driver, "edit", project, "3", "Baru"],
              "export there": [app, "export", project, "-o", mounted / "x.pdf", "--paper", "a4"],
              "convert there": [app, "convert", project, "--layer", "desa", "-o",
                                mounted / "x.shp"],
              "undo of a WAL-flagged": [app, "undo", mounted / "wal.gpkg"]}
    try:
        for name, command in {**looks, **writes}.items():
            done = call(command, work)
            wrong = "" if done.returncode == (0 if name in looks else 1) else \
                f"exit {done.returncode}"
            if name in writes and not wrong:
                wrong = "" if len(said(done).splitlines()) == 1 and ".antardesa-" not in said(done) \
                    and str(mounted) in said(done) else "message without the file"
            if fingerprint(source) != before:
                wrong = "bytes changed on a read-only medium"
            outcome = "works" if done.returncode == 0 else "refused: " + said(done)[:110]
            table.add(name, medium, wrong, outcome.replace(str(mounted), "…"))
    finally:
        detach(mounted)


class HeldProject:
    """The driver with the project open, waiting before its edit."""

    def __init__(self, tools, project, home):
        environment = {**os.environ, "HOME": str(home)}
        self.process = subprocess.Popen(
            [str(tools.driver), "held-edit", str(project), "3", "Nama Baru"], env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.opened = self.process.stdout.readline().strip() == b"open"

    def go_on(self):
        _, errors = self.process.communicate(b"\n", timeout=60)
        return self.process.returncode, errors.decode(errors="replace").strip()


def pulled(tools, work, table):
    backing, mounted = work / "stick.img", work / "stick"
    mounted.mkdir()
    mount("-t", "tmpfs", "-o", "size=4m", "none", mounted)
    project = mounted / "p.gpkg"
    shutil.copyfile(tools.seeds / "base.gpkg", project)
    held = HeldProject(tools, project, work)
    old = states.project_dump(project)
    descriptor = os.open(project, os.O_RDONLY)  # what the medium holds, seen after it is gone
    detach(mounted)
    code, text = held.go_on()
    backing.write_bytes(os.read(descriptor, 1 << 24))
    os.close(descriptor)
    left = "old" if states.project_dump(backing) == old else "changed"
    wrong = "" if held.opened and code == 1 and text and left == "old" and not any(
        mounted.iterdir()) else f"exit {code}, {left}"
    table.add("edit while open", "stick pulled (umount -l)", wrong, f"exit {code}: {text[:110]}")


def changed_under(tools, work, table):
    def replaced(project):
        shutil.copyfile(tools.seeds / "undone.gpkg", project.with_name("q.gpkg"))
        os.replace(project.with_name("q.gpkg"), project)

    def cut(project):
        os.truncate(project, project.stat().st_size // 2)

    def removed(project):
        project.unlink()

    for number, (name, change) in enumerate((("replaced by another", replaced),
                                             ("cut to half", cut), ("deleted", removed))):
        folder = work / f"under{number}"
        folder.mkdir()
        project = folder / "p.gpkg"
        shutil.copyfile(tools.seeds / "base.gpkg", project)
        held = HeldProject(tools, project, work)
        change(project)
        before = fingerprint(folder)
        code, text = held.go_on()
        after = {key: value for key, value in fingerprint(folder).items()}
        wrong = "" if held.opened and code == 1 and text and after == before else \
            f"exit {code}, files {'same' if after == before else 'changed'}"
        table.add("edit while open", f"file {name}", wrong, f"exit {code}: {text[:110]}".replace(
            str(folder), "…"))


def inside(options):
    binaries = options.bin.resolve()
    with tempfile.TemporaryDirectory(prefix="antardesa-media-") as work:
        work = Path(work)
        tools = operations.tools_in(binaries, work)
        table = Table()
        began = time.monotonic()
        read_only(tools, work, table)
        pulled(tools, work, table)
        changed_under(tools, work, table)
        full_media(tools, work, table, options.short)
        print(f"media: {table.rows} rows in {time.monotonic() - began:.0f} s, {table.bad} wrong"
              " (corrupt, half, said done but lost, silent, or not to be retried)")
        return 1 if table.bad or table.rows == 0 else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, required=True,
                        help="folder of antardesa and torture_driver")
    parser.add_argument("--short", action="store_true", help="fewer sizes")
    options = parser.parse_args()
    if os.environ.get(INSIDE):
        sys.exit(inside(options))
    space = ["unshare", "--mount", "--propagation", "private"]
    if os.geteuid() != 0:
        space += ["--user", "--map-root-user"]
    trial = subprocess.run([*space, "mount", "-t", "tmpfs", "none", "/mnt"],
                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if trial.returncode != 0:
        print(f"media: skipped, mounting is not permitted here ({trial.stderr.decode().strip()})")
        return
    sys.exit(subprocess.run([*space, sys.executable, *sys.argv], check=False,
                            env={**os.environ, INSIDE: "1"}).returncode)


if __name__ == "__main__":
    main()

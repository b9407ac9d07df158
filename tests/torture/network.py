#!/usr/bin/env python3
"""No command of the program makes an internet socket, and none writes down what it read.

  network.py --bin BUILD/bin

Runs each command over the built sample under strace, counts sockets of the internet families, and,
where the machine allows a network namespace of its own, runs it once more without any network:
the answer must be the same. Control: a program that does make a socket must be seen. Whatever
lies in the home folder afterwards (logs, settings) must name no village of the sample.
"""
import argparse
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONTROL = ["python3", "-c", "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"]


def commands(program, folder):
    project = folder / "kabupaten-contoh.gpkg"
    sample = ROOT / "data/sample/ADMINISTRASIDESA_AR_25K.shp"
    return [
        [program, "demo", folder],
        [program, "info", project, "--json"],
        [program, "list", project, "villages", "--json"],
        [program, "inspect", sample, "--json"],
        [program, "import", sample, folder / "p.gpkg", "--json"],
        [program, "import", ROOT / "data/sample", folder / "q.gpkg", "--json"],
        [program, "convert", project, "--layer", "desa", "-o", folder / "x.geojson"],
        [program, "export", project, "-o", folder / "x.pdf", "--dpi", "72", "--paper", "a4"],
        [program, "history", project, "--verify"],
        [program, "segments", project, "--by", "district", "--json"],
        [program, "points", project, "--segment", "1", "--json"],
        [program, "check", project, "--save"],
        [program, "repair", project, "--rule", "longest-border", "--dry-run"],
        [program, "segments", project, "--set", "1=pelacakan"],
        [program, "network", project, "--json"],
        [program, "suggest", project, "--json"],
        [program, "compliance", project, "--json"],
        [program, "register", "export", project, "-o", folder / "register.xlsx"],
        [program, "register", "import", folder / "register.xlsx", project],
        [program, "register", "attach", folder / "register.xlsx", project, "--document", "1"],
        [program, "register", "extract", project, "--attachment", "1", "-o", folder / "x.xlsx"],
        [program, "propose", project, "--dispute", "1", "--method", "midline", "--json"],
        [program, "report", project, "--kind", "berita-acara", "--dispute", "1", "-o",
         folder / "ba.docx"],
        [program, "report", project, "--kind", "coordinates", "-o", folder / "koordinat.pdf"],
        [program, "undo", project],
        [program, "redo", project],
        [program, "integrity", project],
        [program, "backup", project],
        [program, "recover", project, "-o", folder / "r.gpkg"],
        [program, "screenshot", project, "-o", folder / "x.png"],
        [program, "about"],
    ]


def traced(command, log):
    """(exit code, output, internet calls)"""
    done = subprocess.run(["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=%network", "-o",
                           str(log), "--"] + [str(word) for word in command],
                          stdin=subprocess.DEVNULL, capture_output=True)
    calls = [line for line in log.read_text(errors="replace").splitlines() if "AF_INET" in line]
    return done.returncode, done.stdout, calls


def isolated(command):
    done = subprocess.run(["unshare", "-n", "--"] + [str(word) for word in command],
                          stdin=subprocess.DEVNULL, capture_output=True)
    return done.returncode, done.stdout


def without_time(output):
    """How long it took is no difference."""
    return re.sub(rb"\d+[.,]\d+ detik", b"detik", output)


def homes_that_tell(home, project):
    """Files of the home folder in which a village's name stands."""
    database = sqlite3.connect(f"file:{project}?mode=ro&immutable=1", uri=True)
    names = [row[0].encode() for row in database.execute("SELECT nama FROM desa") if row[0]]
    files = [path for path in home.rglob("*") if path.is_file()]
    return len(names), [path for path in files if any(n in path.read_bytes() for n in names)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, required=True)
    program = parser.parse_args().bin.resolve() / "antardesa"
    may_isolate = subprocess.run(["unshare", "-n", "true"], capture_output=True).returncode == 0
    os.environ["SOURCE_DATE_EPOCH"] = "1764000000"
    sockets = failures = differences = 0
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        home = work / "home"
        os.environ.update({"HOME": str(home), "XDG_STATE_HOME": str(home / "state"),
                           "XDG_CONFIG_HOME": str(home / "config"),
                           "XDG_CACHE_HOME": str(home / "cache")})
        home.mkdir()
        for place in ("a", "b"):
            (work / place).mkdir()
        seen = traced(CONTROL, work / "log")[2]
        for with_network, without in zip(commands(program, work / "a"),
                                         commands(program, work / "b")):
            code, output, calls = traced(with_network, work / "log")
            sockets += len(calls)
            failures += code != 0
            if code != 0:
                print(f"{with_network[1]}: exit {code}: {output[-200:]!r}")
            for call in calls:
                print(f"{with_network[1]}: {call[:120]}")
            if may_isolate:
                again = isolated(without)
                same = (again[0], without_time(again[1].replace(b"/b/", b"/a/"))) == (
                    code, without_time(output))
                differences += not same
                if not same:
                    print(f"{with_network[1]}: differs without a network: {again[1][-200:]!r}")
        count = len(commands(program, work))
        villages, telling = homes_that_tell(home, work / "a/kabupaten-contoh.gpkg")
        for path in telling:
            print(f"names a village: {path}")
    alone = f"{differences} differ without a network" if may_isolate else "no namespace allowed"
    print(f"{count} commands: {sockets} internet sockets, {failures} failed, {alone};"
          f" control seen {len(seen)} times; {len(telling)} files at home name one of {villages}"
          " villages")
    return 1 if sockets or failures or differences or telling or not seen else 0


if __name__ == "__main__":
    sys.exit(main())

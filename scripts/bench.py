"""Prints what the program costs on generated coverages, beside what the peers cost.

CPU is user + system seconds of the whole process, wall is its elapsed time; medians of three runs.
Peers' figures: QGIS 3.22, mapnik 3.1, measured on two shared cores; compare ratios, not digits.
"""
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "build/release/bin/antardesa"
DATA = pathlib.Path(os.environ.get("ANTARDESA_TEST_DATA", ROOT / "../shared/data")).resolve()
CACHE = ROOT / "build/bench"
RUNS = 3

PEERS = {
    "load": {"kab": "OGR 0.07, QGIS 0.64", "kab-dense": "OGR 0.08, QGIS 0.68", "prov": "OGR 0.18, QGIS 0.65"},
    "first frame": {"kab": "target 150", "kab-dense": "target 300", "prov": "target 900"},
    "from project": {"kab": "target 75", "kab-dense": "target 150", "prov": "target 450"},
    "frames": {"kab": "QGIS 56/370, mapnik 31/203", "kab-dense": "QGIS 78/454, mapnik 98/723",
               "prov": "QGIS 892/3478, mapnik 487/2847"},
    "pdf": {"kab": "target 0.3 s 1.5 MB; QGIS 1.4 s 3.1 MB", "kab-dense": "target 0.5 s 2.5 MB; QGIS 10.4 s 5.3 MB",
            "prov": "target 2 s 8 MB; QGIS 20 s 19 MB"},
    "check": {"kab": "target 0.05; mapshaper 0.70, GEOS 1.4", "kab-dense": "target 0.4; mapshaper 1.8, GEOS 13.6",
              "prov": "target 1.0; mapshaper 4.4, GEOS 37.5", "nasional": "target 8 s 2560 MiB; mapshaper 21, GEOS 190",
              "kab-jitter": "target 0.5; mapshaper 2.4, GEOS 7.2"},
    "png": {"kab": "target 0.6; mapnik 0.83", "kab-dense": "target 0.9; mapnik 1.4", "prov": "target 2.5; mapnik 4.4"},
}


def generated(name, preset, *options):
    """The generator's folder, made once."""
    folder = CACHE / name
    if not (folder / "truth.csv").exists():
        folder.mkdir(parents=True, exist_ok=True)
        print(f"generating {name} …", file=sys.stderr)
        subprocess.run(["/usr/bin/python3", DATA / "gen/gen_desa.py", "--preset", preset, "--out", folder, *options],
                       check=True, stdout=subprocess.DEVNULL)
    return folder


def coverage(preset):
    folder = generated(preset, preset)
    in_degrees = folder / "desa_ll.shp"
    # The national one is made in degrees at once.
    return in_degrees if in_degrees.exists() else folder / "desa.shp"


def run(arguments, address_space=None):
    """(wall s, CPU s, peak MiB, stdout) of one run of the program, with at most so many bytes of addresses."""
    start = time.perf_counter()
    limit = (lambda: resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))) if address_space else None
    process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=limit)
    output = process.stdout.read()
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"bench: {arguments} failed: {complaint.decode()}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output


def median_run(make_arguments):
    runs = [run(make_arguments(i)) for i in range(RUNS)]
    return [statistics.median(column) for column in list(zip(*runs))[:3]] + [runs[-1][3]]


def line(what, ours, peers):
    print(f"  {what:<30}{ours:<44}{peers}")


def bench_screen(name, source, peers):
    answer = run(["screenshot", source, "--size", "1920x1080", "--frames", "200", "--json"])
    frames = json.loads(answer[3])
    line(f"first frame, {name}", f"{frames['first_frame_ms']:.0f} ms above an empty window", peers)
    return frames, answer[2]


def bench_check(name):
    """Overlaps, gaps and validity: what that costs above reading the file, which GDAL's figures leave out too."""
    folder = generated(name, "kab", "--defects", "0", "--jitter", "0.5") if name == "kab-jitter" else generated(name, name)
    answers = [run(["check", folder / "desa.shp", "--json"]) for _ in range(RUNS)]
    summaries = [json.loads(answer[3])["summary"] for answer in answers]
    cpu = statistics.median(summary["check_cpu_ms"] for summary in summaries) / 1000
    found = summaries[0]
    line(f"check {name}", f"{cpu:.3f} s CPU above reading, {max(answer[2] for answer in answers):.0f} MiB",
         PEERS["check"][name])
    line("", f"{found['overlaps']} overlaps, {found['gaps']} gaps, {found['invalid']} invalid", "")


def bench_around(project):
    """After one edit only the neighbourhood is checked again."""
    output = subprocess.run([PROGRAM.parent / "bench_around", project], check=True, stdout=subprocess.PIPE).stdout
    median, longest, whole = (float(figure) for figure in output.split())
    line("check after one edit", f"{median:.1f} ms median, {longest:.1f} ms at most; whole {whole:.0f} ms", "target 50")


def bench(preset, folder):
    source = coverage(preset)
    print(f"{preset} ({source.stat().st_size / 1e6:.1f} MB .shp)")
    project = folder / f"{preset}.gpkg"

    wall, cpu, peak, _ = median_run(lambda i: ["import", source, folder / f"import-{i}.gpkg", "--dry-run", "--json"])
    line("load and plan", f"{wall:.2f} s wall, {cpu:.2f} s CPU, {peak:.0f} MiB", PEERS["load"][preset])
    wall, cpu, peak, _ = median_run(lambda i: ["import", source, folder / f"import-{i}.gpkg", "--json"])
    line("import into a project", f"{wall:.2f} s wall, {cpu:.2f} s CPU, {peak:.0f} MiB", "")
    run(["import", source, project, "--json"])

    bench_check(preset)
    bench_around(project)
    bench_screen("from shapefile", source, PEERS["first frame"][preset])
    frames, peak = bench_screen("from project", project, PEERS["from project"][preset])
    line("frame, median / p99", f"{frames['median_ms']:.1f} / {frames['p99_ms']:.1f} ms, floor {frames['floor_ms']:.1f}",
         PEERS["frames"][preset])
    line("frame above the floor", f"{frames['median_ms'] - frames['floor_ms']:.1f} / "
         f"{frames['p99_ms'] - frames['floor_ms']:.1f} ms", "target 8 / 30")
    line("crisp after rest", f"{frames['sharp_ms']:.0f} ms at worst", "target 150")
    line("memory of the window", f"{peak:.0f} MiB", "")

    for ending in ("pdf", "png"):
        wall, cpu, peak, _ = median_run(
            lambda i: ["--quiet", "export", project, "-o", folder / f"{preset}-{i}.{ending}", "--paper", "a3", "--dpi", "300"])
        size = (folder / f"{preset}-0.{ending}").stat().st_size / 1e6
        line(f"A3 {ending}", f"{wall:.2f} s wall, {cpu:.2f} s CPU, {size:.1f} MB, {peak:.0f} MiB", PEERS[ending][preset])


def bench_large(project, folder):
    """The largest sheet there is, under the limit that it must keep."""
    for ending in ("pdf", "png"):
        output = folder / f"a0.{ending}"
        wall, cpu, peak, _ = run(["--quiet", "export", project, "-o", output, "--paper", "a0", "--dpi", "600"], 2 << 30)
        line(f"A0 600 dpi {ending}, 2 GiB limit",
             f"{wall:.1f} s wall, {cpu:.1f} s CPU, {output.stat().st_size / 1e6:.1f} MB, {peak:.0f} MiB", "")


def bench_cancel(preset, project, folder):
    """How long each job goes on after it was told to stop, at twenty random moments."""
    print(f"{preset}: from \"Batal\" to the end (target 1000 ms, nothing left behind)")
    place = folder / f"cancel-{preset}"
    place.mkdir()
    done = subprocess.run([PROGRAM.parent / "bench_cancel", coverage(preset), project, place], check=False)
    return done.returncode == 0


def stopped(arguments, after):
    """(seconds from the interrupt to the end, exit code) of a command that is interrupted; None when it was over."""
    process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    if process.poll() is not None:
        return None
    process.send_signal(signal.SIGINT)
    asked = time.perf_counter()
    process.wait()
    return time.perf_counter() - asked, process.returncode


def bench_stop(preset, folder, wanted):
    """From Ctrl+C to the shell's next line, at random moments of each long command; of the wanted ones, if any."""
    print(f"{preset}: from Ctrl+C to the end of the process (target 1000 ms, nothing left behind)")
    source = coverage(preset)
    project = folder / "proyek.gpkg"
    register = folder / "register.xlsx"
    run(["import", source, project, "--json"])
    run(["check", project, "--save", "--json"])
    run(["register", "export", project, "-o", register])
    place = folder / "tempat"
    copy = place / "salinan.gpkg"
    jobs = {
        "import": ["import", source, place / "baru.gpkg"],
        "import again": ["import", source, copy],
        "check --save": ["check", copy, "--save"],
        "repair": ["repair", copy, "--rule", "longest-border"],
        "backup": ["backup", copy],
        "recover": ["recover", project, "-o", place / "pulih.gpkg"],
        "integrity": ["integrity", project],
        "convert shp": ["convert", project, "--layer", "desa", "-o", place / "desa.shp"],
        "convert gpkg": ["convert", project, "--layer", "desa", "-o", place / "desa.gpkg"],
        "register import": ["register", "import", register, copy],
        "export --series": ["export", project, "-o", place / "seri.pdf", "--series", "kecamatan"],
        "screenshot": ["screenshot", project, "-o", place / "gambar.png"],
        "compliance": ["compliance", project],
        "suggest": ["suggest", project],
        "network": ["network", project],
    }
    # A shell's background job ignores the interrupt, and so would what it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    dice = random.Random(20261126)
    in_time = True
    for name, arguments in jobs.items():
        if wanted and name not in wanted:
            continue

        def prepared():
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            if copy in arguments:
                shutil.copy(project, copy)
        prepared()
        began = time.perf_counter()
        try:
            code = subprocess.run([PROGRAM, *map(str, arguments)], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, timeout=180).returncode
        except subprocess.TimeoutExpired:
            code = "not awaited"  # a series of thousands of sheets takes an hour
        whole = time.perf_counter() - began
        waits = []
        left = 0
        for _ in range(12):
            prepared()
            before = sorted(path for path in place.rglob("*") if path.parent.name != ".cadangan")
            answer = stopped(arguments, dice.uniform(0, min(whole, 60)))
            if answer is None:
                continue
            waits.append(answer[0])
            after = sorted(path for path in place.rglob("*") if path.parent.name != ".cadangan" and path.name != ".cadangan")
            if answer[1] != 0 and after != before:
                left += 1
        waits.sort()
        figures = f"{waits[len(waits) // 2] * 1000:.0f} ms median, {waits[-1] * 1000:.0f} ms at most" if waits else "too short to be stopped"
        line(name, f"{figures} ({len(waits)} stops of {whole:.1f} s, exit {code})", f"{left} left something")
        in_time = in_time and (not waits or waits[-1] <= 1)
    return in_time


def bench_line(preset, project):
    """A vertex dragged: the edit's check and both areas, for each move of the mouse."""
    print(f"{preset}: a vertex dragged on a line of 2,000")
    subprocess.run([PROGRAM.parent / "bench_line", project], check=True)


AGREEMENTS = {"kab": 2000, "nasional": 200000}


def bench_cooperation(preset, project):
    """Filters and analysis over many agreements; with them on screen filters must take under 100 ms."""
    print(f"{preset}: cooperation")
    subprocess.run([PROGRAM.parent / "bench_cooperation", project, str(AGREEMENTS.get(preset, 2000)),
                    "data/rules/kepatuhan.json"], check=True)


def bench_propose(folder):
    """A line through contested land, in the sample kabupaten: it has cases."""
    print("sample: proposals for a dispute")
    run(["demo", folder])
    subprocess.run([PROGRAM.parent / "bench_propose", folder / "kabupaten-contoh.gpkg"], check=True)


def main():
    if sys.argv[1:2] == ["propose"]:
        with tempfile.TemporaryDirectory() as folder:
            bench_propose(pathlib.Path(folder) / "sample")
        return
    if sys.argv[1:2] == ["cooperation"]:
        with tempfile.TemporaryDirectory() as folder:
            for preset in sys.argv[2:] or ["kab"]:
                project = pathlib.Path(folder) / f"{preset}.gpkg"
                run(["import", coverage(preset), project, "--json"])
                bench_cooperation(preset, project)
        return
    if sys.argv[1:2] == ["stop"]:
        preset, *wanted = sys.argv[2:] or ["prov"]
        with tempfile.TemporaryDirectory() as folder:
            in_time = bench_stop(preset, pathlib.Path(folder), wanted)
        if not in_time:
            sys.exit("bench: a stop was heard after more than a second")
        return
    if sys.argv[1:2] == ["check"]:
        for name in sys.argv[2:] or ["kab", "kab-dense", "prov", "kab-jitter"]:
            bench_check(name)
        return
    in_time = True
    with tempfile.TemporaryDirectory() as folder:
        for preset in sys.argv[1:] or ["kab", "kab-dense", "prov"]:
            bench(preset, pathlib.Path(folder))
            project = pathlib.Path(folder) / f"{preset}.gpkg"
            if preset == "kab":
                bench_large(project, pathlib.Path(folder))
            bench_line(preset, project)
            bench_cooperation(preset, project)
            in_time = bench_cancel(preset, project, pathlib.Path(folder)) and in_time
        bench_propose(pathlib.Path(folder) / "sample")
    if not in_time:
        sys.exit("bench: a stop was heard after more than a second")


if __name__ == "__main__":
    main()

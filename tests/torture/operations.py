"""The writing operations that faults are tried on: how each is prepared, called and judged."""
import hashlib
import json
import shutil
import sqlite3
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import states

SCHEMA_1 = Path(__file__).resolve().parents[1] / "project/data/skema1.gpkg"
# By content of the kind that is written: another file would not be replaced.
OLD_OUTPUT = {"pdf": b"%PDF-1.4\nthe older one\n", "svg": b"<svg>the older one</svg>\n",
              "png": b"\x89PNG\r\n\x1a\nthe older one\n"}


def village(number, name):
    x, y = 110 + 0.01 * (number % 6), -7 + 0.01 * (number // 6)
    ring = [[x, y], [x + .01, y], [x + .01, y + .01], [x, y + .01], [x, y]]
    return {"type": "Feature",
            "properties": {"KDEPUM": f"99.01.10.{2001 + number}", "NAMOBJ": name,
                           "WADMKC": "Batutengah", "WADMKK": "Contoh", "WADMPR": "Provinsi Contoh"},
            "geometry": {"type": "Polygon", "coordinates": [ring]}}


def gap(features):
    """A wedge, a third of a metre wide at its end, that village 3 leaves open to village 2."""
    features[3]["geometry"]["coordinates"][0][3][0] += 3e-6
    return json.dumps({"type": "FeatureCollection", "features": features})


def villages(word):
    return json.dumps({"type": "FeatureCollection",
                       "features": [village(n, f"{word} {n}") for n in range(12)]})


@dataclass
class Tools:
    program: Path
    driver: Path
    seeds: Path  # prepared inputs: base.gpkg, undone.gpkg, schema1.gpkg, old.geojson, new.geojson


@dataclass
class Operation:
    name: str
    command: object              # folder -> argument list
    target: str                  # what it writes, in the folder; may be a pattern
    seeds: dict = field(default_factory=dict)  # name in the folder -> prepared file
    existing: bytes = None       # an output that stands there before
    is_project: bool = True
    acknowledges: bool = True    # exit 0 promises that the new state is there

    def prepare(self, folder, tools):
        folder.mkdir()
        for name, seed in self.seeds.items():
            shutil.copyfile(tools.seeds / seed, folder / name)
        if self.existing is not None:
            (folder / self.target).write_bytes(self.existing)

    def state(self, folder):
        if self.is_project:
            return states.project_dump(folder / self.target)
        paths = [path for path in folder.glob(self.target) if not path.name.startswith(".")]
        if not paths:
            return "absent"
        if paths[0].read_bytes() == self.existing:
            return "before"
        return "whole" if all(states.is_whole(path) for path in paths) else "half"


SET_PARTS = ("shp", "shx", "dbf", "prj", "cpg")


class SetOperation(Operation):
    """A shapefile over an older one with as many rows, so that a mixture of both would open
    without a word. Without its .shp no set opens: then every older part must still be there."""

    def state(self, folder):
        parts = {path.suffix: path.read_bytes() for path in folder.glob("x.*") if path.is_file()}
        if ".shp" not in parts:
            there = [path.read_bytes() for path in folder.rglob("x.*") if path.is_file()]
            return "before" if all(part in there for part in self.existing) else "half"
        if sorted(parts.values()) == sorted(self.existing):
            return "before"
        return " ".join(f"{name}={hashlib.sha256(data).hexdigest()[:8]}"
                        for name, data in sorted(parts.items()))

    def prepare(self, folder, tools):
        folder.mkdir()
        for name, seed in self.seeds.items():
            shutil.copyfile(tools.seeds / seed, folder / name)


def set_operation(tools):
    seeds = {"p.gpkg": "base.gpkg", **{f"x.{part}": f"set.{part}" for part in SET_PARTS}}
    older = [(tools.seeds / f"set.{part}").read_bytes() for part in SET_PARTS]
    return SetOperation("convert shp over a set",
                        lambda f: [str(tools.program), "convert", f / "p.gpkg", "--layer", "desa",
                                   "-o", f / "x.shp"], "x.shp", seeds, older, False)


def project_operations(tools):
    app = str(tools.program)
    project = {"p.gpkg": "base.gpkg"}
    return [
        Operation("create", lambda f: [app, "import", f / "v.geojson", f / "p.gpkg"], "p.gpkg",
                  {"v.geojson": "old.geojson"}),
        Operation("demo", lambda f: [app, "demo", f], "kabupaten-contoh.gpkg"),
        Operation("edit", lambda f: [tools.driver, "edit", f / "p.gpkg", "3", "Nama Baru"],
                  "p.gpkg", project),
        Operation("import update", lambda f: [app, "import", f / "v.geojson", f / "p.gpkg"],
                  "p.gpkg", {"v.geojson": "new.geojson", **project}),
        ReportedImport("import report", lambda f: [app, "import", f / "v.geojson", f / "p.gpkg",
                                                   "--report", f / "laporan.txt"],
                       "p.gpkg", {"v.geojson": "new.geojson", **project}),
        Operation("register import",
                  lambda f: [app, "register", "import", f / "dokumen.csv", f / "p.gpkg"], "p.gpkg",
                  {"dokumen.csv": "dokumen.csv", **project}),
        Operation("attach", lambda f: [app, "register", "attach", f / "peta.tif", f / "p.gpkg",
                                       "--document", "1"], "p.gpkg",
                  {"peta.tif": "dokumen.csv", "p.gpkg": "demo.gpkg"}),
        Operation("undo", lambda f: [app, "undo", f / "p.gpkg"], "p.gpkg", project),
        Operation("redo", lambda f: [app, "redo", f / "p.gpkg"], "p.gpkg",
                  {"p.gpkg": "undone.gpkg"}),
    ]


class ReportedImport(Operation):
    """An import with its report: the report must never say another thing than the project holds."""

    def state(self, folder):
        dump = super().state(folder)
        report = folder / "laporan.txt"
        if not report.exists():
            return dump
        said = report.read_text()
        taken = "Berganti" in dump
        if ("Disimpan di p.gpkg" in said) and not taken or ("tidak ada yang disimpan" in said) and taken:
            return "half"
        return dump


def boundary_operations(tools):
    """What changes segments, points, lines and strips of a project."""
    app = str(tools.program)
    demo = {"p.gpkg": "demo.gpkg"}
    gaps = {"p.gpkg": "gap.gpkg"}
    line = {"l.geojson": "line.geojson"}

    def on(verb, *words):
        return lambda f: [app, verb, f / "p.gpkg", *words]
    return [
        Operation("segments set", on("segments", "--set", "1=dokumen"), "p.gpkg", demo),
        Operation("points", on("points", "--segment", "1", "--number"), "p.gpkg", demo),
        Operation("move", on("move", "--segment", "1", "--vertex", "2", "--delete"), "p.gpkg", demo),
        Operation("reshape", lambda f: [app, "reshape", f / "p.gpkg", "--segment", "1",
                                        "--line", f / "l.geojson"], "p.gpkg", {**demo, **line}),
        Operation("check save", on("check", "--save"), "p.gpkg", {"p.gpkg": "open.gpkg"}),
        Operation("repair", on("repair", "--rule", "longest-border"), "p.gpkg", gaps),
        Operation("allow", on("allow", "1", "--reason", "danau", "--document-number", "7",
                                  "--document-date", "2020-01-02"), "p.gpkg", gaps),
        Operation("propose save", on("propose", "--dispute", "1", "--method", "midline",
                                     "--save", "A"), "p.gpkg", demo),
        Operation("dispute advance", lambda f: [app, "dispute", "advance", f / "p.gpkg", "1",
                                                "--to", "fasilitasi_camat"], "p.gpkg", demo),
        Operation("dispute claim", lambda f: [app, "dispute", "claim", f / "p.gpkg", "1",
                                              "--remove", "1"], "p.gpkg", demo),
    ]


def keeping_operations(tools):
    """What keeps a project alive: migration, backup, recovery, acceptance."""
    app = str(tools.program)
    found = []
    if (tools.seeds / "schema1.gpkg").exists():
        found.append(Operation("migrate", lambda f: [tools.driver, "open", f / "p.gpkg"], "p.gpkg",
                               {"p.gpkg": "schema1.gpkg"}))
    verbs = subprocess.run([app, "--help"], capture_output=True, text=True, check=True).stdout
    for verb, operation in (
            ("backup", Operation("backup", lambda f: [app, "backup", f / "p.gpkg"],
                                 "p.cadangan/*.gpkg", {"p.gpkg": "base.gpkg"}, None, False)),
            # More pages than are copied in one step.
            ("backup", Operation("backup of a large project",
                                 lambda f: [app, "backup", f / "p.gpkg"],
                                 "p.cadangan/*.gpkg", {"p.gpkg": "demo.gpkg"}, None, False)),
            ("recover", Operation("recover", lambda f: [app, "recover", f / "p.gpkg",
                                                        "-o", f / "new.gpkg"],
                                  "new.gpkg", {"p.gpkg": "damaged.gpkg"})),
            ("migrate", Operation("migrate by command", lambda f: [app, "migrate", f / "p.gpkg"],
                                  "p.gpkg", {"p.gpkg": "schema1.gpkg"})),
            ("integrity", Operation("accept", lambda f: [app, "integrity", f / "p.gpkg",
                                                         "--accept"],
                                    "p.gpkg", {"p.gpkg": "edited.gpkg"}))):
        if f"  {verb} " in verbs:
            found.append(operation)
        else:
            print(f"no command {verb} in this program: not swept")
    return found


def output_operations(tools):
    app = str(tools.program)
    project = {"p.gpkg": "base.gpkg"}
    found = []
    for kind in ("pdf", "svg", "png"):
        for existing in (None, OLD_OUTPUT[kind]):
            found.append(Operation(
                f"export {kind}" + (" over a file" if existing else ""),
                lambda f, kind=kind: [app, "export", f / "p.gpkg", "-o", f / f"x.{kind}",
                                      "--dpi", "72", "--paper", "a4"],
                f"x.{kind}", project, existing, False))
    for kind in ("geojson", "kml", "gpkg", "shp"):
        found.append(Operation(
            f"convert {kind}",
            lambda f, kind=kind: [app, "convert", f / "p.gpkg", "--layer", "desa",
                                  "-o", f / f"x.{kind}"],
            f"x.{kind}", project, None, False))
    found.append(Operation("check out", lambda f: [app, "check", f / "p.gpkg", "-o", f / "x.gpkg"],
                           "x.gpkg", {"p.gpkg": "gap.gpkg"}, None, False))
    for name, words in (("register export", ["register", "export"]), ("report", ["report"])):
        ending = "docx" if name == "report" else "xlsx"
        kind = ["--kind", "register"] if name == "report" else []
        found.append(Operation(
            name, lambda f, words=words, kind=kind, ending=ending:
            [app, *words, f / "p.gpkg", *kind, "-o", f / f"x.{ending}"],
            f"x.{ending}", project, None, False))
    found.append(Operation("screenshot", lambda f: [app, "screenshot", f / "p.gpkg",
                                                    "-o", f / "x.png"],
                           "x.png", project, None, False))
    demo = {"p.gpkg": "demo.gpkg"}
    found.append(Operation("minutes", lambda f: [app, "report", f / "p.gpkg", "--kind",
                                                 "berita-acara", "--dispute", "1",
                                                 "-o", f / "x.pdf"], "x.pdf", demo, None, False))
    found.append(set_operation(tools))
    found.append(Operation(
        "settings", lambda f: [tools.driver, "settings", f, f / "p.gpkg"], "terkini.json",
        {}, b'{"files":[]}', False, acknowledges=False))
    return found


def control(_tools):
    """The same judgement on a writer without a journal: must show damage."""
    sql = ("PRAGMA journal_mode=OFF; BEGIN; UPDATE kecamatan SET nama = hex(randomblob(9000));"
           "DELETE FROM riwayat; COMMIT;")
    return Operation("control journal_mode=OFF", lambda f: ["sqlite3", f / "p.gpkg", sql], "p.gpkg",
                     {"p.gpkg": "base.gpkg"})


def make_damaged(source, target):
    """Two pages in the middle that hold rows no longer hold them."""
    data = bytearray(source.read_bytes())
    database = sqlite3.connect(f"file:{source}?mode=ro&immutable=1", uri=True)
    root = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'desa'").fetchone()[0]
    database.close()
    start = (root - 1) * 4096
    data[start + 2048:start + 4096] = b"\0" * 2048
    target.write_bytes(data)


def make_edited(source, target):
    """As another program changes a row: without its hash."""
    shutil.copyfile(source, target)
    database = sqlite3.connect(target)
    database.execute("UPDATE kecamatan SET nama = 'Dari luar'")
    database.commit()
    database.close()


def run_quietly(arguments):
    subprocess.run([str(a) for a in arguments], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.PIPE, timeout=60)


def make_line(tools, project, target):
    """From the second to the fourth vertex of segment 1, by a place two metres from the third."""
    done = subprocess.run([str(tools.program), "segments", str(project), "--vertices", "1", "--json"],
                          check=True, capture_output=True, timeout=60)
    ends = [[vertex["lon"], vertex["lat"]] for vertex in json.loads(done.stdout)["vertices"][1:4]]
    ends[1][1] += 2e-5
    target.write_text(json.dumps({"type": "Feature", "properties": {},
                                  "geometry": {"type": "LineString", "coordinates": ends}}))


def make_boundary_seeds(tools):
    seeds = tools.seeds
    run_quietly([tools.program, "demo", seeds / "demo"])
    shutil.move(seeds / "demo/kabupaten-contoh.gpkg", seeds / "demo.gpkg")
    make_line(tools, seeds / "demo.gpkg", seeds / "line.geojson")
    (seeds / "gap.geojson").write_text(gap([village(n, f"Desa {n}") for n in range(12)]))
    run_quietly([tools.program, "import", seeds / "gap.geojson", seeds / "open.gpkg"])
    shutil.copyfile(seeds / "open.gpkg", seeds / "gap.gpkg")
    run_quietly([tools.program, "check", seeds / "gap.gpkg", "--save"])


def make_seeds(tools):
    seeds = tools.seeds
    seeds.mkdir()
    (seeds / "dokumen.csv").write_text("id,jenis,nomor,judul\n1,perdes,1/2020,Satu\n")
    (seeds / "old.geojson").write_text(villages("Desa"))
    (seeds / "new.geojson").write_text(villages("Berganti"))
    (seeds / "mid.geojson").write_text(villages("Tengah"))
    base = seeds / "base.gpkg"
    run_quietly([tools.program, "import", seeds / "old.geojson", base])
    run_quietly([tools.program, "import", seeds / "mid.geojson", base])
    make_damaged(base, seeds / "damaged.gpkg")
    make_edited(base, seeds / "edited.gpkg")
    make_boundary_seeds(tools)
    if SCHEMA_1.exists():
        shutil.copyfile(SCHEMA_1, seeds / "schema1.gpkg")
    shutil.copyfile(base, seeds / "undone.gpkg")
    run_quietly([tools.program, "undo", seeds / "undone.gpkg"])
    run_quietly([tools.program, "convert", seeds / "undone.gpkg", "--layer", "desa",
                 "-o", seeds / "set.shp"])


def tools_in(binaries, work):
    """The programs of a build folder, and prepared inputs in `work`/seeds."""
    tools = Tools(binaries / "antardesa", binaries / "torture_driver", work / "seeds")
    make_seeds(tools)
    return tools


def all_operations(tools):
    return (project_operations(tools) + boundary_operations(tools) + keeping_operations(tools)
            + output_operations(tools))

#!/usr/bin/env python3
"""Every hostile case through `antardesa inspect`, the vector part through `import` as well, each on
a private copy under strace, and how many went wrong in which way.

  corpus.py --bin BUILD/bin [--only PREFIX] [--sample N] [-j N] [--csv FILE] [--sanitized]

The generator is ${ANTARDESA_HOSTILE:-../shared/hostile}/make_hostile.py; without it the run is
skipped with a word. Counted, each must be 0:
  crash            a signal, an abort, or an exit code that the program does not have
  over 10 s        no answer by then (twice, the second time alone)
  outside read     a file outside the case's folder was opened (the allow-list is in traced.py)
  outside write    a file outside the output folder was made, changed or removed
  connect          an internet socket was made
  silent           the file is bad, and there is neither a warning nor a refusal
  fewer, no word   fewer features than the file truly has, and neither a warning nor a refusal
  input changed, files beside, canary leaked, over 1 GiB
Said besides: refused and warned-of although the manifest expects a plain opening; runs whose
reading process died; openings outside that were refused.
"""
import argparse
import collections
import concurrent.futures
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import types
from pathlib import Path

import traced

ROOT = Path(__file__).resolve().parents[2]
CANARY = Path("/tmp/antardesa-canary/secret.txt")  # the corpus names this path
CLASSES = ("crash", "over 10 s", "outside read", "outside write", "connect", "silent",
           "fewer, no word", "input changed", "files beside", "canary leaked", "over 1 GiB")
REMARKS = ("refused though sound", "warned though sound", "silent, but allowed", "reader died",
           "outside, refused")
SECONDS = 10.0
SOUND_CODE = re.compile(r"\bTZ\d{4}\b")
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".dbf")


def generate(build):
    """The folder of the corpus, made once; nothing without a generator."""
    source = Path(os.environ.get("ANTARDESA_HOSTILE", ROOT.parent / "shared/hostile"))
    script = source / "make_hostile.py"
    if not script.exists():
        return None
    corpus = build / "hostile"
    CANARY.parent.mkdir(exist_ok=True)
    stamp = corpus / "made"
    if not stamp.exists() or stamp.stat().st_mtime < script.stat().st_mtime:
        subprocess.run([sys.executable, script, "--out", corpus / "corpus"], check=True,
                       stdout=subprocess.DEVNULL)
        stamp.write_text("")
    with open(source / "manifest.csv", newline="", encoding="utf-8",
              errors="surrogateescape") as file:
        return corpus, list(csv.DictReader(file))


def counted(document):
    """Features of all layers, or rows of a table, as `inspect --json` or `import --json` say."""
    if "features" in document:
        return document["features"]
    if document.get("kind") == "table":
        return document.get("rows", 0)
    return sum(layer["features"] for layer in document.get("layers", []))


def is_word(finding, sound):
    """Whether it says something about what is wrong with this case. The corpus' villages have
    codes of their own (TZ0001 ...), which an import calls odd in every case; and what the sound
    control of the format draws as well is not about the damage."""
    if finding.get("severity") not in ("warning", "error"):
        return False
    if finding.get("code") == "odd_code" and SOUND_CODE.search(finding.get("message", "")):
        return False
    return identity(finding) not in sound


def identity(finding):
    return finding.get("code"), finding.get("subject"), finding.get("message")


def said(run, sound=frozenset()):
    """(outcome, features, finding codes) in the manifest's words; `sound`: what the control of the
    format draws."""
    try:
        document = json.loads(run.out)
    except ValueError:
        document = {}
    findings = document.get("findings", [])
    codes = [finding.get("code", "") for finding in findings]
    if run.code != 0:
        spoke = findings or run.error.strip()
        return ("refused" if spoke else "mute"), counted(document), codes
    loud = [finding for finding in findings if is_word(finding, sound)]
    return ("opens-with-warning" if loud else "opens"), counted(document), codes


def verdict(row, run, sound=frozenset()):
    outcome, features, codes = said(run, sound)
    words = set()
    if run.seconds >= SECONDS:
        words.add("over 10 s")
    elif run.crashes or run.code not in (0, 1, 2) or outcome == "mute":
        words.add("crash")
    for word, list_ in (("outside read", run.reads), ("outside write", run.writes),
                        ("connect", run.connects), ("input changed", run.changed),
                        ("files beside", run.beside), ("outside, refused", run.tried)):
        if list_:
            words.add(word)
    if run.leaks:
        words.add("canary leaked")
    if run.peak_mib > 1024:
        words.add("over 1 GiB")
    true = int(row["true_features"] or 0)
    if outcome == "opens":
        if row["expected"] != "opens":
            words.add("silent, but allowed" if "opens" in row["also_ok"].split("|") else "silent")
        if features < true:
            words.add("fewer, no word")
    elif row["expected"] == "opens":
        words.add("refused though sound" if outcome == "refused" else "warned though sound")
    if run.readers_killed or any("reader_" in code for code in codes):
        words.add("reader died")
    return words, outcome, features, codes


class Corpus:
    def __init__(self, options, folder, work):
        self.options, self.folder, self.work = options, folder, work
        self.program = options.bin.resolve() / "antardesa"
        self.count = 0
        self.sound = {}  # (format, verb): what its control draws

    def listen_to_controls(self, rows):
        for row in rows:
            form, _, rest = row["id"].partition("-")
            if rest.split("-")[0] != "control":
                continue
            for verb in ("inspect", "import"):
                try:
                    findings = json.loads(self.run(row, verb).out).get("findings", [])
                except ValueError:
                    continue
                self.sound.setdefault((form, verb), set()).update(map(identity, findings))

    def run(self, row, verb):
        self.count += 1
        case = self.folder / "corpus" / row["id"]
        inner = os.path.relpath(self.folder / row["file"], case)
        arguments = [str(self.program), "--author", "torture", "--lang", "en", verb, "{in}/" + inner]
        if verb == "import":
            arguments += ["{out}/p.gpkg"]
        memory = 0 if self.options.sanitized else 4 << 30
        return traced.run_traced(arguments + ["--json"], case, self.work / str(self.count),
                                 SECONDS * 2, memory, self.program)

    def one(self, job):
        row, verb = job
        run = self.run(row, verb)
        return row, verb, run, *verdict(row, run, self.sound.get((row["id"].split("-")[0], verb),
                                                                 frozenset()))

    def details(self, row, verb, run, words, outcome, features, codes):
        seen = (run.reads + run.writes + run.connects + run.crashes + run.readers_killed)[:2]
        print(f"  {row['id']} ({verb}): {', '.join(sorted(words))}; {row['expected']} expected,"
              f" {outcome}; {features} of {row['true_features'] or '?'}; exit {run.code},"
              f" {run.seconds:.1f} s, {run.peak_mib:.0f} MiB; {sorted(set(codes))[:4]} {seen}"
              f" {run.error.decode(errors='replace').strip()[-160:]!r}", flush=True)


def control(corpus):
    """A program that does what must not be done: what strace shows of it has to be counted."""
    deeds = ("import os, socket; open('/etc/passwd').read(); open('/tmp/antardesa-canary/made', 'w');"
             " os.remove('/tmp/antardesa-canary/made'); socket.socket(socket.AF_INET);"
             " open('{in}/beside', 'w'); print('CANARY-3b1f', flush=True); os.abort()")
    case = next((corpus.folder / "corpus").iterdir())
    run = traced.run_traced(["/usr/bin/python3", "-c", deeds], case, corpus.work / "control",
                            SECONDS * 2, 0, corpus.program)
    seen = [bool(found) for found in (run.crashes, "/etc/passwd" in run.reads, run.writes,
                                      run.connects, run.beside, run.leaks)]
    print(f"control: {sum(seen)} of {len(seen)} misdeeds seen")
    return all(seen)


def silence_is_seen():
    """A bad case of which an import says nothing but that the codes are odd must be called so."""
    odd = {"severity": "warning", "code": "odd_code", "subject": "Ilula",
           "message": "The code TZ0006 of Ilula is no Kemendagri village code."}
    about_it = {"severity": "warning", "code": "lost_rows", "subject": "villages", "message": "5"}
    row = {"expected": "opens-with-warning", "also_ok": "", "true_features": "12"}

    def judged(*findings):
        run = types.SimpleNamespace(
            out=json.dumps({"features": 7, "findings": findings}), error=b"", code=0, seconds=1,
            crashes=[], reads=[], writes=[], connects=[], changed=[], beside=[], tried=[], leaks=[],
            peak_mib=1, readers_killed=[])
        return verdict(row, run, {identity(odd)})[0] & {"silent", "fewer, no word"}
    seen = judged(odd) == {"silent", "fewer, no word"} and not judged(odd, about_it)
    print(f"control: silence below the usual remarks is {'seen' if seen else 'NOT seen'}")
    return seen


def tabulate(results):
    totals = {verb: collections.Counter() for verb in ("inspect", "import")}
    runs = collections.Counter(verb for _, verb, *_ in results)
    for _, verb, _, words, *_ in results:
        totals[verb].update(words)
    print(f"{'':<22}{'inspect':>9}{'import':>9}")
    print(f"{'cases':<22}{runs['inspect']:>9}{runs['import']:>9}")
    for word in CLASSES:
        print(f"{word:<22}{totals['inspect'][word]:>9}{totals['import'][word]:>9}")
    print("besides:")
    for word in REMARKS:
        print(f"{word:<22}{totals['inspect'][word]:>9}{totals['import'][word]:>9}")
    peak = max((run.peak_mib for _, _, run, *_ in results), default=0)
    slow = max((run.seconds for _, _, run, *_ in results), default=0)
    print(f"highest peak memory {peak:.0f} MiB, slowest answer {slow:.1f} s")
    return sum(totals[verb][word] for verb in totals for word in CLASSES)


def write_csv(path, results):
    with open(path, "w", newline="", encoding="utf-8", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "verb", "expected", "outcome", "features", "true", "words", "codes"])
        for row, verb, _, words, outcome, features, codes in results:
            writer.writerow([row["id"], verb, row["expected"], outcome, features,
                             row["true_features"], " ".join(sorted(words)), " ".join(codes)])


def chosen(rows, options):
    rows = [row for row in rows if row["id"].startswith(options.only)]
    if options.sample and options.sample < len(rows):
        rows = [rows[i * len(rows) // options.sample] for i in range(options.sample)]
    jobs = [(row, "inspect") for row in rows]
    vectors = [row for row in rows if row["tool"] == "ogr" and not row["file"].endswith(TABLES)]
    return jobs + [(row, "import") for row in vectors]


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--only", default="", help="cases whose name begins so")
    parser.add_argument("--sample", type=int, default=0, help="so many cases, evenly chosen")
    parser.add_argument("--csv", type=Path, help="one line a run")
    parser.add_argument("--sanitized", action="store_true", help="no limit on address space")
    parser.add_argument("-j", type=int, default=2)
    options = parser.parse_args()
    made = generate(options.bin.resolve().parent)
    if made is None:
        print("corpus: skipped, no make_hostile.py under $ANTARDESA_HOSTILE or ../shared/hostile")
        return 0
    folder, rows = made
    canary = CANARY.read_bytes()
    results = []
    with tempfile.TemporaryDirectory(prefix="antardesa-corpus-") as work:
        corpus = Corpus(options, folder, Path(work))
        if not control(corpus) or not silence_is_seen():
            return 1
        corpus.listen_to_controls(rows)
        with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
            results = list(pool.map(corpus.one, chosen(rows, options)))
        for at, (row, verb, _, words, *_) in enumerate(results):
            if "over 10 s" in words:  # the machine may have been busy: once more, alone
                results[at] = corpus.one((row, verb))
    for result in results:
        if result[3] & set(CLASSES + ("reader died", "refused though sound", "warned though sound")):
            corpus.details(*result)
    bad = tabulate(results)
    if not CANARY.exists() or CANARY.read_bytes() != canary:
        print("the canary was changed or removed")
        bad += 1
    if options.csv:
        write_csv(options.csv, results)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

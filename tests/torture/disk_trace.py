"""What a program did to the files of one folder, read from strace, and what would be left of it if
the power had gone at some moment.

The disk keeps what was synced. Of what was written since, any subset of 512-byte sectors survives;
names (made, renamed, removed) survive in their order up to some moment, as on a file system whose
metadata is journalled, and all of them once the folder was synced.
"""
import os
import re
import subprocess
from dataclasses import dataclass, field

CALLS = ("open,openat,creat,write,pwrite64,writev,fsync,fdatasync,ftruncate,rename,renameat,"
         "renameat2,unlink,unlinkat,link,linkat,lseek,read,readv,sendfile,copy_file_range")
LINE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)")
UNFINISHED = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
NUMBERED = re.compile(r"^(\d+)<([^>]*)>")
FOLDER = re.compile(r"(?:AT_FDCWD|\b\d+)<([^>]*)>")
SECTOR = 512


@dataclass
class Step:
    kind: str                 # create, write, truncate, sync, sync folder, rename, remove, link
    name: str
    at: int = 0
    data: bytes = b""
    to: str = ""


def decoded(hexes):
    return bytes.fromhex(hexes.replace("\\x", ""))


def whole_lines(log):
    waiting = {}
    for line in log.read_text(encoding="ascii", errors="replace").splitlines():
        if (found := UNFINISHED.match(line)) is not None:
            waiting[found.group(1)] = found.group(2)
        elif (found := RESUMED.match(line)) is not None:
            yield f"{found.group(1)} {waiting.pop(found.group(1), '')}{found.group(2)}"
        else:
            yield line


class Recorder:
    """Turns the calls into steps, keeping offsets and contents as the program saw them."""

    def __init__(self, folder):
        self.folder = str(folder)
        self.live = {str(path): path.read_bytes()
                     for path in folder.rglob("*") if path.is_file()}
        self.before = dict(self.live)
        self.offsets = {}
        self.steps = []

    def inside(self, path):
        return path.startswith(self.folder + "/")

    def add(self, step):
        self.steps.append(step)
        if step.kind == "create":
            self.live[step.name] = b""
        elif step.kind == "write":
            old = self.live.get(step.name, b"").ljust(step.at, b"\0")
            self.live[step.name] = old[:step.at] + step.data + old[step.at + len(step.data):]
        elif step.kind == "truncate":
            self.live[step.name] = self.live.get(step.name, b"")[:step.at].ljust(step.at, b"\0")
        elif step.kind == "rename":
            self.live[step.to] = self.live.pop(step.name, b"")
        elif step.kind == "link":
            self.live[step.to] = self.live.get(step.name, b"")
        elif step.kind == "remove":
            self.live.pop(step.name, None)

    def source_bytes(self, path, at, size):
        if path in self.live:
            return self.live[path][at:at + size]
        with open(path, "rb") as file:
            file.seek(at)
            return file.read(size)

    def take(self, line):
        found = LINE.match(line)
        if not found or int(found.group(4)) < 0:
            return
        name, words, result = found.group(2), found.group(3), int(found.group(4))
        number = NUMBERED.match(words)
        file = int(number.group(1)) if number else -1
        path = decoded(number.group(2)).decode(errors="replace") if number else ""
        strings = [decoded(text) for text, _ in STRING.findall(words)]
        if name in ("read", "readv"):
            self.offsets[file] = self.offsets.get(file, 0) + result
        elif name in ("open", "openat", "creat"):
            self.opened(name, words, strings, line, result)
        elif name in ("rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat"):
            folders = [decoded(text).decode(errors="replace") for text in FOLDER.findall(words)]
            folders += [""] * (len(strings) - len(folders))
            self.named(name, [os.path.join(folder, text.decode(errors="replace"))
                              for folder, text in zip(folders, strings)])
        elif name == "lseek":
            self.offsets[file] = result
        elif name == "sendfile":
            source = NUMBERED.match(words.split(", ", 2)[1])
            self.copied(file, path, source, result)
        elif name == "copy_file_range":
            source, target = number, NUMBERED.match(words.split(", ", 3)[2])
            self.copied(int(target.group(1)), decoded(target.group(2)).decode(), source, result)
        elif self.inside(path) or path == self.folder:
            self.changed(name, words, strings, file, path, result)

    def opened(self, name, words, strings, line, result):
        path = os.path.normpath(strings[0].decode(errors="replace")) if strings else ""
        self.offsets[result] = 0
        if not self.inside(path):
            return
        if path not in self.live and ("O_CREAT" in words or name == "creat"):
            self.add(Step("create", path))
        elif "O_TRUNC" in words or name == "creat":
            self.add(Step("truncate", path))
        if "O_APPEND" in words:
            self.offsets[result] = len(self.live.get(path, b""))

    def named(self, name, paths):
        paths = [os.path.normpath(path) for path in paths]
        if not any(self.inside(path) for path in paths):
            return
        if name.startswith("rename"):
            self.add(Step("rename", paths[0], to=paths[1]))
        elif name.startswith("link"):
            self.add(Step("link", paths[0], to=paths[1]))
        elif paths[0] in self.live:
            self.add(Step("remove", paths[0]))

    def copied(self, file, path, source, size):
        number, origin = int(source.group(1)), decoded(source.group(2)).decode(errors="replace")
        start = self.offsets.get(number, 0)
        self.offsets[number] = start + size
        if self.inside(path) and size:
            at = self.offsets.get(file, 0)
            self.add(Step("write", path, at, self.source_bytes(origin, start, size)))
            self.offsets[file] = at + size

    def changed(self, name, words, strings, file, path, result):
        if name in ("fsync", "fdatasync"):
            self.add(Step("sync folder" if os.path.isdir(path) or path == self.folder else "sync",
                          path))
        elif name == "ftruncate":
            self.add(Step("truncate", path, int(words.rsplit(", ", 1)[1])))
        elif name == "pwrite64":
            self.add(Step("write", path, int(words.rsplit(", ", 1)[1]), strings[0][:result]))
        elif name in ("write", "writev"):
            at = self.offsets.get(file, 0)
            self.add(Step("write", path, at, b"".join(strings)[:result]))
            self.offsets[file] = at + result


def record(command, folder, log, environment):
    """(files before, steps, exit code)"""
    recorder = Recorder(folder)
    done = subprocess.run(["strace", "-f", "-y", "-xx", "-s", "4194304", "-qq", "-e",
                           "signal=none", "-e", f"trace={CALLS}", "-o", str(log), "--",
                           *[str(word) for word in command]],
                          env=environment, stdin=subprocess.DEVNULL, capture_output=True)
    for line in whole_lines(log):
        recorder.take(line)
    left = {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    if left != recorder.live:
        wrong = sorted(name for name in left.keys() | recorder.live.keys()
                       if left.get(name) != recorder.live.get(name))
        raise SystemExit(f"the recording of {command[:2]} does not lead to what is there: {wrong}")
    return recorder.before, recorder.steps, done


@dataclass
class Content:
    synced: bytes = b""
    pending: list = field(default_factory=list)


class Disk:
    def __init__(self, before, syncs=True):
        self.names = {name: Content(data) for name, data in before.items()}  # on the disk
        self.now = dict(self.names)                                        # as the program sees it
        self.pending = []                                                  # changes of names
        self.syncs = syncs

    def run(self, step, under_way=False):
        if step.kind == "create":
            self.rename_to({step.name: Content()})
        elif step.kind in ("write", "truncate"):
            if step.name in self.now:
                self.now[step.name].pending.append(step)
        elif step.kind == "rename":
            self.rename_to({step.name: None, step.to: self.now.get(step.name)})
        elif step.kind == "link":
            self.rename_to({step.to: self.now.get(step.name)})
        elif step.kind == "remove":
            self.rename_to({step.name: None})
        elif self.syncs and not under_way:
            self.sync(step)

    def rename_to(self, change):
        self.pending.append(change)
        self.apply(self.now, change)

    @staticmethod
    def apply(names, change):
        for name, content in change.items():
            if content is None:
                names.pop(name, None)
            else:
                names[name] = content

    def sync(self, step):
        if step.kind == "sync":
            content = self.now.get(step.name)
            if content:
                content.synced = whole(content.synced, content.pending)
                content.pending = []
            return
        kept = []
        for change in self.pending:  # only names of that folder
            made = [name for name, content in change.items() if content] or list(change)
            if all(os.path.dirname(name) == step.name for name in made):
                self.apply(self.names, change)
            else:
                kept.append(change)
        self.pending = kept

    def surviving(self, random):
        names = dict(self.names)
        for change in self.pending[:random.randint(0, len(self.pending))]:
            self.apply(names, change)
        chance = random.choice((0, 0.1, 0.5, 0.9, 1))
        return {name: torn(content, chance, random) for name, content in names.items()}


def put(data, at, part):
    if len(data) < at:
        data.extend(bytes(at - len(data)))
    data[at:at + len(part)] = part


def whole(data, steps):
    data = bytearray(data)
    for step in steps:
        if step.kind == "write":
            put(data, step.at, step.data)
        else:
            del data[step.at:]
            data.extend(bytes(step.at - len(data)))
    return bytes(data)


def torn(content, chance, random):
    data = bytearray(content.synced)
    for step in content.pending:
        if step.kind == "truncate":
            if random.random() < chance:
                data = bytearray(whole(data, [step]))
            continue
        start = 0
        while start < len(step.data):
            end = min(len(step.data), start + SECTOR - (step.at + start) % SECTOR)
            if random.random() < chance:
                put(data, step.at + start, step.data[start:end])
            start = end
    return bytes(data)


def after_power_cut(before, steps, at, random, syncs=True):
    """Files when the power goes during step `at`; after the program's end when that is the last."""
    disk = Disk(before, syncs)
    for step in steps[:at]:
        disk.run(step)
    if at < len(steps):
        disk.run(steps[at], under_way=True)
    return disk.surviving(random)

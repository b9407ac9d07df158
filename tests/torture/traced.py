"""One run of the program on a private copy of a hostile case, and what strace saw it do."""
import hashlib
import os
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

# What a run may open besides the case's own folder: libraries, their data, the program's own data,
# the kernel's faces. Read by the loader or before the reading process locks itself.
MAY_READ = ("/lib/", "/lib64/", "/usr/lib/", "/usr/local/lib/", "/etc/ld.so.", "/usr/share/proj",
            "/usr/share/gdal", "/usr/share/locale", "/usr/share/zoneinfo", "/etc/localtime",
            "/proc/", "/sys/", "/dev/null", "/dev/urandom", "/usr/share/fonts", "/etc/fonts",
            "/var/cache/fontconfig", "/etc/gcrypt", "/etc/ssl/openssl.cnf", "/etc/pkcs11")
# What the program itself reads of its own data; its reading process, which has given everything up, may not.
OWN_DATA = str(Path(__file__).resolve().parents[2] / "data" / "rules") + "/"
MAY_WRITE = ("/dev/null", "/proc/self/", "/dev/tty")
CALLS = ("open,openat,openat2,creat,unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,"
         "symlinkat,mkdir,mkdirat,truncate,chmod,fchmodat,execve,socket,connect,sendto,sendmsg,kill")
OPEN = re.compile(r'^(\d+) +(?:open|openat|openat2|creat)\((.*)\) = (-?\d+)')
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
CHANGE = re.compile(r'^(\d+) +(unlink|unlinkat|rename|renameat|renameat2|link|linkat|symlink|symlinkat|'
                    r'mkdir|mkdirat|truncate|chmod|fchmodat)\((.*)\) = 0')
NETWORK = re.compile(r'^\d+ +(socket|connect|sendto|sendmsg)\(.*(AF_INET|PF_INET)')
KILLED = re.compile(r'^(\d+) \+\+\+ killed by (SIG\w+)')
TOKENS = (b"CANARY-3b1f", b"root:x:0:0")


@dataclass
class Run:
    code: int = 0
    seconds: float = 0
    processor: float = 0
    peak_mib: float = 0
    out: bytes = b""
    error: bytes = b""
    reads: list = field(default_factory=list)      # outside, and they succeeded
    tried: list = field(default_factory=list)      # outside, and they were refused
    writes: list = field(default_factory=list)
    connects: list = field(default_factory=list)
    crashes: list = field(default_factory=list)
    readers_killed: list = field(default_factory=list)
    changed: list = field(default_factory=list)    # input bytes
    beside: list = field(default_factory=list)     # new files beside the input
    leaks: bool = False


def fingerprints(folder):
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            found[path] = "special"
        else:
            found[path] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def unescaped(text):
    return text.encode("latin-1", "replace").decode("unicode_escape", "replace")


def judge_open(run, words, result, folders, cwd, may_read=MAY_READ):
    quoted = QUOTED.search(words)
    if not quoted:
        return
    path = unescaped(quoted.group(1))
    if not path.startswith("/"):
        if not words.startswith("AT_FDCWD"):
            return  # below a folder whose own opening was judged
        path = os.path.join(cwd, path)
    path = os.path.normpath(path)
    writes = re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE", words) is not None
    inside = [str(folder) for folder in folders]
    if any(path == folder or path.startswith(folder + "/") for folder in inside):
        return
    if path.startswith(MAY_WRITE if writes else may_read + MAY_WRITE):
        return
    if not writes and "O_PATH" in words or "O_DIRECTORY" in words and path in ("/", "/dev"):
        return
    if int(result) < 0:
        if path.startswith(("/etc/passwd", "/tmp/antardesa-canary", "/dev/")):
            run.tried.append(path)
        return
    (run.writes if writes else run.reads).append(path)


def read_trace(run, log, folders, cwd):
    first = None
    for line in log.read_text(encoding="latin-1").splitlines():
        first = first or line.split(" ", 1)[0]
        if (found := OPEN.match(line)) is not None:
            own = (OWN_DATA,) if found.group(1) == first else ()
            judge_open(run, found.group(2), found.group(3), folders, cwd, MAY_READ + own)
        elif (found := CHANGE.match(line)) is not None:
            names = [os.path.normpath(os.path.join(cwd, unescaped(name)))
                     for name in QUOTED.findall(found.group(3))]
            outside = [name for name in names
                       if not any(name.startswith(str(folder) + "/") for folder in folders)]
            run.writes += [f"{found.group(2)} {name}" for name in outside]
        elif NETWORK.match(line):
            run.connects.append(line[:120])
        elif (found := KILLED.match(line)) is not None:
            (run.crashes if found.group(1) == first else run.readers_killed).append(found.group(2))


def start(command, cwd, environment, limit):
    def limits():
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 30, 1 << 30))
        if limit:
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    out, error = tempfile.TemporaryFile(), tempfile.TemporaryFile()
    process = subprocess.Popen(command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL,
                               stdout=out, stderr=error, preexec_fn=limits)
    return process, out, error


def run_traced(arguments, case, work, seconds, memory, program):
    """Runs `arguments` (with {in} for the private copy, {out} for an empty folder)."""
    folder, results = work / "in", work / "out"
    results.mkdir(parents=True)
    (work / "tmp").mkdir()
    subprocess.run(["cp", "-a", "--", str(case), str(folder)], check=True)
    before = fingerprints(folder)
    command = [word.replace("{in}", str(folder)).replace("{out}", str(results))
               for word in arguments]
    log = work / "trace"
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(results),
                   "TMPDIR": str(work / "tmp"), "XDG_RUNTIME_DIR": str(work / "tmp"),
                   "XDG_CONFIG_HOME": str(results), "XDG_STATE_HOME": str(results)}
    run = Run()
    began = time.monotonic()
    process, out, error = start(["strace", "-f", "--seccomp-bpf", "-q", "-e", "signal=none", "-s",
                                 "4096", "-e", f"trace={CALLS}", "-o", str(log), "--"] + command,
                                results, environment, memory)
    late = threading.Timer(seconds, lambda: os.killpg(process.pid, signal.SIGKILL))
    late.start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    late.cancel()
    run.seconds = time.monotonic() - began
    run.processor = usage.ru_utime + usage.ru_stime
    run.peak_mib = usage.ru_maxrss / 1024
    run.code = process.returncode
    for stream, name in ((out, "out"), (error, "error")):
        stream.seek(0)
        setattr(run, name, stream.read(16 << 20))
        stream.close()
    own = [folder, results, work / "tmp", program.parent, program.parent.parent / "share"]
    if log.exists():
        read_trace(run, log, own, str(results))
    if run.code < 0 and not run.crashes and run.seconds < seconds:
        run.crashes.append(f"signal {-run.code}")
    after = fingerprints(folder)
    run.changed = [path.name for path in before if after.get(path) != before[path]]
    run.beside = [path.name for path in after if path not in before]
    written = [path.read_bytes() for path in results.rglob("*") if path.is_file()]
    run.leaks = any(token in text for token in TOKENS for text in [run.out, run.error, *written])
    shutil.rmtree(work, ignore_errors=True)
    return run

"""What a file on the disk holds: the content of a project, and whether an output is whole."""
import hashlib
import json
import re
import shutil
import sqlite3
import struct
import tempfile
import xml.etree.ElementTree
import zipfile
import zlib
from pathlib import Path

# What differs between two runs that did the same: when, who holds the file, hashes over times.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
PASSING = re.compile(r"^(sqlite_|gpkg_|rtree_|pemegang$|riwayat$|sidik)")


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def project_dump(path):
    """The rows of a project as one text, recovered in a private copy with the journal beside it,
    as the next opening would; "corrupt: …" when that is impossible, "absent" without a file."""
    if not path.exists():
        return "absent"
    with tempfile.TemporaryDirectory(dir=path.parent.parent) as folder:
        copy = Path(folder) / "p.gpkg"
        shutil.copyfile(path, copy)
        journal = path.with_name(path.name + "-journal")
        if journal.exists():
            shutil.copyfile(journal, copy.with_name("p.gpkg-journal"))
        try:
            return dump_of(copy)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            # The complaint itself may quote bytes of the damaged file.
            return f"corrupt: {error}"


def dump_of(path):
    database = sqlite3.connect(path)
    database.text_factory = bytes
    try:
        checked = database.execute("PRAGMA quick_check(1)").fetchone()[0]
        if checked != b"ok":
            return f"corrupt: {checked}"
        lines = []
        tables = [row[0].decode() for row in database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        for table in tables:
            if not PASSING.match(table):
                for row in database.execute(f"SELECT * FROM {quoted(table)}"):
                    lines.append(MOMENT.sub("T", f"{table}|{row!r}"))
        for row in database.execute("SELECT revisi FROM riwayat"):
            lines.append(f"riwayat|{row!r}")
        return "\n".join(sorted(lines))
    finally:
        database.close()


def brief(dump):
    return dump if len(dump) < 80 else hashlib.sha256(dump.encode()).hexdigest()[:12]


def png_is_whole(data):
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        return False
    at = 8
    while at + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 4:at + 8 + length]
        if len(body) != length + 4 or at + 12 + length > len(data):
            return False
        if zlib.crc32(body) != struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0]:
            return False
        if kind == b"IEND":
            return True
        at += 12 + length
    return False


def pdf_is_whole(data):
    found = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data)
    return data.startswith(b"%PDF-") and found is not None and int(found.group(1)) < len(data)


def is_whole(path):
    """True for a file that a reader of its format takes as complete."""
    data = path.read_bytes()
    try:
        kind = path.suffix
        if kind == ".pdf":
            return pdf_is_whole(data)
        if kind == ".png":
            return png_is_whole(data)
        if kind in (".svg", ".kml"):
            xml.etree.ElementTree.fromstring(data)
            return True
        if kind in (".json", ".geojson"):
            json.loads(data)
            return True
        if kind == ".xlsx":
            return zipfile.ZipFile(path).testzip() is None
        if kind == ".gpkg":
            database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
            return database.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        if kind == ".shp":
            return len(data) >= 100 and struct.unpack(">i", data[24:28])[0] * 2 == len(data)
        return len(data) > 0
    except (ValueError, xml.etree.ElementTree.ParseError, zipfile.BadZipFile, sqlite3.Error):
        return False

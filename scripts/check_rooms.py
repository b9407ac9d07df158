#!/usr/bin/env python3
"""Holds every #include and every add_room() against the table in docs/architecture.md.

Usage: check_rooms.py [--graph build/release/rooms.txt]
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
STANDARD = re.compile(r"^[a-z_0-9]+$|^(sys|linux|arpa|netinet)/|^(unistd|pwd|fcntl|signal|errno|stdio|dirent|time|poll|sched|pthread|string|stdlib|math|malloc|spawn|iconv)\.h$")
TEST_ONLY = ("gtest/", "gmock/")


def read_table():
    rooms = {}
    row = re.compile(r"^\| (\d+) \| `(\w+)` \| .* \| (.*) \| (.*) \|$")
    for line in (ROOT / "docs/architecture.md").read_text().splitlines():
        match = row.match(line)
        if match:
            level, name, uses, foreign = match.groups()
            split = lambda text: [] if text == "–" else [part.strip() for part in text.split(",")]
            rooms[name] = (int(level), split(uses), split(foreign))
    return rooms


def foreign_allowed(header, prefixes):
    return any(header.lower().startswith(prefix.lower()) for prefix in prefixes)


def check_file(path, room, rooms, problems, test=False):
    level, uses, foreign = rooms[room]
    for number, line in enumerate(path.read_text().splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if not match:
            continue
        header = match.group(2)
        place = f"{path.relative_to(ROOT)}:{number}"
        top = header.split("/")[0]
        if match.group(1) == '"':
            if top not in rooms:
                if not (test and ((ROOT / "tests" / header).exists() or (path.parent / header).exists())):
                    problems.append(f'{place}: "{header}" names no room')
            elif top != room and top not in uses:
                problems.append(f"{place}: {room} may not include {top}/ ({header})")
            elif top != room and "/detail/" in header:
                problems.append(f"{place}: {header} is private to {top}")
        elif STANDARD.match(header) or foreign_allowed(header, foreign):
            continue
        elif test and (header.startswith(TEST_ONLY) or header.endswith(".h")):
            continue
        else:
            problems.append(f"{place}: {room} may not include <{header}>")


def check_levels(rooms, problems):
    for name, (level, uses, _) in rooms.items():
        for used in uses:
            if used not in rooms:
                problems.append(f"table: {name} uses unknown room {used}")
            elif rooms[used][0] >= level:
                allowed_pair = (level == 1 and used in ("geo", "json"))
                if not allowed_pair:
                    problems.append(f"table: {name} (level {level}) may not use {used}")


def check_cmake(rooms, problems):
    for name, (_, uses, _) in rooms.items():
        path = ROOT / "src" / name / "CMakeLists.txt"
        if not path.exists():
            problems.append(f"table: room {name} has no src/{name}/CMakeLists.txt")
            continue
        text = path.read_text()
        match = re.search(r"add_room\(\s*(\w+)\s+(?:USES\s+([\w\s]+?))?\s*(?:FOREIGN|SOURCES)", text)
        declared = set((match.group(2) or "").split()) if match else None
        if declared is None or match.group(1) != name:
            problems.append(f"src/{name}/CMakeLists.txt: no add_room({name} …)")
        elif not declared <= set(uses):
            problems.append(f"src/{name}/CMakeLists.txt: uses {sorted(declared - set(uses))}, not in the table")


def check_graph(path, rooms, problems):
    for line in path.read_text().splitlines():
        name, _, uses = line.partition(":")
        for used in uses.split():
            if used not in rooms.get(name, (0, [], []))[1]:
                problems.append(f"{path}: the build links {name} to {used}, the table does not")


def check_readmes(rooms, problems):
    for name in rooms:
        readme = ROOT / "src" / name / "README.md"
        if not readme.exists() or len(readme.read_text().splitlines()) > 15:
            problems.append(f"src/{name}/README.md: missing or longer than 15 lines")
        if not any((ROOT / "tests" / name).glob("*_test.cpp")):
            problems.append(f"tests/{name}: the room has no tests")


def main():
    rooms = read_table()
    problems = []
    check_levels(rooms, problems)
    check_cmake(rooms, problems)
    check_readmes(rooms, problems)
    for folder in sorted(p.name for p in (ROOT / "src").iterdir() if p.is_dir()):
        if folder not in rooms:
            problems.append(f"src/{folder}: not in the table")
            continue
        for path in sorted((ROOT / "src" / folder).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                check_file(path, folder, rooms, problems)
    for folder in sorted(p.name for p in (ROOT / "tests").iterdir() if p.is_dir() and p.name in rooms):
        for path in sorted((ROOT / "tests" / folder).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                check_file(path, folder, rooms, problems, test=True)
    if "--graph" in sys.argv:
        check_graph(pathlib.Path(sys.argv[sys.argv.index("--graph") + 1]), rooms, problems)
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()

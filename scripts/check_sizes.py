#!/usr/bin/env python3
"""Files over 400 lines and functions over 60 fail unless scripts/size_exceptions.txt says why.

An exception is a line "PATH lines|function:NAME reason".
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILE_LIMIT = 400
FUNCTION_LIMIT = 60
NAME = re.compile(r"([\w~:]+)\s*\(")


def exceptions():
    path = ROOT / "scripts/size_exceptions.txt"
    listed = set()
    for line in path.read_text().splitlines() if path.exists() else []:
        parts = line.split(None, 2)
        if len(parts) == 3 and not line.startswith("#"):
            listed.add((parts[0], parts[1]))
    return listed


def head_of(lines, at):
    """The first line of the declaration whose body opens on line `at`."""
    start = at
    balance = lines[start].count("(") - lines[start].count(")")
    while start > 0 and (balance < 0 or lines[start].lstrip().startswith((":", ","))):
        start -= 1
        balance += lines[start].count("(") - lines[start].count(")")
    return start


def functions(lines):
    """(name, length) of each function body, found by the indent of its closing brace."""
    at = 0
    while at < len(lines):
        line = lines[at].rstrip()
        not_a_function = ("namespace", "class", "struct", "enum", "union", "}", "//", "/*", "extern")
        if line.endswith("{") and ")" in line and not line.lstrip().startswith(not_a_function):
            start = head_of(lines, at)
            indent = len(lines[start]) - len(lines[start].lstrip())
            name = NAME.search(lines[start])
            if indent in (0, 4) and name:
                closing = " " * indent + "}"
                end = at + 1
                while end < len(lines) and not lines[end].startswith(closing):
                    end += 1
                yield name.group(1), end - at + 1
                at = end
        at += 1


def main():
    allowed = exceptions()
    problems = []
    for folder in ("src", "tests", "scripts", "data"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix not in (".h", ".cpp", ".py") or not path.is_file():
                continue
            relative = str(path.relative_to(ROOT))
            lines = path.read_text().splitlines()
            if len(lines) > FILE_LIMIT and (relative, "lines") not in allowed:
                problems.append(f"{relative}: {len(lines)} lines (limit {FILE_LIMIT})")
            if path.suffix == ".py":
                continue
            for name, length in functions(lines):
                if length > FUNCTION_LIMIT and (relative, f"function:{name}") not in allowed:
                    problems.append(f"{relative}: {name} has {length} lines (limit {FUNCTION_LIMIT})")
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()

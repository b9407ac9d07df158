#!/usr/bin/env python3
"""Two doors that strangers' texts must not come through, and one fault that no release build shows.

format  A text that is not a literal as the format of ImGui's or libc's printf family. (gcc's
        -Wformat=2 sees most of it; this also sees what a wrapper hides from it.)
sql     SQL put together from anything but literals. What else may stand in it is an operand named
        in scripts/sql_operands.txt with a reason ("PATH OPERAND reason"): table and column names
        of our own schema, or names quoted by the one function for it.

dangling A button or chip kept under a name whose words are a temporary: its text is a view.

Before the sources, each door is tried with a seeded defect: a check that stays green then is broken.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIRST = ("Text|TextDisabled|TextWrapped|BulletText|SetTooltip|SetItemTooltip|TreeNode|LogText|"
         "printf|vprintf")
SECOND = "TextColored|LabelText|fprintf|dprintf|syslog|TextV|g_log"
THIRD = "snprintf|vsnprintf|TreeNodeEx"
SQL = re.compile(r"^\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|PRAGMA|ATTACH|VACUUM|"
                 r"SAVEPOINT|RELEASE|ROLLBACK|WITH|BEGIN)\b")


def blank_comments(text):
    """Comments as spaces, so that places stay; strings untouched."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|("(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\')', re.S)
    return pattern.sub(lambda m: m.group(0) if m.group(1) else re.sub(r"[^\n]", " ", m.group(0)),
                       text)


def end_of(text, at, stops):
    """Where the expression that begins at `at` ends: at one of `stops` outside brackets."""
    depth = 0
    while at < len(text):
        char = text[at]
        if char == '"':
            at = re.compile(r'"(?:[^"\\\n]|\\.)*"').match(text, at).end() - 1
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            if depth == 0:
                return at
            depth -= 1
        elif char in stops and depth == 0:
            return at
        at += 1
    return at


def arguments(text, at):
    found = []
    while at < len(text):
        end = end_of(text, at, ",;")
        found.append(text[at:end].strip())
        if end >= len(text) or text[end] != ",":
            return found
        at = end + 1
    return found


def format_defects(text):
    for position, names in ((0, FIRST), (1, SECOND), (2, THIRD)):
        call = re.compile(r"(?:\bImGui::|\bstd::|(?<![\w.:>]))(" + names + r")\(")
        for match in call.finditer(text):
            name = match.group(1)
            ours = name[0].islower() or "ImGui::" in match.group(0)
            given = arguments(text, match.end())
            # A declaration or a call with fewer arguments (TreeNode("label")) has no format there.
            if not ours or len(given) <= position or re.match(r"^(const )?char", given[0]):
                continue
            if position == 0 and name == "TreeNode" and len(given) == 1 and '"' not in given[0]:
                continue
            if not given[position].startswith('"'):
                yield match.start(), f"{name} with the format {given[position]!r}"


def sql_operands(text):
    """(place, operand) of everything but literals that is joined to an SQL literal."""
    for literal in re.finditer(r'"((?:[^"\\\n]|\\.)*)"', text):
        if not SQL.match(literal.group(1)):
            continue
        before = text[:literal.start()].rstrip()
        if before.endswith("+"):
            yield literal.start(), before[:-1].split()[-1].split("(")[-1]
        if re.search(r"\bformat\($", before):
            yield literal.start(), "format"
        at = literal.end()
        while True:
            rest = re.compile(r'[\s)}]*').match(text, at).end()
            if text[rest:rest + 1] == '"':
                at = end_of(text, rest, " \n)+,;")
                continue
            if text[rest:rest + 1] != "+":
                break
            end = end_of(text, rest + 1, "+,;")
            operand = " ".join(text[rest + 1:end].split())
            if not operand.startswith('"'):
                yield rest, re.sub(r"\(.*", "()", operand)
            at = end
    for match in re.finditer(r"\b\w*sql\w*\s*\+=\s*", text):
        at, end = match.end(), end_of(text, match.end(), ";")
        while at < end:
            stop = end_of(text, at, "+;")
            operand = " ".join(text[at:stop].split())
            if not operand.startswith('"'):
                yield match.start(), re.sub(r"\(.*", "()", operand)
            at = stop + 1


def dangling_defects(text):
    for match in re.finditer(r"\b(Button|Chip) \w+\{", text):
        for given in arguments(text, match.end()):
            if re.match(r"(\.text = )?(scope\.text|elided|std::to_string|std::string)\(", given):
                yield match.start(), f"a {match.group(1)} that outlives its words: {given!r}"


def allowed_operands():
    path = ROOT / "scripts/sql_operands.txt"
    lines = [line.split(None, 2) for line in path.read_text().splitlines()
             if line and not line.startswith("#")]
    return {(parts[0], parts[1]) for parts in lines if len(parts) == 3}


SEEDED = (
    (format_defects, "ImGui::Text(name.c_str());", True),
    (format_defects, "ImGui::TextColored(red, village.name.c_str());", True),
    (format_defects, "std::fprintf(stderr, message.c_str());", True),
    (format_defects, "std::snprintf(to, size,\n    pattern, 3);", True),
    (format_defects, 'ImGui::Text("%s", name.c_str());', False),
    (format_defects, 'ImGui::TextUnformatted(name.c_str()); // ImGui::Text(name)', False),
    (dangling_defects, 'const Button what{.id = "a", .text = scope.text("ui.a")};', True),
    (dangling_defects, 'const Chip what{"a", scope.text("ui.a"), true};', True),
    (dangling_defects, 'button(scope, area, {.id = "a", .text = scope.text("ui.a")});', False),
    (dangling_defects, 'const Button what{.id = "a", .text = text};', False),
    (sql_operands, 'prepare("SELECT * FROM desa WHERE nama = \'" + name + "\'");', True),
    (sql_operands, 'prepare(std::string("DELETE FROM ") + table);', True),
    (sql_operands, 'prepare(std::format("UPDATE {} SET a = 1", table));', True),
    (sql_operands, "sql += name;", True),
    (sql_operands, "sql += \", \" + name;", True),
    (sql_operands, 'prepare("SELECT a" " FROM desa" + std::string(" WHERE b"));', True),
    (sql_operands, 'prepare("SELECT a FROM desa WHERE nama = ?1"); a + b;', False),
)


PROGRAM = """#include <cstdio>
int main(int, char** words) { std::printf(%s); }
"""


def compiler_test():
    """Our warnings, as errors, refuse a format that is not a literal and accept one that is."""
    flags = re.findall(r"-W[\w=-]+", (ROOT / "cmake/compiler.cmake").read_text())
    flags = [flag for flag in flags if flag.startswith("-Wformat") or "security" in flag]
    for words, red in (("words[0]", True), ('"%s", words[0]', False)):
        done = subprocess.run(["g++", "-fsyntax-only", "-Werror", *flags, "-x", "c++", "-"],
                              input=PROGRAM % words, text=True, capture_output=True)
        if (done.returncode != 0) != red:
            yield f"the compiler's door is open: printf({words}) with {flags}"


def self_test():
    wrong = list(compiler_test())
    for check, code, red in SEEDED:
        if bool(list(check(blank_comments(code)))) != red:
            wrong.append(f"the seeded case is judged wrongly: {code!r}")
    return wrong


def main():
    problems = self_test()
    allowed = allowed_operands()
    used = set()
    for path in sorted((ROOT / "src").rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        place = str(path.relative_to(ROOT))
        text = blank_comments(path.read_text(encoding="utf-8"))
        for at, what in [*format_defects(text), *dangling_defects(text)]:
            problems.append(f"{place}:{text[:at].count(chr(10)) + 1}: {what}")
        for at, operand in sql_operands(text):
            used.add((place, operand))
            if (place, operand) not in allowed:
                problems.append(f"{place}:{text[:at].count(chr(10)) + 1}: SQL joined with {operand}")
    problems += [f"scripts/sql_operands.txt: {place} {operand} is no longer there"
                 for place, operand in sorted(allowed - used)]
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()

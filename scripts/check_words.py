#!/usr/bin/env python3
"""Holds the message keys used in src/ and the languages against each other.

Fails when a fragment (data/languages/<language>/<room>.po) is malformed, a key is used and not
translated, the languages differ in keys or placeholders, or a stored code has no name. Warns
(exit 0) about keys that nothing names.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LANGUAGES = ("id", "en")
STRING = r'"((?:[^"\\]|\\.)*)"'
# The last part may be a foreign word that the key translates (CLI11's labels: "Usage", "TEXT").
KEY = re.compile(r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*\.[A-Za-z0-9_]+$")
PLACEHOLDER = re.compile(r"\{\d+\}")
SPOKEN = re.compile(r"\b(?:Message|Refusal|Error|Finding|text|plural|has|say|words)\s*[({]+\s*" + STRING)
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def unquoted(text):
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m.group(1), m.group(0)), text)


def read_fragment(path, problems):
    """[(key, [forms])] without the header."""
    entries, fields, field = [], {}, None
    place = path.relative_to(ROOT)

    def finish(number):
        nonlocal fields
        if fields:
            if "msgid" not in fields or not any(name.startswith("msgstr") for name in fields):
                problems.append(f"{place}:{number}: an entry lacks msgid or msgstr")
            else:
                forms = [value for name, value in sorted(fields.items()) if name.startswith("msgstr")]
                entries.append((fields["msgid"], forms))
        fields = {}

    number = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        match = re.match(r"^(msgid_plural|msgid|msgstr(?:\[\d\])?)\s+" + STRING + "$", line)
        if match:
            field, text = match.groups()
            if field == "msgid":
                finish(number)
            if field in fields:
                problems.append(f"{place}:{number}: {field} twice in one entry")
            fields[field] = unquoted(text)
        elif re.match("^" + STRING + "$", line) and field:
            fields[field] += unquoted(line[1:-1])
        else:
            problems.append(f"{place}:{number}: not understood: {line}")
    finish(number)
    if not entries or entries[0][0] or "charset=UTF-8" not in entries[0][1][0]:
        problems.append(f'{place}: must begin with the header entry (msgid "", charset=UTF-8)')
    return [entry for entry in entries if entry[0]]


def read_language(language, problems):
    texts = {}
    for path in sorted((ROOT / "data/languages" / language).glob("*.po")):
        for key, forms in read_fragment(path, problems):
            where = path.relative_to(ROOT)
            if key in texts:
                problems.append(f"{where}: {key} is also in {texts[key][1]}")
            if not KEY.match(key):
                problems.append(f"{where}: {key} is not a key")
            if any(not form for form in forms):
                problems.append(f"{where}: {key} has no text")
            if language == "id" and any("!" in form for form in forms):
                problems.append(f"{where}: {key} shouts; no exclamation marks (ui.md 9)")
            texts[key] = (forms, where)
    return texts


def without_comments(source):
    pattern = re.compile(r'R"\((?:.*?)\)"|' + STRING + r"|//[^\n]*|/\*.*?\*/", re.S)
    keep = lambda m: m.group(0) if m.group(0)[0] in '"R' else re.sub(r"[^\n]", " ", m.group(0))
    return pattern.sub(keep, source)


def style_names():
    """Names of inks look like keys and are none."""
    names = set()
    for path in (ROOT / "data/styles").glob("*.json"):
        names.update(re.findall(r'"([a-z_]+(?:\.[a-z0-9_]+)+)"', path.read_text(encoding="utf-8")))
    return names


def read_uses(spaces):
    """Keys with a place, and prefixes ("code.") from which keys are put together."""
    keys, prefixes, inks = {}, set(), style_names()
    for path in sorted((ROOT / "src").rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        source = without_comments(path.read_text(encoding="utf-8"))
        spoken = {match.start(1) for match in SPOKEN.finditer(source)}
        for match in re.finditer(STRING, source):
            text = match.group(1)
            place = f"{path.relative_to(ROOT)}:{source.count(chr(10), 0, match.start()) + 1}"
            if re.match(r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*[._]$", text) and "." in text:
                prefixes.add(text)
            elif KEY.match(text) and (match.start(1) in spoken or (text.split(".")[0] in spaces and text not in inks)):
                keys.setdefault(text, place)
    return keys, prefixes


def stored_codes():
    source = (ROOT / "src/model/codes.h").read_text(encoding="utf-8")
    for name, body in re.findall(r"struct Codes<(\w+)>.*?list\{(.*?)\};\n\};", source, re.S):
        lists = [re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()]
        if name == "Field":
            lists.append("field_short")
        for code in re.findall(r'"(\w+)"', body):
            yield from (f"code.{one}.{code}" for one in lists)


def main():
    problems = []
    languages = {language: read_language(language, problems) for language in LANGUAGES}
    rooms = {path.name for path in (ROOT / "src").iterdir() if path.is_dir()}
    known = set().union(*languages.values())
    spaces = rooms | {key.split(".")[0] for key in known}
    used, prefixes = read_uses(spaces)
    for key in stored_codes():
        used.setdefault(key, "src/model/codes.h")
    for key, place in sorted(used.items()):
        for language in LANGUAGES:
            if key not in languages[language] and not any(other.startswith(key + ".") for other in known):
                problems.append(f"{place}: {key} has no sentence in data/languages/{language}")
    for key in sorted(known):
        missing = [language for language in LANGUAGES if key not in languages[language]]
        if missing:
            present = next(language for language in LANGUAGES if key in languages[language])
            problems.append(f"{languages[present][key][1]}: {key} is missing in {missing[0]}")
            continue
        wanted = [set(PLACEHOLDER.findall(" ".join(languages[language][key][0]))) for language in LANGUAGES]
        if wanted[0] != wanted[1]:
            problems.append(f"{languages['id'][key][1]}: {key} has other placeholders in en")
    unused = [key for key in sorted(known) if key not in used and not any(key.startswith(p) for p in prefixes)]
    if unused:
        print(f"check_words: warning: {len(unused)} keys that no source names: {', '.join(unused[:12])}"
              + (" …" if len(unused) > 12 else ""), file=sys.stderr)
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

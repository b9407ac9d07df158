#!/usr/bin/env python3
"""Sorts the sources of a target into groups that compile as one file.

    group_sources.py SIZE FILE…     prints a line "GROUP FILE" each

What a source declares in its unnamed namespaces is its own: it stands with no other that uses one
of those names. Sources as clang-format leaves them: what is declared there begins a line.
"""

import re
import sys

WORD = re.compile(r"[A-Za-z_]\w*")
UNNAMED = re.compile(r"^namespace \{$(.*?)^\} // namespace$", re.S | re.M)
COMMENT = re.compile(r"//(?! namespace)[^\n]*|/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"", re.S)


def own_names(text):
    """Functions, types and constants; not what is only named anew, nor macros such as TEST."""
    names = set()
    for body in UNNAMED.findall(text):
        depth = 0
        pending = ""
        for line in body.split("\n"):
            starts = line[:1] not in ("", " ", "}", "#")
            if depth == 0 and (starts or pending):
                pending += line + "\n"
                head = re.split(r"[{;=(]", re.sub(r"^template<.*>$", "", pending, flags=re.M), maxsplit=1)
                if len(head) > 1:
                    words = WORD.findall(re.sub(r"\[[^\]]*\]", "", head[0]).split(" : ")[0])
                    if words and words[0] not in ("using", "namespace") and not words[-1].isupper():
                        names.add(words[-1])
                    pending = ""
            depth += line.count("{") + line.count("(") - line.count("}") - line.count(")")
            if depth == 0 and not line.rstrip().endswith((",", "(")) and line.rstrip().endswith((";", "}")):
                pending = ""
    return names


def main():
    size = int(sys.argv[1])
    groups = []
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            text = COMMENT.sub("", file.read())
        own, words = own_names(text), set(WORD.findall(text))
        for group in groups:
            if len(group["files"]) < size and not own & group["words"] and not words & group["own"]:
                break
        else:
            group = {"own": set(), "words": set(), "files": []}
            groups.append(group)
        group["own"] |= own
        group["words"] |= words
        group["files"].append(path)
    for number, group in enumerate(groups):
        for path in group["files"]:
            print(f"group{number} {path}")


if __name__ == "__main__":
    main()

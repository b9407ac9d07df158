#!/usr/bin/env bash
# Opens the sample in the real window under Xvfb, changes a village's name by keyboard and mouse,
# undoes it, and asks the project file what happened.
#   drive_window.sh ANTARDESA
set -euo pipefail
# shellcheck source=tests/window/sample_window.sh
. "$(dirname "$0")/sample_window.sh"

revision() { "$program" info "$project" --json | tr ',' '\n' | sed -n 's/.*"revision": *\([0-9]*\).*/\1/p'; }
is_at() { [ "$(revision)" = "$1" ]; }
before=$(revision)

# A village in the middle of the map, "Ubah…" at the foot of its card (above the button of its sheet),
# another name, Enter.
click 760 300 3
click 1305 676 3
enter 'Uji'
xdotool key Return
wait_for "the renaming of a village" is_at $((before + 1))
nap 3
xdotool mousemove 700 250 key ctrl+z
wait_for "the undoing" is_at $((before + 2))

kill -0 "$window" 2>/dev/null || fail "the window died: $(cat "$folder/log")"
"$program" history "$project" --json | grep -q '"edits"' || fail "no history"

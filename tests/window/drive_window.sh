#!/usr/bin/env bash
# Opens the sample in the real window under Xvfb, changes a village's name by keyboard and mouse,
# undoes it, and asks the project file what happened.
#   drive_window.sh ANTARDESA
set -euo pipefail
program=$1
folder=$(mktemp -d)
display=:$((90 + RANDOM % 400))
cleanup() {
  kill "${window:-}" "${server:-}" 2>/dev/null || true
  rm -rf "$folder"
}
trap cleanup EXIT
export DISPLAY=$display XDG_CONFIG_HOME=$folder/config LIBGL_ALWAYS_SOFTWARE=1

fail() {
  echo "window test: $1" >&2
  exit 1
}
revision() { "$program" info "$project" --json | tr ',' '\n' | sed -n 's/.*"revision": *\([0-9]*\).*/\1/p'; }
wait_for_revision() {
  for _ in $(seq 100); do
    [ "$(revision)" = "$1" ] && return
    sleep 0.1
  done
  fail "revision is $(revision), expected $1 ($2)"
}

Xvfb "$display" -screen 0 1366x768x24 >/dev/null 2>&1 &
server=$!
"$program" --quiet demo "$folder"
project=$folder/kabupaten-contoh.gpkg
before=$(revision)

"$program" "$project" >"$folder/log" 2>&1 &
window=$!
timeout 60 xdotool search --sync --onlyvisible --name 'Kabupaten Contoh' >"$folder/id" || fail "no window with the project's name: $(cat "$folder/log")"
id=$(head -n 1 "$folder/id")
xdotool windowfocus "$id"
sleep 4

# A village in the middle of the map, "Ubah…" at the foot of its card (above the button of its sheet),
# another name, Enter.
xdotool mousemove 760 300 click 1
sleep 3
xdotool mousemove 1305 676 click 1
sleep 3
xdotool type --delay 60 'Uji'
sleep 0.5
xdotool key Return
wait_for_revision $((before + 1)) "after renaming a village"
sleep 3
xdotool mousemove 700 250 key ctrl+z
wait_for_revision $((before + 2)) "after undo"

kill -0 "$window" 2>/dev/null || fail "the window died: $(cat "$folder/log")"
"$program" history "$project" --json | grep -q '"edits"' || fail "no history"

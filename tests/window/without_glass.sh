#!/usr/bin/env bash
# What a machine without a display or a sufficient OpenGL is told, and that the command line needs
# neither.
#   without_glass.sh ANTARDESA
set -euo pipefail
program=$1
folder=$(mktemp -d)
display=:$((500 + RANDOM % 400))
cleanup() {
  [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap cleanup EXIT
export XDG_CONFIG_HOME=$folder/config
unset DISPLAY WAYLAND_DISPLAY LIBGL_ALWAYS_SOFTWARE

fail() {
  echo "without glass: $1" >&2
  exit 1
}
# expect NAME CODE WORDS COMMAND…: that exit code, and one line on stderr that holds the words.
expect() {
  local name=$1 code=$2 words=$3 rc=0
  shift 3
  timeout 60 "$@" >"$folder/out" 2>"$folder/error" || rc=$?
  [ "$rc" = "$code" ] || fail "$name: exit code $rc, expected $code: $(cat "$folder/error")"
  [ -z "$words" ] && return
  # GLX says that it found no driver whatever LIBGL_DEBUG is; all else is ours.
  sed -i '/^libGL error: /d' "$folder/error"
  [ "$(wc -l <"$folder/error")" = 1 ] || fail "$name: not one line: $(cat "$folder/error")"
  grep -q "$words" "$folder/error" || fail "$name: \"$words\" is not in: $(cat "$folder/error")"
}

# The command line first: neither a display nor a driver.
export LIBGL_DRIVERS_PATH=/none
expect "demo" 0 "" "$program" --quiet demo "$folder"
project=$folder/kabupaten-contoh.gpkg
expect "info" 0 "" "$program" info "$project"
expect "export pdf" 0 "" "$program" --quiet export "$project" -o "$folder/peta.pdf"
expect "export png" 0 "" "$program" --quiet export "$project" -o "$folder/peta.png" --dpi 60
unset LIBGL_DRIVERS_PATH

expect "no display" 1 "layar" "$program" "$project"
expect "no display, English" 1 "display" "$program" --lang en "$project"
expect "no driver for a screenshot" 1 "OpenGL" env LIBGL_DRIVERS_PATH=/none "$program" screenshot "$project" -o "$folder/j.png"
expect "OpenGL 2.1 for a screenshot" 1 "terlalu tua" env LIBGL_ALWAYS_SOFTWARE=1 MESA_GL_VERSION_OVERRIDE=2.1 "$program" screenshot "$project" -o "$folder/j.png"
mkdir "$folder/home"
expect "a screenshot" 0 "" env LIBGL_ALWAYS_SOFTWARE=1 HOME="$folder/home" XDG_CACHE_HOME= "$program" --quiet screenshot "$project" -o "$folder/k.png"
[ -z "$(ls -A "$folder/home")" ] || fail "a screenshot left something in the home folder"

Xvfb "$display" -screen 0 1366x768x24 >/dev/null 2>&1 &
server=$!
for _ in $(seq 50); do [ -S "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done
export DISPLAY=$display
expect "OpenGL 2.1" 1 "OpenGL" env LIBGL_ALWAYS_SOFTWARE=1 MESA_GL_VERSION_OVERRIDE=2.1 "$program" "$project"
expect "no driver" 1 "OpenGL" env LIBGL_DRIVERS_PATH=/none "$program" "$project"
[ ! -e "$folder/j.png" ] || fail "a screenshot without OpenGL left a file"

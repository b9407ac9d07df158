# Sourced by the tests of the real window: the sample of the program $1 in a window on a display of
# its own, 1366x768. Sets `project` and `window`; everything is gone when the test ends. A busy
# machine draws late: what fails is tried once more, from the start, with waits four times as long.
# shellcheck shell=bash
program=$1
pace=${ANTARDESA_WINDOW_PACE:-1}
folder=$(mktemp -d)
display=:$((90 + RANDOM % 400))
cleanup() {
  kill "${window:-}" "${server:-}" 2>/dev/null || true
  rm -rf "$folder"
}
trap cleanup EXIT
export DISPLAY=$display XDG_CONFIG_HOME=$folder/config LIBGL_ALWAYS_SOFTWARE=1

fail() {
  if [ "$pace" = 1 ]; then
    cleanup
    ANTARDESA_WINDOW_PACE=4 exec "$0" "$program"
  fi
  echo "window test: $1" >&2
  exit 1
}
nap() {
  for ((i = 0; i < pace; ++i)); do sleep "$1"; done
}
# wait_for WHAT COMMAND…: until the command succeeds.
wait_for() {
  local what=$1
  shift
  for _ in $(seq 100); do
    if "$@"; then return; fi
    sleep 0.2
  done
  fail "$what did not come"
}
click() {
  xdotool mousemove "$1" "$2" click 1
  nap "${3:-1}"
}
enter() {
  xdotool type --delay 60 "$1"
  nap 0.5
}

Xvfb "$display" -screen 0 1366x768x24 >/dev/null 2>&1 &
server=$!
"$program" --quiet demo "$folder"
project=$folder/kabupaten-contoh.gpkg
"$program" "$project" >"$folder/log" 2>&1 &
window=$!
timeout 60 xdotool search --sync --onlyvisible --name 'Kabupaten Contoh' >"$folder/id" || fail "no window with the project's name: $(cat "$folder/log")"
xdotool windowfocus "$(head -n 1 "$folder/id")"
nap 4

#!/usr/bin/env bash
# Works a case of the sample in the real window under Xvfb: at the negotiating table a point of the
# line is dragged, the line agreed on and its papers written; then the Perbup ends the case.
#   drive_case.sh ANTARDESA
set -euo pipefail
# shellcheck source=tests/window/sample_window.sh
. "$(dirname "$0")/sample_window.sh"

state_is() { "$program" dispute show "$project" 3 --json | grep -q "\"state\": *\"$1\""; }
papers_are_there() {
  local name
  for name in berita-acara.docx berita-acara.pdf lampiran-koordinat.pdf peta-batas.pdf; do
    [ -s "$folder/berkas-sengketa-3/$name" ] || return 1
  done
}
open_case() {
  xdotool mousemove 700 300 key ctrl+k
  nap 2
  enter '003/SB'
  xdotool key Return
  nap 3
}
today=$(date +%d-%m-%Y)

state_is fasilitasi_camat || fail "case 3 of the sample is not at the Camat's"
area() { "$program" village "$project" 99.01.04.2004 --json | grep -m 1 '"area_m2"'; }
before=$(area)

# "Usulan garis…" on the card, the table, a point of the line dragged by 29 pixels.
open_case
click 1143 596 4
xdotool key F5
nap 4
xdotool mousemove 451 301 mousedown 1
nap 0.5
for y in 306 312 318 324 330; do
  xdotool mousemove 451 "$y"
  nap 0.2
done
xdotool mouseup 1
nap 2

# "Sepakati garis ini…": number, day and title of the berita acara.
click 1235 692 3
enter '9/BA/2026'
click 518 387
enter "$today"
click 840 387
enter 'Batas'
click 955 718
wait_for "the agreement" state_is sepakat
[ "$(area)" != "$before" ] || fail "the line did not move: $before"
nap 3

# All papers into the folder that is offered.
xdotool key Return
wait_for "the papers" papers_are_there
nap 2

# Back, the card, "Lanjutkan perkara…" with a new document: the Perbup.
click 30 32 4
click 1338 76 2
open_case
click 1284 596 3
click 682 413 2
click 560 478 2
enter '12/2026'
click 568 465
enter "$today"
click 796 465
enter 'Penetapan'
click 852 573
wait_for "the end by Perbup" state_is selesai_perbup

kill -0 "$window" 2>/dev/null || fail "the window died: $(cat "$folder/log")"
"$program" history "$project" --verify >/dev/null || fail "the chain of the history does not hold"

#!/usr/bin/env bash
# Shows that two versions of the program give the same results: the sample year, the folder of bad files, and the year's
# end with an agreeing and with a planted ledger, each with a database and folders of its own.
#
#   src/test/sh/compare-versions.sh BEFORE AFTER WORK     two clones, an empty folder
#   src/test/sh/compare-versions.sh capture CLONE TO [DATA]   what one clone gives, kept in the folder TO; DATA is the
#                                                         sample-data folder, that of the clone unless given
#   src/test/sh/compare-versions.sh compare BEFORE AFTER  two such folders
#
# Values, lines, rule ids and exit statuses must be equal: differences of them are listed under "values", and the script
# ends with 1. Words, layout and JSON number types may differ: what does is listed under "words", for a person to read.
# Both versions are given the sample data of the first, so that a change of it is no difference.
#
# Needs python3, no package of it. A version takes ten minutes on two cores: each of the 250 figures is explained in five ways.
# Keep the folder of the version before, and later comparisons capture only the one after.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

usage() { sed -n '5,9s/^# *//p' "$0" >&2; exit 2; }

# Commands of this clone, on the database below this folder; one secret, so that signs of people are the same.
sunlit() { (cd "$data/.." && "$clone/sunlit" "$@"); }
scene() {
  release
  scene=$to/$1
  mkdir -p "$scene"
  export SUNLIT_FOLDER=$work/$1/var SUNLIT_INTAKE_INBOX=$work/$1/inbox
  out=$work/$1/out
  mkdir -p "$SUNLIT_INTAKE_INBOX"
  echo "$(date +%H:%M:%S) $1" >&2
}

# Runs a command as a process of its own; its screen, and its status with what it printed beside.
run() {
  local target=$scene/$1 status=0
  shift
  mkdir -p "$(dirname "$target")"
  sunlit "$@" >"$target" 2>"$target.err" || status=$?
  { echo "$status"; cat "$target.err"; } >"$target.status"
  rm "$target.err"
}

# The built-in server stops with the last who uses it: somebody stays until the next scene.
hold() {
  release
  python3 -c '
import fcntl, sys, time
users = open(sys.argv[1], "r+")
fcntl.lockf(users, fcntl.LOCK_SH)
time.sleep(36000)' "$SUNLIT_FOLDER/postgres/users.lock" &
  holder=$!
}
release() {
  [ -n "${holder:-}" ] || return 0
  kill "$holder" 2>/dev/null || true
  wait "$holder" 2>/dev/null || true
  holder=
  # the last to leave stops it
  sunlit figures --year 2020 >/dev/null 2>&1 || true
}

# Commands that a file lists, in one JVM: the file for the screen, and the words, separated by tabs.
commands() {
  hold
  (cd "$data/.." && "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -Xmx512m -Dfile.encoding=UTF-8 -Duser.timezone=Asia/Shanghai \
    -Dspring.aot.enabled=true -Xlog:disable -cp "$clone/target/app/sunlit.jar" "$here/compare/Commands.java" \
    "$clone/target/app/sunlit.jar" "$1")
}
line() { local IFS=$'\t'; echo "$*"; }

# Everything there is to list, as JSON and as people see it, and the files of reports.
list() {
  local at=$scene/$1 year=$2 name language todo=$work/todo
  mkdir -p "$at"
  : >"$todo"
  for name in rejects deliveries runs rules registers; do
    line "$at/$name.json" "$name" --json --lang en
    for language in en zh; do line "$at/$name.$language.txt" "$name" --lang "$language"; done
  done >>"$todo"
  for name in figures discrepancies audit restatement verify-snapshot; do
    case $name in
      discrepancies) set -- --year "$year" --all ;;
      verify-snapshot) set -- "$year" --out "$out" ;;
      *) set -- --year "$year" ;;
    esac
    line "$at/$name.json" "$name" "$@" --json --lang en
    for language in en zh; do line "$at/$name.$language.txt" "$name" "$@" --lang "$language"; done
  done >>"$todo"
  line "$at/rejects.zh.json" rejects --json --lang zh >>"$todo"
  line "$at/figures.zh.json" figures --year "$year" --json --lang zh >>"$todo"
  for language in en zh; do
    line "$at/rejects.$language.xlsx.txt" rejects --out "$at/rejects.$language.xlsx" --lang "$language"
    line "$at/rejects.$language.csv.txt" rejects --out "$at/rejects.$language.csv" --lang "$language"
  done >>"$todo"
  commands "$todo"
  cp -r "$out" "$at/out" 2>/dev/null || true
}

# Every figure in every way; the program says which there are.
explain() {
  local year=$1 todo=$work/todo figure by
  mkdir -p "$scene/explain"
  python3 -c 'import json, sys; [print(row["figure"]) for row in json.load(open(sys.argv[1]))]' "$scene/night/figures.json" >"$work/figures"
  while read -r figure; do
    line "$scene/explain/$figure.json" explain --year "$year" "$figure" --json
    for by in township source month; do
      line "$scene/explain/$figure-$by.json" explain --year "$year" "$figure" --by "$by" --json
    done
    line "$scene/explain/$figure.csv" explain --year "$year" "$figure" --records --format csv
    line "$scene/explain/$figure.en.txt" explain --year "$year" "$figure" --lang en
  done <"$work/figures" >"$todo"
  commands "$todo"
}

# One person explains every discrepancy, another agrees.
settle() {
  local todo=$work/todo
  python3 -c '
import json, sys
rows = [r for r in json.load(open(sys.argv[1])) if r["status"] == "open" and r["severity"] in ("error", "warning")]
for step, words in (("resolve", ["--as", "explained", "--why", "compared", "--by", "张三"]), ("approve", ["--by", "李四"])):
    for row in rows:
        number = str(row["discrepancy"])
        print("\t".join([sys.argv[2] + "/" + step + "-" + number + ".txt", step, number, *words]))
' "$scene/$1/discrepancies.json" "$scene/settle" >"$todo"
  mkdir -p "$scene/settle"
  commands "$todo"
}

capture() {
  clone=$(cd "$1" && pwd)
  mkdir -p "$2"
  to=$(cd "$2" && pwd)
  data=$(cd "${3:-$clone/sample-data}" && pwd)
  [ "$(basename "$data")" = sample-data ] || { echo "$data: must be called sample-data" >&2; exit 2; }
  [ -z "$(ls -A "$to")" ] || { echo "$to is not empty" >&2; exit 2; }
  work=$(mktemp -d)
  trap 'release; rm -rf "$work"' EXIT
  export SUNLIT_INTAKE_SECRET=compare-two-versions-of-the-program SUNLIT_INTAKE_QUIETPERIOD=0s SUNLIT_INTAKE_PARALLEL=1
  export SUNLIT_LANGUAGE=en LC_ALL=C.UTF-8
  holder=
  sunlit --version >"$to/version.txt"
  { echo "clone=$clone"; echo "work=$work"; echo "to=$to"; echo "data=$(dirname "$data")"; echo "from=$(TZ=Asia/Shanghai date +%F)"; } >"$to/about"

  scene year
  run night.txt nightly --year 2020 --inbox sample-data/2020 --out "$out"
  list night 2020
  explain 2020
  run year-end.txt year-end --year 2020 --ledger sample-data/2020-year-end/agreeing/treasury.csv --out "$out"
  list year-end 2020
  run close.txt year-end --year 2020 --close --by 张三 --out "$out"
  list close 2020
  run close-again.txt year-end --year 2020 --close --by 张三 --out "$out"

  scene bad
  run night.txt nightly --year 2020 --inbox sample-data/bad --out "$out"
  list night 2020
  run close.txt year-end --year 2020 --close --by 张三 --out "$out"

  scene planted
  run night.txt nightly --year 2020 --inbox sample-data/2020 --out "$out"
  run year-end.txt year-end --year 2020 --ledger sample-data/2020-year-end/planted/treasury.csv --out "$out"
  list year-end 2020
  run close-refused.txt year-end --year 2020 --close --by 张三 --out "$out"
  settle year-end
  run close.txt year-end --year 2020 --close --by 张三 --out "$out"
  list close 2020

  scene across
  run night-2019.txt nightly --year 2019 --inbox sample-data/2020 --out "$out"
  run night-2020.txt nightly --year 2020 --inbox sample-data/2020-year-end/planted/inbox --out "$out"
  run year-end-2020.txt year-end --year 2020 --ledger sample-data/2020-year-end/planted/treasury.csv --out "$out"
  run night-2022.txt nightly --year 2022 --inbox sample-data/2020-year-end/planted/inbox-2022 --out "$out"
  run year-end-2022.txt year-end --year 2022 --out "$out"
  list end-2020 2020
  list end-2022 2022
  echo "until=$(TZ=Asia/Shanghai date +%F)" >>"$to/about"
  release
}

case "${1:-}" in
  capture)
    [ $# -ge 3 ] || usage
    capture "$2" "$3" "${4:-}"
    ;;
  compare)
    [ $# = 3 ] || usage
    exec python3 "$here/compare/captures.py" "$2" "$3"
    ;;
  *)
    [ $# = 3 ] || usage
    before=$(cd "$1" && pwd)
    after=$(cd "$2" && pwd)
    "$0" capture "$before" "$3/before"
    "$0" capture "$after" "$3/after" "$before/sample-data"
    exec python3 "$here/compare/captures.py" "$3/before" "$3/after"
    ;;
esac

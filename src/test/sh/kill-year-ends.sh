#!/usr/bin/env bash
# Kills the year-end run with kill -9 in the middle of matching and in the middle of closing, at random
# moments, and proves after each that the next run ends as an undisturbed one: the same discrepancies
# and proof, the year closed wholly or not at all. A round whose kill came before or after the step is
# not counted and done again.
#
#   src/test/sh/kill-year-ends.sh [RECORDS] [TIMES]        100000 records, ten times each, unless given
set -euo pipefail
cd "$(dirname "$0")/../../.."
records=${1:-100000}
times=${2:-10}
tries=$((times * 5))
work=$(mktemp -d)
failed=0
trap 'stop_server; rm -rf "$work"' EXIT

postmaster() { head -n 1 "$work/var/postgres/data/postmaster.pid" 2>/dev/null || echo 0; }
# Usually the last command has stopped it already.
stop_server() { if [ "$(postmaster)" != 0 ]; then kill -INT "$(postmaster)" 2>/dev/null || true; sleep 2; fi; }
sunlit() { SUNLIT_LANGUAGE=en SUNLIT_FOLDER=$work/var ./sunlit "$@"; }
# With the status of the command on the last line; 3 is done, with discrepancies.
told() { "$@" 2>"$work/err" && echo "status 0" || echo "status $?"; }
milliseconds() { echo $(($(date +%s%N) / 1000000)); }
keep() { stop_server; rm -rf "${work:?}/$1"; cp -a "$work/var" "$work/$1"; }
begin() { stop_server; rm -rf "$work/var" "$work/out"; cp -a "$work/$1" "$work/var"; }

# Starts a command in the background and waits until it is in a step, as it shows on the terminal.
start_until() {
  local step=$1
  shift
  SUNLIT_TERMINAL=1 SUNLIT_LANGUAGE=en SUNLIT_FOLDER=$work/var ./sunlit "$@" >"$work/stdout" 2>"$work/stderr" &
  run=$!
  while kill -0 "$run" 2>/dev/null && ! grep -q "$step" "$work/stderr"; do sleep 0.05; done
}

# Kills it at a random moment of so many milliseconds; succeeds when it was still in the step.
killed_in() {
  local took=$1 after=$2
  delay=$(((RANDOM * 32768 + RANDOM) % took))
  sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
  kill -9 "$run" 2>/dev/null || { wait "$run" || true; return 1; }
  wait "$run" 2>/dev/null || true
  ! grep -q "$after" "$work/stderr" "$work/stdout"
}

# rounds NAME STATE STEP AFTER MILLISECONDS CHECK COMMAND...: kills until so many were hits.
rounds() {
  local name=$1 state=$2 step=$3 after=$4 took=$5 check=$6 hits=0 try=0
  shift 6
  while [ "$hits" -lt "$times" ] && [ "$try" -lt "$tries" ]; do
    try=$((try + 1))
    begin "$state"
    start_until "$step" "$@"
    if ! killed_in "$took" "$after"; then
      echo "$name: not in the step after ${delay} ms, not counted"
      continue
    fi
    hits=$((hits + 1))
    if "$check"; then
      echo "$name $hits: killed after ${delay} ms, $outcome"
    else
      echo "$name $hits: killed after ${delay} ms, NOT AS UNDISTURBED: $outcome $(cat "$work/err")"
      failed=$((failed + 1))
    fi
  done
  echo "$name: $hits of $times killed in the step, in $try tries"
  [ "$hits" = "$times" ] || failed=$((failed + 1))
}

# How long a step takes when nobody disturbs it.
measure() {
  local step=$1 begun
  shift
  start_until "$step" "$@"
  begun=$(milliseconds)
  while kill -0 "$run" 2>/dev/null && tail -c 200 "$work/stderr" | grep -q "$step"; do sleep 0.05; done
  took=$(($(milliseconds) - begun + 1))
  wait "$run" || true
}

# Numbers of discrepancies go up with every attempt, what they say does not.
discrepancies() {
  sunlit discrepancies --year 2020 --all --json | sed 's/"discrepancy":[0-9]*,//g' | sha256sum | cut -c 1-16
}

# What a snapshot holds, but for when it was made.
contents() {
  local closed=$work/out/2020/closed-1
  { grep -v -e ' close.csv$' -e ' reconciliation/reconciliation\.' -e ' reconciliation/digests.csv$' "$closed/SHA256SUMS"
    grep -v '^reconciliation,' "$closed/reconciliation/digests.csv"; } | sha256sum | cut -c 1-16
}

./mvnw -q -B test-compile
classpath=$(./mvnw -q -B dependency:build-classpath -Dmdep.outputFile=/dev/stdout -Dmdep.includeScope=test)
java -cp "target/test-classes:target/classes:$classpath" org.sunlitledger.bench.GeneratedYear "$work" "$records"

reconcile=(year-end --year 2020 --ledger "$work/treasury.csv" --out "$work/out")
told sunlit nightly --year 2019 --inbox "$work/before" --out "$work/out" >/dev/null
told sunlit nightly --year 2020 --inbox "$work/year" --out "$work/out" >/dev/null
keep unreconciled
measure "reconciling with the ledger" "${reconcile[@]}"
calm=$(discrepancies)
said=$(told sunlit "${reconcile[@]}")
[ "${said##*$'\n'}" = "status 3" ] || { echo "the undisturbed run: $said"; cat "$work/err"; exit 1; }
echo "undisturbed: matching ${took} ms, discrepancies $calm"

as_matched() {
  local now_said now
  now_said=$(told sunlit "${reconcile[@]}")
  now=$(discrepancies)
  outcome="next run ${now_said##*$'\n'}, discrepancies $now"
  [ "$now" = "$calm" ] && [ "$now_said" = "$said" ]
}
rounds matching unreconciled "reconciling with the ledger" "writing the statement" "$took" as_matched "${reconcile[@]}"

begin_fresh() { stop_server; rm -rf "$work/var" "$work/out"; }
begin_fresh
close=(year-end --year 2020 --close --by Zhao --out "$work/out")
told sunlit nightly --year 2020 --inbox sample-data/2020 --out "$work/out" >/dev/null
told sunlit year-end --year 2020 --ledger sample-data/2020-year-end/agreeing/treasury.csv --out "$work/out" >/dev/null
keep reconciled
measure "closing the year" "${close[@]}"
whole=$(contents)
echo "undisturbed: closing ${took} ms, snapshot $whole"

# Closed wholly: it verifies but for files that are still to be written, and the next run only says so. Not at all: the
# next run closes it.
as_closed() {
  local left again verified
  left=$(told sunlit verify-snapshot 2020 --out "$work/out")
  again=$(told sunlit "${close[@]}")
  case ${left##*$'\n'} in
    "status 0") [ "${again##*$'\n'}" = "status 3" ] || { outcome="$left $again"; return 1; } ;;
    "status 2") [ "${again##*$'\n'}" = "status 0" ] || { outcome="$left $again"; return 1; } ;;
    "status 3")
      grep -v -e 'DOES NOT AGREE' -e 'its files are not in' -e 'the page to print is missing' <<<"$left" | grep -q '^  ' &&
        { outcome=$left; return 1; }
      [ "${again##*$'\n'}" = "status 3" ] || { outcome="$left $again"; return 1; }
      ;;
    *) outcome=$left; return 1 ;;
  esac
  sunlit nightly --year 2020 --inbox sample-data/2020 --out "$work/out" >/dev/null 2>&1
  verified=$(told sunlit verify-snapshot 2020 --out "$work/out")
  outcome="it was $([ "${left##*$'\n'}" = "status 2" ] && echo not || echo wholly) closed, next run ${again##*$'\n'}, snapshot $(contents)"
  [ "${verified##*$'\n'}" = "status 0" ] &&
    [ "$(grep -c ' closed-' <<<"$verified")" = 1 ] &&
    [ "$(sunlit audit --year 2020 --json | grep -c '"action" : "close"')" = 1 ] &&
    [ "$(contents)" = "$whole" ]
}
rounds closing reconciled "closing the year" "is closed, number" "$took" as_closed "${close[@]}"

echo "$failed differences"
[ "$failed" = 0 ]

#!/usr/bin/env bash
# Kills the nightly run in the middle of a large delivery, the JVM and then PostgreSQL, at random
# moments, and proves after each that the next run ends clean: nothing lost, nothing twice.
#
#   src/test/sh/kill-nights.sh [LINES] [TIMES]        300000 lines, ten hits each, unless given
#
# A hit is a kill that came while the delivery was being taken in, checked or counted: the run had
# begun and did not end by itself. Any other round is repeated and not counted. Ends with 0 only when
# every hit was followed by the books and figures of an undisturbed night.
set -euo pipefail
cd "$(dirname "$0")/../../.."
lines=${1:-300000}
times=${2:-10}
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT

postmaster() { head -n 1 "$work/var/postgres/data/postmaster.pid" 2>/dev/null || echo 0; }
# Usually the last command has stopped it already.
stop_server() {
  local server
  server=$(postmaster)
  [ "$server" = 0 ] || kill -INT "$server" 2>/dev/null || true
  while [ "$server" != 0 ] && kill -0 "$server" 2>/dev/null; do sleep 0.2; done
}
sunlit() { SUNLIT_FOLDER=$work/var ./sunlit "$@"; }
night() { sunlit nightly --year 2020 --inbox "$1" --out "$work/out"; }
books() { sunlit deliveries --json | tr -d ' \n' | sed 's/},{/}\n{/g' | grep large-2020 |
  sed 's/.*"lines_read"/"lines_read"/; s/,"received".*//'; }
figures() { sunlit figures --year 2020 --json | sha256sum; }
# The household roll is in; what follows is about the large delivery alone.
begin_anew() {
  stop_server
  rm -rf "$work/var"
  night "$work/roll" >/dev/null 2>&1 || [ $? -eq 3 ]
}

./mvnw -q -B test-compile
classpath=$(./mvnw -q -B dependency:build-classpath -Dmdep.outputFile=/dev/stdout -Dmdep.includeScope=test)
mkdir -p "$work/roll" "$work/inbox"
cp sample-data/2020/household-2020.csv "$work/roll/"
java -cp "target/test-classes:target/classes:$classpath" org.sunlitledger.sample.LargeDelivery \
  "$work/inbox/large-2020.csv" "$lines" 7

# What an undisturbed night gives, and how long it takes.
begin_anew
begun=$(date +%s%N)
night "$work/inbox" >/dev/null 2>&1 || [ $? -eq 3 ]
took=$((($(date +%s%N) - begun) / 1000000))
calm=$(books)
calm_figures=$(figures)
echo "undisturbed: ${took} ms, $calm"

failed=0
# Kills one victim once; 0 when it was a hit, 1 when the round does not count.
round() {
  local victim=$1 delay run server status=0 begun_runs
  begin_anew
  begun_runs=$(sunlit runs --json | grep -c '"run"')
  SUNLIT_FOLDER=$work/var ./sunlit nightly --year 2020 --inbox "$work/inbox" --out "$work/out" \
    >/dev/null 2>&1 &
  run=$!
  delay=$(((RANDOM * 32768 + RANDOM) % took))
  sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
  server=$(postmaster)
  kill -0 "$run" 2>/dev/null || { wait "$run" || true; return 1; }
  if [ "$victim" = jvm ]; then
    kill -9 "$run" 2>/dev/null || true
  else
    [ "$server" != 0 ] || { wait "$run" || true; return 1; }
    kill -9 "$server" 2>/dev/null || true
  fi
  wait "$run" 2>/dev/null || status=$?
  # done before it was hit
  if [ "$status" = 0 ] || [ "$status" = 3 ]; then return 1; fi
  # killed before it had begun
  if [ "$(sunlit runs --json | grep -c '"run"')" = "$begun_runs" ]; then return 1; fi

  local next=0 after same
  night "$work/inbox" >/dev/null 2>"$work/err" || next=$?
  after=$(books)
  same=$(figures)
  if { [ "$next" = 0 ] || [ "$next" = 3 ]; } && [ "$after" = "$calm" ] && [ "$same" = "$calm_figures" ]; then
    echo "$victim: killed after ${delay} ms, next run $next, books and figures as undisturbed"
  else
    echo "$victim: killed after ${delay} ms, next run $next, $after $(cat "$work/err")"
    failed=$((failed + 1))
  fi
}

for victim in jvm postgres; do
  hits=0
  missed=0
  while [ "$hits" -lt "$times" ]; do
    if round "$victim"; then hits=$((hits + 1)); else missed=$((missed + 1)); fi
    if [ "$missed" -gt $((10 * times)) ]; then
      echo "$victim: only $hits of $times kills hit a run"
      exit 1
    fi
  done
  echo "$victim: $hits hits of $times, $missed rounds too early or too late repeated"
done
echo "$((2 * times - failed)) as undisturbed, $failed different"
[ "$failed" = 0 ]

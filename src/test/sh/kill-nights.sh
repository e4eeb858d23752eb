#!/usr/bin/env bash
# Kills the nightly run in the middle of a large delivery, the JVM and then PostgreSQL, at random
# moments, and proves after each that the next run ends clean: nothing lost, nothing twice.
#
#   src/test/sh/kill-nights.sh [LINES] [TIMES]        300000 lines, ten times each, unless given
set -euo pipefail
cd "$(dirname "$0")/../../.."
lines=${1:-300000}
times=${2:-10}
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT

postmaster() { head -n 1 "$work/var/postgres/data/postmaster.pid" 2>/dev/null || echo 0; }
# Usually the last command has stopped it already.
stop_server() { if [ "$(postmaster)" != 0 ]; then kill -INT "$(postmaster)" 2>/dev/null || true; sleep 2; fi; }
sunlit() { SUNLIT_FOLDER=$work/var ./sunlit "$@"; }
books() { sunlit deliveries --json | tr -d ' \n' | sed 's/},{/}\n{/g' | grep large-2020; }

./mvnw -q -B test-compile
classpath=$(./mvnw -q -B dependency:build-classpath -Dmdep.outputFile=/dev/stdout -Dmdep.includeScope=test)
mkdir -p "$work/roll" "$work/inbox" "$work/calm"
cp sample-data/2020/household-2020.csv "$work/roll/"
java -cp "target/test-classes:target/classes:$classpath" org.sunlitledger.sample.LargeDelivery \
  "$work/inbox/large-2020.csv" "$lines" 7

# What an undisturbed night gives, and how long it takes.
sunlit nightly --year 2020 --inbox "$work/roll" --out "$work/out" >/dev/null || true
begun=$(date +%s%N)
sunlit nightly --year 2020 --inbox "$work/inbox" --out "$work/out" >/dev/null || [ $? -eq 3 ]
took=$((($(date +%s%N) - begun) / 1000000))
calm=$(books | sed 's/.*"lines_read"/"lines_read"/; s/,"received".*//')
figures=$(sunlit figures --year 2020 --json | sha256sum)
echo "undisturbed: ${took} ms, $calm"
stop_server
rm -rf "$work/var"

failed=0
for victim in jvm postgres; do
  for i in $(seq "$times"); do
    sunlit nightly --year 2020 --inbox "$work/roll" --out "$work/out" >/dev/null || true
    SUNLIT_FOLDER=$work/var ./sunlit nightly --year 2020 --inbox "$work/inbox" --out "$work/out" >/dev/null 2>&1 &
    run=$!
    delay=$(((RANDOM * 32768 + RANDOM) % took))
    sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
    if [ "$victim" = jvm ]; then kill -9 "$run" 2>/dev/null || true; else if [ "$(postmaster)" != 0 ]; then kill -9 "$(postmaster)" 2>/dev/null || true; fi; fi
    wait "$run" 2>/dev/null || true
    status=0
    sunlit nightly --year 2020 --inbox "$work/inbox" --out "$work/out" >/dev/null 2>"$work/err" || status=$?
    after=$(books | sed 's/.*"lines_read"/"lines_read"/; s/,"received".*//')
    same=$(sunlit figures --year 2020 --json | sha256sum)
    if { [ "$status" = 0 ] || [ "$status" = 3 ]; } && [ "$after" = "$calm" ] && [ "$same" = "$figures" ]; then
      echo "$victim $i: killed after ${delay} ms, next run $status, books and figures as undisturbed"
    else
      echo "$victim $i: killed after ${delay} ms, next run $status, $after $(cat "$work/err")"
      failed=$((failed + 1))
    fi
    stop_server
    rm -rf "$work/var"
  done
done
echo "$((2 * times - failed)) passed, $failed failed"
[ "$failed" = 0 ]

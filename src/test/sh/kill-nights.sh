#!/usr/bin/env bash
# Kills the nightly run at random moments of each of its eight steps, and proves after each kill that the next run gives
# what an undisturbed night gives: the same books, records, figures, reports and archive, and the same screen. What the
# killed night rejected is therefore reported by the run that completes, and that ends with 3 as well. A night that is
# killed after its last step has reported what its own screen says.
#
#   src/test/sh/kill-nights.sh APP WORK [TRIES]        a clone, an empty folder, 60 kills unless given
#
# Needs psql and python3. The steps take turns; one that was hit fewer than a twelfth of TRIES is tried again at the end.
# A kill counts for the step that was running when it came. A step is held from outside: triggers in the database of this
# test delay each statement of that step by up to a tenth of a second. Each sixth kill takes PostgreSQL down too. Ends
# with 0 only when no kill made a difference.
set -euo pipefail
app=$(cd "$1" && pwd)
mkdir -p "$2"
work=$(cd "$2" && pwd)
tries=${3:-60}
[ -z "$(ls -A "$work")" ] || { echo "$work is not empty" >&2; exit 2; }
mkdir "$work/files" "$work/calm" "$work/next"

export SUNLIT_FOLDER=$work/var SUNLIT_INTAKE_INBOX=$work/inbox SUNLIT_INTAKE_QUIETPERIOD=0s SUNLIT_INTAKE_CHUNK=200
export SUNLIT_LANGUAGE=en
postgres=$work/var/postgres
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
as_user=()
[ "$(id -u)" != 0 ] || as_user=(unshare -U)

start_once() {
  "${as_user[@]}" "$postgres"/server-*/bin/pg_ctl start -w -s -D "$postgres/data" -o "-p $port" -l "$work/postgres.log"
}
postmaster() { head -n 1 "$postgres/data/postmaster.pid"; }
start_server() {
  # after a kill the remains of the old one need a moment to be gone
  for _ in $(seq 100); do
    start_once 2>/dev/null && return
    sleep 0.2
  done
  echo "PostgreSQL does not start, see $work/postgres.log" >&2
  exit 1
}
sql() { PGPASSWORD=$(cat "$postgres/password") psql -h 127.0.0.1 -p "$port" -U sunlit -v ON_ERROR_STOP=1 -qAtX -d "$@"; }
night=("$app/sunlit" nightly --year 2020 --out "$work/out")
trap 'jobs -p | xargs -r kill -9 2>/dev/null; kill -INT "$(postmaster)" 2>/dev/null || true' EXIT
trap 'exit 1' INT TERM

# Good files, a file refused at its very end, files with rejected lines, files that are no registers; names in Chinese and GBK.
make_files() {
  local from=$app/sample-data/2020 name
  for name in household project payment aid administrative-count document target loan-guarantee; do
    cp "$from/$name-2020.csv" "$work/files/"
  done
  head -3001 "$from/subsidy-2020.csv" >"$work/files/补贴2020.csv"
  { head -1 "$from/subsidy-2020.csv"; sed -n 3002,3300p "$from/subsidy-2020.csv" | sed '0~7s/,2020-[0-9-]*,/,2020-02-30,/'; } \
    >"$work/files/补贴（第二批）2020.csv"
  head -1501 "$from/microloan-2019.csv" >"$work/files/小额信贷2019.csv"
  awk -F, 'NR > 1 { sum += $10 } END { printf "合计,,,,,,,,,%d.01,,,\n", sum }' "$work/files/小额信贷2019.csv" \
    >>"$work/files/小额信贷2019.csv"
  cp "$app/sample-data/bad/bad-microloan-rate-2020.csv" "$work/files/$(printf '利率2020.csv' | iconv -t GBK)"
  cp "$app/sample-data/bad/bad-payment-date-impossible-2020.csv" "$work/files/"
  cp "$app/sample-data/bad/bad-file-binary-2020.csv" "$work/files/坏文件2020.csv"
  printf '%%PDF-1.4\n' >"$work/files/说明.pdf"
}

make_database() {
  "$app/sunlit" deliveries >/dev/null
  start_server
  sql postgres -c 'alter database sunlit rename to fresh'
  echo >"$work/held"
  sql fresh <<SQL
create function hold_step() returns trigger language plpgsql as \$hold\$
declare
  held text := trim(E' \n' from pg_read_file('$work/held'));
begin
  if held <> '' and exists (
    select from batch_step_execution where status = 'STARTED' and step_name = held
  ) then
    perform pg_sleep(random() * 0.1);
  end if;
  return null;
end
\$hold\$;
select format(
  'create trigger hold_step before insert or update or delete on %I for each statement execute function hold_step()',
  table_name)
from information_schema.tables
where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'batch%'
\gexec
SQL
  export SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$port/sunlit SPRING_DATASOURCE_USERNAME=sunlit
  SPRING_DATASOURCE_PASSWORD=$(cat "$postgres/password")
  export SPRING_DATASOURCE_PASSWORD
}

begin_anew() {
  sql postgres -c 'set client_min_messages = warning' -c 'drop database if exists sunlit with (force)' -c 'create database sunlit template fresh'
  rm -rf "$work/out" "$work/inbox" "$work/var/archive"
  cp -r "$work/files" "$work/inbox"
}

# What there is after a night, a file for each part, without numbers that are only counted on.
take_stock() {
  local to=$1
  sql sunlit -c "
    select name, year, register, sheet, status, lines_read, lines_accepted, lines_refused, fen_read, fen_accepted,
      fen_refused, reported, archived_as is not null
    from delivery
    where status not in ('received', 'loading')
    order by path, sheet, status" >"$to/books"
  sql sunlit -c "
    select t.table_name, query_to_xml(format(
      'select d.name, count(*), sum(hashtextextended((to_jsonb(t) - %L::text[])::text, 0))
       from %I t join delivery d on d.id = t.delivery_id group by d.name order by d.name',
      '{id,delivery_id,found_at,key_number}', t.table_name), true, true, '')
    from information_schema.tables t
    where table_type = 'BASE TABLE'
      and 2 = (select count(*) from information_schema.columns c
               where c.table_name = t.table_name and column_name in ('delivery_id', 'line'))
    order by 1" >"$to/records"
  sql sunlit -c 'select year, id, value, text, problem from figure order by year, id' >"$to/figures"
  (cd "$work/out" && find . -type f -exec sha256sum {} + | sort -k2) >"$to/reports"
  { (cd "$work/inbox" && find . -type f | sort)
    (cd "$work/var/archive" && find . -type f -exec sha256sum {} + | sed 's#\./[-0-9]*/[0-9]*-##' | sort); } >"$to/archive"
  sed -E 's/\(open [0-9]+\)/(open N)/g; s/^( *)[0-9]+([–-][0-9]+)?([ ,:])/\1N\3/' "$to/screen" | sort >"$to/said"
}

# Prints what differs from the undisturbed night, in a word each.
differences() {
  local part
  for part in status books records figures reports archive said; do
    cmp -s "$work/calm/$part" "$work/next/$part" || echo -n " $part"
  done
}

steps=(enter intake check settle roll-up figure report archive)
# Seconds from the beginning of a step in which a kill may come; they follow what was hit and what was missed.
declare -A window=([enter]=0.5 [intake]=1.5 [check]=0.6 [settle]=0.4 [roll-up]=0.6 [figure]=0.3 [report]=1 [archive]=0.4)
declare -A kills different

# Waits until a step has begun, and then for a random part of a share of its window.
await() {
  sql sunlit -c "
    do \$\$
    begin
      loop
        exit when exists (select from batch_step_execution where step_name = '$1' and status = 'STARTED');
        exit when exists (select from batch_job_execution where end_time is not null);
        exit when clock_timestamp() > now() + interval '5 minutes';
        perform pg_sleep(0.001);
      end loop;
      perform pg_sleep(random() * $2 * ${window[$1]});
    end
    \$\$"
}

# Kills one night in a step; 1 when the night was over before.
kill_one() {
  local step=$1 number=$2 held share run hit reported status=0 found begun=$SECONDS
  begin_anew
  # every third is not held, and over the sooner
  if [ $((number % 3)) = 2 ]; then held='' share=0.3; else held=$step share=1; fi
  echo "$held" >"$work/held"
  # its process becomes that of the JVM
  "${night[@]}" >"$work/killed-screen" 2>/dev/null &
  run=$!
  await "$step" "$share"
  kill -9 "$run" 2>/dev/null || true
  if [ $((number % 6)) = 5 ]; then
    kill -9 "$(postmaster)"
    start_server
  fi
  wait "$run" 2>/dev/null || status=$?
  echo >"$work/held"
  if [ "$status" != 137 ]; then
    window[$step]=$(awk "BEGIN { print ${window[$step]} * 0.6 }")
    return 1
  fi
  hit=$(sql sunlit -c "
    select coalesce(
      (select step_name from batch_step_execution where status <> 'COMPLETED' and step_name = any('{$(IFS=,; echo "${steps[*]}")}')),
      case when exists (select from batch_job_execution where status = 'COMPLETED') then 'after' else 'between' end)")
  if [ "$hit" = "$step" ]; then
    window[$step]=$(awk "BEGIN { print ${window[$step]} * 1.2 }")
  else
    window[$step]=$(awk "BEGIN { print ${window[$step]} * 0.7 }")
  fi

  reported=$(sql sunlit -c 'select bool_and(reported) from delivery')

  status=0
  "${night[@]}" >"$work/next/screen" 2>"$work/next/err" || status=$?
  echo "$status" >"$work/next/status"
  # a night that has reported everything was killed when it had nothing left to do: its screen has all of it
  [ "$reported" != t ] || cp "$work/killed-screen" "$work/next/screen"
  take_stock "$work/next"
  found=$(differences)
  kills[$hit]=$((${kills[$hit]:-0} + 1))
  if [ -n "$found" ]; then
    different[$hit]=$((${different[$hit]:-0} + 1))
    cp -r "$work/next" "$work/different-$number-$hit"
  fi
  echo "$number: killed in $hit (aimed at $step), next run $status, ${found:+different:}${found:-as undisturbed}, $((SECONDS - begun)) s"
}

make_files
make_database
begin_anew
status=0
"${night[@]}" >"$work/calm/screen" 2>"$work/calm/err" || status=$?
echo "$status" >"$work/calm/status"
take_stock "$work/calm"
echo "undisturbed: status $status, $(wc -l <"$work/calm/books") deliveries"
cat "$work/calm/screen"
[ "$status" = 3 ] || { cat "$work/calm/err"; exit 1; }

number=0
missed=0
all_hit=0
least=$((tries / 12))
while [ "$number" -lt "$tries" ] || [ "$all_hit" = 0 ]; do
  step=${steps[number % 8]}
  all_hit=1
  for candidate in "${steps[@]}"; do
    if [ "${kills[$candidate]:-0}" -lt "$least" ]; then
      all_hit=0
      if [ "$number" -ge "$tries" ]; then step=$candidate; fi
    fi
  done
  if [ "$number" -ge "$tries" ] && [ "$all_hit" = 1 ]; then break; fi
  if [ $((number + missed)) -ge $((2 * tries + 8)) ]; then
    echo "too many kills missed their step"
    break
  fi
  if kill_one "$step" "$number"; then number=$((number + 1)); else missed=$((missed + 1)); fi
done

echo
printf '%-10s %6s %12s\n' step kills differences
sum=0
for step in "${steps[@]}" between after; do
  printf '%-10s %6d %12d\n' "$step" "${kills[$step]:-0}" "${different[$step]:-0}"
  sum=$((sum + ${different[$step]:-0}))
done
echo "$number kills, $sum different; $missed came after the end; $SECONDS s"
[ "$sum" = 0 ] && [ "$all_hit" = 1 ]

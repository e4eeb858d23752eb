#!/usr/bin/env bash
# Takes in the sample year, the bad files and files with names and ID numbers of people in wrong places as an office does:
# several nights, one of them killed, lists, decisions, a year's end, a close. Then searches a dump of the whole database,
# all logs, outputs and temporary files for each name and each number, the numbers by their digits alone as well, and for
# the numbers of the sample year. Ends with 0 when none is found, and everybody is who was planted to try the search.
#
#   src/test/sh/nothing-personal.sh APP WORK [FILES]        a built clone, an empty folder, 300 files unless given
#
# Needs psql and python3. The dump is made by $PG_DUMP, a pg_dump of the server's version (18); where there is none, each
# table is copied by psql. The files of the database are searched too, as they are on the disk: deleted rows and the log of
# what was written included.
set -euo pipefail
app=$(cd "$1" && pwd)
mkdir -p "$2"
work=$(cd "$2" && pwd)
count=${3:-300}
[ -z "$(ls -A "$work")" ] || { echo "$work is not empty" >&2; exit 2; }
mkdir -p "$work"/{said,inbox,tmp,dump,classes}

export SUNLIT_FOLDER=$work/var SUNLIT_INTAKE_INBOX=$work/inbox SUNLIT_INTAKE_QUIETPERIOD=0s SUNLIT_LANGUAGE=zh
export JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=$work/tmp TMPDIR=$work/tmp LC_ALL=C.UTF-8
postgres=$work/var/postgres
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
as_user=()
[ "$(id -u)" != 0 ] || as_user=(unshare -U)
pg_ctl() { "${as_user[@]}" "$postgres"/server-*/bin/pg_ctl "$@" -w -s -D "$postgres/data"; }
sql() { PGPASSWORD=$(cat "$postgres/password") psql -h 127.0.0.1 -p "$port" -U sunlit -v ON_ERROR_STOP=1 -qAtX "$@" sunlit; }
trap 'jobs -p | xargs -r kill -9 2>/dev/null; pg_ctl stop -m immediate 2>/dev/null || true' EXIT
trap 'exit 1' INT TERM
tests=$app/src/test/java/org/sunlitledger/intake
java_of_tests() {
  java -Xmx2g -cp "$work/classes:$app/target/app/sunlit.jar:$app/target/app/lib/*" "$@" 2>"$work/java.err" |
    { grep -v ' \[main\] ' || true; }
}

# Keeps what a command says; what it ends with is only said, as much is open here.
number=100
sunlit() {
  local status=0
  number=$((number + 1))
  "$app/sunlit" "$@" >"$work/said/$number-$1.out" 2>"$work/said/$number-$1.err" || status=$?
  echo "$status: sunlit $*" | sed "s#$work/##g"
  case $status in 0 | 3) ;; *) tail -n 3 "$work/said/$number-$1.err"; [ "$status" != 1 ] ;; esac
}
night() { sunlit nightly --year 2020 --out "$work/out" "$@"; }
hand_in() { cp -r "$1"/. "$work/inbox/"; }

"$app/sunlit" rules >/dev/null
javac -encoding UTF-8 -nowarn -d "$work/classes" -cp "$app/target/app/sunlit.jar:$app/target/app/lib/*" \
  "$tests"/{Person,People,Hostile{Text,Folder,Files,Workbooks,Set},MoreHostileFiles,Planted,Unpacked,PersonalSearch,SearchedPlaces}.java
java_of_tests org.sunlitledger.intake.HostileSet "$work/hostile" "$count" "$app/sample-data/2020"
rm -rf "$work/tmp"
mkdir "$work/tmp"

sunlit deliveries
pg_ctl start -o "-p $port" -l "$work/var/log/postgres.log"
export SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$port/sunlit SPRING_DATASOURCE_USERNAME=sunlit
SPRING_DATASOURCE_PASSWORD=$(cat "$postgres/password")
export SPRING_DATASOURCE_PASSWORD

night --inbox "$app/sample-data/2020"
sunlit year-end --year 2020 --ledger "$app/sample-data/2020-year-end/agreeing/treasury.csv" --out "$work/out" --close --by 王局长
night --inbox "$app/sample-data/bad"
hand_in "$work/hostile/1"
night
sunlit restatement --year 2020 --out "$work/out/restatement.csv"
sunlit restatement --year 2020 --json
sunlit reopen --year 2020 --by 王局长 --why 补报
night
hand_in "$work/hostile/2"
# the same files again under other names, as corrections
(cd "$work/hostile/1" && find . -name '*2020.csv' | sort | sed -n 1,20p | while IFS= read -r file; do
  { cat "$file"; echo; } >"$work/inbox/$(basename "$file" .csv)（修正）.csv"; done)
night
hand_in "$work/hostile/3"
"$app/sunlit" nightly --year 2020 --out "$work/out" >"$work/said/killed.out" 2>"$work/said/killed.err" &
killed=$!
sql -c "
  do \$\$
  begin
    while not exists (select from delivery where status = 'loading') and clock_timestamp() < now() + interval '2 minutes' loop
      perform pg_sleep(0.01);
    end loop;
  end
  \$\$"
kill -9 "$killed" 2>/dev/null || true
wait "$killed" 2>/dev/null || true
night

for language in zh en; do
  export SUNLIT_LANGUAGE=$language
  sunlit rejects
  sunlit rejects --out "$work/out/rejects-$language.xlsx"
  sunlit rejects --out "$work/out/rejects-$language.csv"
done
sunlit rejects --json
sunlit deliveries
sunlit deliveries --json
sunlit runs --json
sunlit figures --year 2020
sunlit figures --year 2020 --json
sunlit explain --year 2020 F11 --by township
sunlit explain --year 2020 F11 --records --format csv
sunlit explain --year 2020 F19 --records --format csv
sunlit explain --year 2020 F19 --records --json
sunlit report --year 2020 --format html --out "$work/out/report.html"
# what was written out, handed in again as it is
cp "$work/out/rejects-zh.xlsx" "$work/inbox/补正2020.xlsx"
cp "$work/out/rejects-zh.csv" "$work/inbox/补正2020.csv"
night
related=$(sql -c "
  select min(i.id) from open_item i join finding f on f.delivery_id = i.delivery_id where f.rule = 'file-kinship'")
[ -z "$related" ] || sunlit accept "$related" --as further --by 王会计 --why 另一批

sunlit year-end --year 2020 --ledger "$work"/hostile/ledger/*.csv --out "$work/out" || true
# two of its lines are rejected: the ledger counts once somebody has set them aside
mapfile -t left < <(sql -c "
  select i.id from open_item i join delivery d on d.id = i.delivery_id where d.register = 'treasury_entry' order by 1")
sunlit set-aside "${left[@]}" --why 已另行核对 --by 李会计
sunlit year-end --year 2020 --ledger "$work"/hostile/ledger/*.csv --out "$work/out"
sunlit discrepancies --year 2020 --all
sunlit discrepancies --year 2020 --json
first=$(sql -c "select min(id) from discrepancy where status = 'open'")
sunlit resolve "$first" --as explained --why 已核 --by 李会计
sunlit approve "$first" --by 王局长
mapfile -t open < <(sql -c "select id from open_item order by 1")
sunlit set-aside "${open[@]}" --why 已另行登记 --by 李会计
sunlit approve "${open[0]}" --by 王局长
night
sunlit audit --year 2020
sunlit audit --year 2020 --json
sunlit verify-snapshot 2020
sunlit deliveries

sql -f "$work/hostile/planted/planted.sql" >/dev/null
dump=${PG_DUMP:-pg_dump}
if PGPASSWORD=$SPRING_DATASOURCE_PASSWORD "$dump" -h 127.0.0.1 -p "$port" -U sunlit sunlit >"$work/dump/database.sql" 2>"$work/dump.err"; then
  echo "dump by $("$dump" --version)"
else
  echo "no dump by $dump ($(tail -n 1 "$work/dump.err")): each table is copied"
  sql -c "
    select format('copy %I.%I to stdout', table_schema, table_name) from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
    union all
    select format('copy (select lo_get(oid) from pg_largeobject_metadata where oid = %s) to stdout', oid)
    from pg_largeobject_metadata" | sql -f - >"$work/dump/database.sql"
fi
sql -c "copy pg_statistic to stdout" >"$work/dump/statistics" 2>/dev/null || true
sql -c checkpoint
pg_ctl stop -m fast
mv "$work/hostile/planted" "$work/planted"
mv "$work/planted/planted.sql" "$work/hostile/"

places=("$work/dump" "$work/said" "$work/out" "$work/var/log" "$work/var/tmp" "$work/tmp" "$work/planted" "@$work/var/archive")
while IFS= read -r other; do places+=("$other"); done < <(find "$work/var" -mindepth 1 -maxdepth 1 ! -name postgres ! -name archive ! -name log ! -name tmp)
while IFS= read -r other; do places+=("$other"); done < <(find "$postgres" -maxdepth 1 -type f)
status=0
java_of_tests org.sunlitledger.intake.SearchedPlaces "$work/hostile/people.tsv" "${places[@]}" || status=1

# The files of the database as they are, in its own encoding.
patterns() {
  awk -F '\t' -v kind="$1" '$3 == kind {
    if (kind != "sample") print $1
    print $2; print substr($2, 7); print substr($2, 1, 17); print substr($2, 1, 6) substr($2, 9, 9) }' "$work/hostile/people.tsv"
}
for kind in hostile sample deleted; do
  patterns "$kind" >"$work/patterns-$kind"
  find "$postgres/data" -type f -exec env LC_ALL=C grep -a -o -F -f "$work/patterns-$kind" {} + >"$work/raw-$kind" || true
  echo "on the disk of the database ($(du -sm "$postgres/data" | cut -f 1) MB): $(cut -d : -f 2 "$work/raw-$kind" | sort -u | wc -l) of $kind people's names and numbers"
done
[ ! -s "$work/raw-hostile" ] && [ ! -s "$work/raw-sample" ] || { sed "s#$work/##" "$work"/raw-{hostile,sample} | sort | uniq -c | head -n 40; }
[ -s "$work/raw-deleted" ] || { echo "a row that was deleted is not found on the disk: the search is blind"; status=1; }
exit $status

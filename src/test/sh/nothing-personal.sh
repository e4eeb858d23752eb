#!/usr/bin/env bash
# Imports the sample year, the bad files and files with names and ID numbers of people in wrong
# places, and looks for each name and number, also by its digits alone, in every table of the
# database, in logs, lists and reports.
#
#   src/test/sh/nothing-personal.sh [FILES]        300 files unless given; ends with 0 when none is found
set -euo pipefail
cd "$(dirname "$0")/../../.."
./mvnw -q -B test -Dtest=NothingPersonalTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dsunlit.hostile-files="${1:-300}" -Dsunlit.with-sample=true

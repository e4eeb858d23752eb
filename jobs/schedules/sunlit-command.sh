#!/bin/sh
# 以服务的用户和设置执行阳光台账的命令：sudo sunlit doctor。由 ./sunlit install 安装为 /usr/local/bin/sunlit。
# Runs a command with the user and the settings of the services: sudo sunlit doctor. `./sunlit install` puts it to
# /usr/local/bin/sunlit.
set -eu
user=sunlit
program=/opt/sunlit-ledger/sunlit
settings=/etc/sunlit/sunlit.env

if [ "$(id -un)" != "$user" ] && [ "$(id -u)" -ne 0 ]; then
  echo "sunlit: 请执行 sudo sunlit … / run sudo sunlit …" >&2
  exit 1
fi
# As systemd reads them, and never as commands.
while IFS= read -r line || [ -n "$line" ]; do
  name=${line%%=*}
  case "$name" in
    "$line" | '' | [0-9]* | *[!A-Za-z0-9_]*) continue ;;
  esac
  value=${line#*=}
  case "$value" in
    \"*\") value=${value#\"} && value=${value%\"} ;;
    \'*\') value=${value#\'} && value=${value%\'} ;;
  esac
  export "$name=$value"
done <"$settings"

if [ "$(id -un)" = "$user" ]; then
  exec "$program" "$@"
fi
# A folder into which the user may not look, as that of root, is no place to work in.
runuser -u "$user" -- test -x . || cd /
exec runuser -u "$user" -- "$program" "$@"

#!/bin/sh
# Makes the user, the folders, the settings and the units of systemd, or takes them away again; the data stays.
# `./sunlit install` and `./sunlit uninstall` call it. Each thing is looked at first and left alone if it is right.
#
#   install.sh install [--prefix DIR] [--user NAME] [--root DIR] [--dry-run]
#   install.sh uninstall [--root DIR] [--dry-run]
#
# Exit status: 0 done, 1 failed, 2 wrong usage.
set -eu
LC_ALL=C
export LC_ALL
umask 022

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
program=$(CDPATH='' cd -- "$here/../.." && pwd -P)
units=/etc/systemd/system
settings=/etc/sunlit/sunlit.env
command=/usr/local/bin/sunlit
comment='Sunlit Ledger'
# the units beside this script, and those of them that start with the machine
unit_files=$(CDPATH='' cd -- "$here" && ls -- *.service *.timer)
starting=$(CDPATH='' cd -- "$here" && grep -l '^WantedBy=' -- *.service *.timer)

say() {
  case "${SUNLIT_LANGUAGE:-en}" in
    zh*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$2" ;;
  esac
}

# fail STATUS CHINESE ENGLISH
fail() {
  say "sunlit: $2" "sunlit: $3" >&2
  exit "$1"
}

there() {
  say "已有  $1" "there     $2"
}

# change CHINESE ENGLISH COMMAND...: does it, or only says that it would
change() {
  changed=yes
  zh=$1
  en=$2
  shift 2
  if [ "$dry_run" = yes ]; then
    say "将做  $zh" "would do  $en"
  else
    "$@" || fail 1 "没有做成：$zh" "failed: $en"
    say "已做  $zh" "done      $en"
  fi
}

# ---- what is asked for

action=${1:-}
case "$action" in
  install | uninstall) shift ;;
  *) fail 2 "用法：install.sh install|uninstall" "usage: install.sh install|uninstall" ;;
esac
root=''
data=''
user=''
dry_run=no
changed=no
while [ $# -gt 0 ]; do
  case "$action $1" in
    *' --dry-run') dry_run=yes && shift && continue ;;
    *' --root' | 'install --prefix' | 'install --user') ;;
    *) fail 2 "没有这个选项：$1" "there is no option $1" ;;
  esac
  [ -n "${2:-}" ] || fail 2 "$1 后面缺一个值" "$1 lacks a value"
  case "$1" in
    --root) root=$2 ;;
    --prefix) data=$2 ;;
    --user) user=$2 ;;
  esac
  shift 2
done

if [ -n "$root" ]; then
  [ -d "$root" ] || fail 2 "没有文件夹 $root" "there is no folder $root"
  root=$(CDPATH='' cd -- "$root" && pwd -P)
  [ "$root" != / ] || root=''
fi
case "$program" in
  "$root"/*) program=${program#"$root"} ;;
esac
if [ "$(id -u)" -ne 0 ] && [ -z "$root" ] && [ "$dry_run" = no ]; then
  fail 1 "需要 root 的权限：sudo $program/sunlit $action" "root's rights are needed: sudo $program/sunlit $action"
fi

# ---- what was installed before

# setting NAME FILE: the value behind NAME= in a file
setting() {
  if [ -r "$root$2" ]; then sed -n "s/^$1=//p" "$root$2" | head -n 1; fi
}

known=$(setting WorkingDirectory "$units/sunlit.service")
known_user=$(setting User "$units/sunlit.service")
data=${data:-${known:-/var/lib/sunlit}}
data=${data%/}
user=${user:-${known_user:-sunlit}}
if [ -n "$known" ] && [ "$known" != "$data" ]; then
  fail 1 "已安装，数据在 $known：未作任何改动" "it is installed already, with its data in $known: nothing was changed"
fi
if [ -n "$known_user" ] && [ "$known_user" != "$user" ]; then
  fail 1 "已安装，用户是 $known_user：未作任何改动" "it is installed already, for user $known_user: nothing was changed"
fi
for path in "$data" "$program"; do
  case "$path" in
    /*[!A-Za-z0-9._/+-]* | *..*) path=bad ;;
    /?*) path=good ;;
    *) path=bad ;;
  esac
  [ "$path" = good ] || fail 2 \
    "$data 和 $program 须是绝对路径，只含英文字母、数字和 . _ + - /（systemd 的限制）" \
    "$data and $program must be absolute paths of letters, digits and . _ + - / only, as systemd reads them"
done
case "$user" in
  root | [!a-z_]* | *[!a-z0-9_-]*) fail 2 "不能用作用户名：$user" "no name for the user: $user" ;;
esac

# ---- the user

# Its line in the list of users; empty if there is none.
user_line() {
  if [ -n "$root" ]; then
    if [ -r "$root/etc/passwd" ]; then grep "^$user:" "$root/etc/passwd" || true; fi
  else
    getent passwd "$user" || true
  fi
}

make_user() {
  group=--user-group
  if [ -n "$root" ]; then
    mkdir -p "$root/etc"
    touch "$root/etc/passwd" "$root/etc/group"
    if grep -q "^$user:" "$root/etc/group"; then group="--gid $user"; fi
  elif getent group "$user" >/dev/null; then
    group="--gid $user"
  fi
  # shellcheck disable=SC2086 # the group is two words
  useradd ${root:+--prefix "$root"} --system $group --no-create-home --home-dir "$data" \
    --shell /usr/sbin/nologin --comment "$comment" "$user"
}

# With its group, if nobody else is in that.
delete_user() {
  userdel ${root:+--prefix "$root"} "$user" || return
  if grep -q "^$user:[^:]*:[0-9]*:\$" "$root/etc/group"; then
    groupdel ${root:+--prefix "$root"} "$user"
  fi
}

# The numbers of the user and of root, as owners of files. Without root's rights, as in tests, everything belongs to
# who calls.
find_owners() {
  if [ "$(id -u)" -eq 0 ]; then
    owner=$(user_line | cut -d : -f 3,4)
    owner=${owner:-new}
    superuser=0:0
  else
    owner=$(id -u):$(id -g)
    superuser=$owner
  fi
}

# ---- folders and files

set_rights() {
  chown "$3" "$root$1" && chmod "$2" "$root$1"
}

set_all_rights() {
  chown -R "$3" "$root$1" && chmod "$2" "$root$1"
}

make_folder() {
  mkdir -p "$root$1" && set_rights "$@"
}

# folder PATH MODE OWNER
folder() {
  if [ ! -d "$root$1" ]; then
    change "建立文件夹 $1（$2）" "make folder $1 ($2)" make_folder "$@"
    return
  fi
  found=$(stat -c '%a %u:%g' "$root$1")
  if [ "$found" = "$2 $3" ]; then
    there "文件夹 $1（$2）" "folder $1 ($2)"
  elif [ "${found#* }" = "$3" ]; then
    change "改权限 $1：${found% *} 改为 $2" "set rights of $1: from ${found% *} to $2" set_rights "$@"
  else
    change "改属主和权限 $1（连同其中内容）" "set owner and rights of $1, with all in it" set_all_rights "$@"
  fi
}

# filled FILE: a file of this folder with the paths and the user of the installation
filled() {
  sed -e 's|/opt/sunlit-ledger|@program@|g' -e 's|/var/lib/sunlit|@data@|g' \
    -e "s|@program@|$program|g" -e "s|@data@|$data|g" \
    -e "s|^User=sunlit\$|User=$user|" -e "s|^user=sunlit\$|user=$user|" "$here/$1"
}

# The settings to begin with. Java is named where services would not find it by themselves.
first_settings() {
  java_home='#JAVA_HOME='
  java=$(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin command -v java || true)
  if [ -n "${SUNLIT_JAVA:-}" ] &&
    [ "$(readlink -f "${java:-/none}")" != "$(readlink -f "$SUNLIT_JAVA/bin/java")" ]; then
    java_home=JAVA_HOME=$SUNLIT_JAVA
  fi
  filled sunlit.env | sed -e "s|^SUNLIT_LANGUAGE=zh\$|SUNLIT_LANGUAGE=${SUNLIT_LANGUAGE:-zh}|" \
    -e "s|^#JAVA_HOME=\$|$java_home|"
}

# What is in settings beside the language and Java, which depend on who calls.
without_own() {
  sed -e '/^SUNLIT_LANGUAGE=/d' -e '/^#\{0,1\}JAVA_HOME=/d' "$@"
}

# write PATH MODE OWNER COMMAND...: what the command prints, as a whole or not at all
write() {
  target=$1
  mode=$2
  whose=$3
  shift 3
  mkdir -p "$(dirname "$root$target")" &&
    "$@" >"$root$target.new" &&
    chown "$whose" "$root$target.new" &&
    chmod "$mode" "$root$target.new" &&
    mv "$root$target.new" "$root$target"
}

# file NAME PATH MODE: a file of this folder in its place, as it is today
file() {
  if [ -f "$root$2" ] && filled "$1" | cmp -s - "$root$2" &&
    [ "$(stat -c '%a %u:%g' "$root$2")" = "$3 $superuser" ]; then
    there "$2" "$2"
  else
    change "写入 $2" "write $2" write "$2" "$3" "$superuser" filled "$1"
    reload=yes
  fi
}

make_link() {
  mkdir -p "$(dirname "$root$1")" && ln -s "$2" "$root$1"
}

# enabled UNIT: as `systemctl enable` does it
enabled() {
  link=$units/$(sed -n 's/^WantedBy=//p' "$here/$1").wants/$1
  if [ -L "$root$link" ]; then
    there "开机启用 $1" "$1 starts with the machine"
  else
    change "开机启用 $1" "let $1 start with the machine" make_link "$link" "$units/$1"
    reload=yes
  fi
}

# ---- systemd, where it runs

is_live() {
  [ -z "$root" ] && [ -d /run/systemd/system ]
}

is_working() {
  is_live || return 1
  for service in sunlit.service sunlit-backup.service; do
    [ "$(systemctl show --property=ActiveState --value "$service")" != activating ] || return 0
  done
  return 1
}

started() {
  if systemctl is-active --quiet "$1"; then
    there "$1 正在运行" "$1 runs"
  else
    change "启动 $1" "start $1" systemctl start "$1"
  fi
}

# ---- install

install_all() {
  [ -f "$root$program/app/sunlit.jar" ] || [ -f "$root$program/target/app/sunlit.jar" ] || [ -n "$root" ] ||
    fail 1 "程序尚未编译，请先执行 $program/sunlit --version" "not built yet: run $program/sunlit --version first"
  if [ -n "$(user_line)" ]; then
    there "用户 $user" "user $user"
  elif [ "$(id -u)" -eq 0 ] || [ "$dry_run" = yes ]; then
    change "建立系统用户 $user" "make system user $user" make_user
  else
    say "略过  用户 $user（需要 root）" "left out  user $user (that needs root)"
  fi
  find_owners

  if [ ! -d "$root$data" ]; then folder "$data" 755 "$superuser"; else there "文件夹 $data" "folder $data"; fi
  folder "$data/var" 700 "$owner"
  folder "$data/inbox" 2770 "$owner"
  folder "$data/out" 755 "$owner"

  shared=${superuser%:*}:${owner#*:}
  if [ -f "$root$settings" ]; then
    if [ "$(stat -c '%a %u:%g' "$root$settings")" = "640 $shared" ]; then
      there "设置 $settings" "settings $settings"
    else
      change "改权限 $settings" "set rights of $settings" set_rights "$settings" 640 "$shared"
    fi
  elif [ -f "$root$data/sunlit.env" ]; then
    change "取回设置 $data/sunlit.env 到 $settings" "take the settings $data/sunlit.env back to $settings" \
      write "$settings" 640 "$shared" cat "$root$data/sunlit.env"
    [ "$dry_run" = yes ] || rm "$root$data/sunlit.env"
  else
    change "写入设置 $settings" "write settings $settings" write "$settings" 640 "$shared" first_settings
  fi

  backup=$data/backup
  if [ -f "$root$settings" ]; then backup=$(setting SUNLIT_BACKUP_FOLDER "$settings"); fi
  if [ -z "$backup" ]; then
    say "注意  $settings 中没有 SUNLIT_BACKUP_FOLDER，每夜的备份会失败：请写上另一块磁盘上的文件夹" \
      "look      $settings has no SUNLIT_BACKUP_FOLDER, so the nightly backup will fail: put in a folder on another disk"
  elif [ "$backup" = "$data/backup" ]; then
    folder "$backup" 700 "$owner"
    say "注意  备份在 $backup，与数据在同一块磁盘：请把 $settings 中的 SUNLIT_BACKUP_FOLDER 改为另一块磁盘上的文件夹" \
      "look      backups are in $backup, on the disk of the data: let SUNLIT_BACKUP_FOLDER in $settings name a folder on another disk"
  fi

  reload=no
  file sunlit-command.sh "$command" 755
  for unit in $unit_files; do file "$unit" "$units/$unit" 644; done
  for unit in $starting; do enabled "$unit"; done

  if [ -z "$root" ] && [ "$dry_run" = no ]; then
    said=$("$command" --version 2>&1) || fail 1 \
      "用户 $user 不能执行程序，服务没有启动（$said）。请让所有用户都能读取 $program 和 Java，再执行一次" \
      "user $user cannot run the program, so no service was started ($said). Let everybody read $program and Java, then call this again"
    there "用户 $user 能执行程序：$said" "user $user can run the program: $said"
  fi
  if is_live; then
    if [ "$reload" = yes ]; then
      change "systemd 重新读取设置" "let systemd read its units again" systemctl daemon-reload
      if systemctl is-active --quiet sunlit-console.service; then
        change "重新启动 sunlit-console.service" "restart sunlit-console.service" systemctl restart sunlit-console.service
      fi
    fi
    for unit in $starting; do started "$unit"; done
  else
    say "略过  启动服务：systemd 没有运行，下次开机时启动" \
      "left out  start of services: systemd does not run here, they start with the machine"
  fi

  if [ "$changed" = no ]; then
    say "一切都已安装，没有改动。换了新程序的，接着执行 sudo sunlit upgrade，再执行 systemctl restart sunlit-console。" \
      "Everything is installed already. Nothing was changed. If the program is a newer one, sudo sunlit upgrade is next, then systemctl restart sunlit-console."
  elif [ "$dry_run" = no ] && [ -n "$known" ]; then
    say "已更新安装。换了新程序的，接着执行 sudo sunlit upgrade；操作台没有启动的，再执行 systemctl restart sunlit-console。" \
      "The installation is up to date. If the program is a newer one, sudo sunlit upgrade is next, then systemctl restart sunlit-console."
  elif [ "$dry_run" = no ]; then
    say "安装完毕。体检：sudo sunlit doctor。第一个账号：sudo sunlit users add 登录名 --name 姓名 --role administrator。设置在 $settings。" \
      "Installed. Examine it: sudo sunlit doctor. The first account: sudo sunlit users add LOGIN --name NAME --role administrator. Settings are in $settings."
  fi
}

# ---- uninstall

# gone PATH: a file or link is taken away
gone() {
  if [ -e "$root$1" ] || [ -L "$root$1" ]; then
    change "删除 $1" "delete $1" rm "$root$1"
  fi
}

emptied() {
  if [ -d "$root$1" ] && [ -z "$(ls -A "$root$1")" ]; then
    change "删除空文件夹 $1" "delete empty folder $1" rmdir "$root$1"
  fi
}

stop_unit() {
  if systemctl is-active --quiet "$1"; then
    change "停止 $1" "stop $1" systemctl stop "$1"
  fi
}

# Settings that somebody wrote may be all that there is of a key: they become a part of the data.
keep_settings() {
  write "$data/sunlit.env" 600 "$superuser" cat "$root$settings" && rm "$root$settings"
}

uninstall_all() {
  if is_working; then
    fail 1 "夜间运行或备份正在进行，未作任何改动：请等它结束（journalctl -fu sunlit -u sunlit-backup）" \
      "the nightly run or a backup is under way and nothing was changed: wait for its end (journalctl -fu sunlit -u sunlit-backup)"
  fi
  find_owners
  if is_live; then
    for unit in $starting; do stop_unit "$unit"; done
  fi
  for unit in $starting; do
    wants=$units/$(sed -n 's/^WantedBy=//p' "$here/$unit").wants
    gone "$wants/$unit"
    emptied "$wants"
  done
  for unit in $unit_files; do gone "$units/$unit"; done
  if is_live && [ "$changed" = yes ]; then
    change "systemd 重新读取设置" "let systemd read its units again" systemctl daemon-reload
  fi
  gone "$command"
  if [ -f "$root$settings" ]; then
    if [ "$(filled sunlit.env | without_own)" = "$(without_own "$root$settings")" ]; then
      gone "$settings"
    else
      change "设置有改动，移到 $data/sunlit.env" "move the settings, which were changed, to $data/sunlit.env" keep_settings
    fi
  fi
  emptied /etc/sunlit
  for part in var inbox out backup; do
    if [ -d "$root$data/$part" ] && [ "$(stat -c '%u:%g' "$root$data/$part")" = "$owner" ] &&
      [ "$owner" != "$superuser" ]; then
      change "数据 $data/$part 改属 root" "give the data $data/$part to root" chown -R "$superuser" "$root$data/$part"
    fi
  done
  if [ "$(user_line | cut -d : -f 5)" = "$comment" ] && [ "$(id -u)" -eq 0 ]; then
    change "删除用户 $user" "delete user $user" delete_user
  fi

  if [ "$changed" = no ]; then
    say "没有安装，没有改动。" "It is not installed. Nothing was changed."
  elif [ "$dry_run" = no ]; then
    say "已撤销安装。数据仍在 $data，程序仍在 $program。" \
      "Uninstalled. The data is still in $data, the program in $program."
  fi
}

case "$action" in
  install) install_all ;;
  uninstall) uninstall_all ;;
esac

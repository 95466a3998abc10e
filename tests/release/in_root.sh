#!/bin/sh
# Runs a command in the Debian of a folder: in_root.sh ROOT SHARED COMMAND ARGUMENT...
# It runs in SHARED, which it sees under the same path, and sees nothing else of this machine. Mounts end with it.
set -eu
if [ "$(id -u)" != 0 ]; then
  exec sudo --preserve-env "$0" "$@"
fi
exec unshare --mount --pid --fork --kill-child sh -euc '
  root=$1
  shared=$2
  shift 2
  mount -t proc proc "$root/proc"
  mount -t tmpfs tmpfs "$root/tmp"
  mkdir -p "$root$shared"
  mount --bind "$shared" "$root$shared"
  cd /
  exec chroot "$root" env -C "$shared" "$@"
' sh "$@"

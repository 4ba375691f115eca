#!/usr/bin/env bash
# Proves the two commands of the README on a machine that has nothing yet: a new Debian in a folder, with this
# machine's Node and npm, a fresh clone of COMMIT (default: the last one), no cache and no screen. Needs root and debootstrap.
#   scripts/fresh-machine.sh FOLDER [command …]      default commands: "npm test" "npm start"
set -euo pipefail

fail() {
  echo "scripts/fresh-machine.sh: $1" >&2
  exit 1
}
folder=${1:?usage: scripts/fresh-machine.sh FOLDER [command ...]}
shift
for program in debootstrap unshare git node npm; do
  command -v "$program" >/dev/null || fail "$program is missing"
done
[ "$(id -u)" -eq 0 ] || fail 'it needs root, as debootstrap does'
[ $# -gt 0 ] || set -- 'npm test' 'npm start'
repository=$(cd "$(dirname "$0")/.." && pwd)
system=$folder/debian
release=${RELEASE:-bookworm}
commit=${COMMIT:-HEAD}

if [ ! -e "$system/.complete" ]; then
  rm -rf "$system"
  mkdir -p "$folder"
  debootstrap --variant=minbase --include=ca-certificates,git "$release" "$system" >"$folder/debootstrap.log"
  touch "$system/.complete"
fi

# Every run starts from the system as it was installed.
fresh=$folder/run
rm -rf "$fresh"
cp -a "$system" "$fresh"
trap 'rm -rf "$fresh"' EXIT

node=$(readlink -f "$(command -v node)")
npm=$(cd "$(dirname "$(readlink -f "$(command -v npm)")")/.." && pwd)
mkdir -p "$fresh/usr/local/bin" "$fresh/usr/local/lib/node_modules" "$fresh/origin"
cp "$node" "$fresh/usr/local/bin/node"
cp -a "$npm" "$fresh/usr/local/lib/node_modules/npm"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$fresh/usr/local/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$fresh/usr/local/bin/npx"
# How this machine reaches the network is not what is proven here.
cp -L /etc/resolv.conf "$fresh/etc/resolv.conf"
cp -L /etc/ssl/certs/ca-certificates.crt "$fresh/etc/ssl/certs/ca-certificates.crt"
if [ -e /etc/apt/apt.conf.d ]; then
  grep -lis 'proxy' /etc/apt/apt.conf.d/* | xargs -r cp -t "$fresh/etc/apt/apt.conf.d" || true
fi

export fresh repository commit
# A mount and process space of its own: nothing stays mounted or running, however this ends. The folder becomes the
# root by pivot_root, not chroot: in a chroot the kernel gives ordinary users no namespaces, and Chromium no sandbox.
unshare --mount --pid --fork bash -euo pipefail -c '
  mount --bind "$fresh" "$fresh"
  mount -t proc proc "$fresh/proc"
  mount --rbind /dev "$fresh/dev"
  mount -t tmpfs shm "$fresh/dev/shm"
  mount --bind -o ro "$repository" "$fresh/origin"
  mkdir "$fresh/host"
  cd "$fresh"
  pivot_root . host
  umount --lazy /host
  enter() {
    env -i HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
      NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt HTTP_PROXY="${HTTP_PROXY:-}" HTTPS_PROXY="${HTTPS_PROXY:-}" bash -c "$1"
  }
  enter "git config --global --add safe.directory \"*\" && git clone --quiet --no-hardlinks file:///origin /root/mostrador && git -C /root/mostrador -c advice.detachedHead=false checkout --quiet $commit"
  failed=0
  for command in "$@"; do
    started=$SECONDS
    code=0
    enter "cd /root/mostrador && $command" || code=$?
    echo "== $command: exit code $code after $((SECONDS - started)) s"
    [ "$code" -eq 0 ] || failed=1
  done
  exit "$failed"
' bash "$@"

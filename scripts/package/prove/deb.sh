#!/usr/bin/env bash
# Proves the deb in dist/ on a Debian that has nothing yet: installed with apt, started by an ordinary user under a
# virtual screen, rung by a webhook, removed without a trace but the data. Needs root and debootstrap.
#   npm run package -- prove-deb FOLDER         FOLDER keeps the new Debian for the next time; remove it when done
#   npm run package -- prove-deb FOLDER update  the update of an installed deb instead (see update-steps.sh)
set -euo pipefail

folder=$(realpath -m "${1:?usage: npm run package -- prove-deb FOLDER}")
steps=${2:-deb}
repository=$(cd "$(dirname "$0")/../../.." && pwd)
system=$folder/debian
release=${RELEASE:-bookworm}
deb=$(find "$repository/dist" -maxdepth 1 -name '*.deb' -print -quit)
[ -n "$deb" ] || { echo 'There is no deb in dist/: run npm run package first.' >&2; exit 1; }

if [ ! -e "$system/.complete" ]; then
  echo "Making a Debian ($release) in $system"
  rm -rf "$system"
  mkdir -p "$folder"
  debootstrap --variant=minbase --include=ca-certificates "$release" "$system" >"$folder/debootstrap.log"
  touch "$system/.complete"
fi

# Every run starts from the system as it was installed.
fresh=$folder/run
rm -rf "$fresh"
cp -a "$system" "$fresh"
trap 'rm -rf "$fresh"' EXIT
mkdir -p "$fresh/origin" "$fresh/package"
cp "$deb" "$fresh/package/mostrador.deb"
# How this machine reaches the network is not what is proven here.
cp -L /etc/resolv.conf "$fresh/etc/resolv.conf"
cp -L /etc/ssl/certs/ca-certificates.crt "$fresh/etc/ssl/certs/ca-certificates.crt"
if [ -e /etc/apt/apt.conf.d ]; then
  grep -lis 'proxy' /etc/apt/apt.conf.d/* | xargs -r cp -t "$fresh/etc/apt/apt.conf.d" || true
fi
cp "$repository/scripts/package/prove/$steps-steps.sh" "$fresh/package/steps.sh"

export fresh repository
# A mount and process space of its own, entered by pivot_root: see scripts/fresh-machine.sh.
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
  rmdir /host
  env -i HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    DEBIAN_FRONTEND=noninteractive HTTP_PROXY="${HTTP_PROXY:-}" HTTPS_PROXY="${HTTPS_PROXY:-}" bash /package/steps.sh
'

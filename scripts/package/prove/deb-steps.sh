# The steps of deb.sh inside the new Debian: /package/mostrador.deb is to be proven, /origin is the repository.
set -euo pipefail
deb=/package/mostrador.deb
version=$(dpkg-deb -f "$deb" Version)

quietly() {
  "$@" >/package/log 2>&1 || { cat /package/log; exit 1; }
}
apt_get() {
  quietly apt-get -y --no-install-recommends "$@"
}
holds() {
  echo "  ✔ $1"
}
# Every file, folder and link of the system, but what apt and dpkg keep of their own work.
snapshot() {
  find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /origin -o -path /package \
    -o -path /var/log -o -path /var/cache -o -path /var/lib/apt -o -path /var/lib/dpkg \) -prune \
    -o -printf '%y %p\n' | sort
}

echo "== Installed with apt on a Debian $(cat /etc/debian_version) of $(dpkg-query -f . -W | wc -c) packages"
quietly apt-get update
apt_get install "$deb"
holds "apt installed mostrador $version and $(($(dpkg-query -f . -W | wc -c))) packages are there now"
missing=$(find /opt/Mostrador -type f \( -perm -1 -o -name '*.so*' -o -name '*.node' \) -exec ldd {} + 2>/dev/null | grep 'not found' || true)
[ -z "$missing" ] || { echo "$missing"; exit 1; }
loadable=$(ldconfig -p)
for library in libnotify.so.4 libsecret-1.so.0 libpulse.so.0; do
  [[ $loadable == *"$library"* ]] || { echo "$library is not there"; exit 1; }
done
holds 'every library that it is linked with or loads by name came along'
[ "$(readlink -f /usr/bin/mostrador)" = /opt/Mostrador/mostrador ]
holds 'the command mostrador is on the PATH'

echo '== A virtual desktop beside it'
apt_get install xvfb openbox dbus-daemon gnome-keyring libsecret-tools pulseaudio pulseaudio-utils \
  fonts-dejavu-core desktop-file-utils
desktop-file-validate /usr/share/applications/mostrador.desktop
holds 'the desktop entry is valid'

echo '== Removed, and put back'
apt_get purge mostrador
snapshot >/package/before
apt_get install "$deb"
holds 'installed again'

echo '== Started by an ordinary user'
PATH=/origin/node_modules/node/bin:$PATH node /origin/scripts/package/prove/deb-inside.ts "$version"

echo '== Removed'
apt_get purge mostrador
snapshot >/package/after
! dpkg-query -W mostrador >/dev/null 2>&1
! update-alternatives --query mostrador >/dev/null 2>&1
left=$(comm -13 /package/before /package/after | grep -v '^. /home/tienda' || true)
gone=$(comm -23 /package/before /package/after || true)
# Of the virtual screen and of the user that was added for the proof.
left=$(printf '%s' "$left" | grep -v -x -e 'd /tmp/.X11-unix' -e 'f /etc/.*-' || true)
[ -z "$left$gone" ] || { printf 'left:\n%s\ngone:\n%s\n' "$left" "$gone"; exit 1; }
holds 'no file is left, and none is missing, outside the home folder'
echo '  in the home folder:'
(cd /home/tienda && find . -mindepth 1 -maxdepth 3 -path './.config/Mostrador/*' -printf '    %p\n' | sort)
# Caches that the system's own libraries keep for every program (fonts, graphics, sound) are not ours.
others=$(cd /home/tienda && find . -mindepth 1 -type f ! -path './.config/Mostrador/*' ! -name '.bash*' ! -name .profile \
  ! -path './.cache/fontconfig/*' ! -path './.cache/mesa_shader_cache/*' ! -path './.config/pulse/*')
[ -z "$others" ] || { echo "also left: $others"; exit 1; }
holds 'and its data there is all that is left of it'

# The steps of deb.sh for the update of an installed deb: /package/mostrador.deb is built with
# MOSTRADOR_UPDATE_URL=http://127.0.0.1:4799/, and the same package with a higher version stands for the next release.
set -euo pipefail
deb=/package/mostrador.deb

quietly() {
  "$@" >/package/log 2>&1 || { cat /package/log; exit 1; }
}
apt_get() {
  quietly apt-get -y --no-install-recommends "$@"
}

echo '== Installed with apt, beside a virtual desktop'
quietly apt-get update
apt_get install "$deb" xvfb openbox dbus-daemon gnome-keyring libsecret-tools pulseaudio pulseaudio-utils \
  fonts-dejavu-core sudo
grep -qx 'url: http://127.0.0.1:4799/' /opt/Mostrador/resources/app-update.yml ||
  { echo 'Build the deb with MOSTRADOR_UPDATE_URL=http://127.0.0.1:4799/' >&2; exit 1; }
# Stands for the person who types the password: without PolicyKit electron-updater asks by sudo.
echo 'tienda ALL=(root) NOPASSWD: /bin/bash' >/etc/sudoers.d/tienda
chmod 440 /etc/sudoers.d/tienda

mkdir -p /package/release
dpkg-deb -R "$deb" /package/tree
sed -i 's/^Version: .*/Version: 9.0.0/' /package/tree/DEBIAN/control
quietly dpkg-deb --root-owner-group -Zzstd -z1 --build /package/tree /package/release/mostrador_9.0.0_amd64.deb
rm -r /package/tree

echo '== Updated by an ordinary user'
PATH=/origin/node_modules/node/bin:$PATH node /origin/scripts/package/prove/update-inside.ts /package/release

import fs from 'node:fs';
import process from 'node:process';
import { hasProgram, outputOf, run } from './command.mjs';
import { announce, Obstacle } from './progress.mjs';

// Each line is one need; the first name that the distribution offers is used (Debian 13 and Ubuntu 24.04 renamed some).
const FOR_ELECTRON = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  // Electron loads it by name at the first notification; without it none appears, and there is no error.
  ['libnotify4'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libdrm2'],
  ['libsecret-1-0'],
  ['fonts-dejavu-core'],
];
const FOR_A_VIRTUAL_DESKTOP = [
  ['xvfb'],
  ['openbox'],
  ['dbus-daemon', 'dbus'],
  ['gnome-keyring'],
  ['libsecret-tools'],
  ['pulseaudio'],
  ['pulseaudio-utils'],
];
/**
 * The tests' own far end of an SSH tunnel, what shows them that the disk has an order before its 200, and what puts a
 * company's authority where Chromium looks for it.
 */
const FOR_TESTS = [['openssh-server'], ['openssh-client'], ['strace'], ['libnss3-tools']];
const NEEDS = {
  screen: FOR_ELECTRON,
  demonstration: [...FOR_ELECTRON, ...FOR_A_VIRTUAL_DESKTOP],
  tests: [...FOR_ELECTRON, ...FOR_A_VIRTUAL_DESKTOP, ...FOR_TESTS],
};
const DESKTOP_PROGRAMS = [
  'Xvfb',
  'openbox',
  'dbus-daemon',
  'gnome-keyring-daemon',
  'secret-tool',
  'pulseaudio',
  'setpriv',
];
const PROGRAMS = {
  screen: [],
  demonstration: DESKTOP_PROGRAMS,
  tests: [...DESKTOP_PROGRAMS, 'ssh-keygen', 'strace', 'certutil'],
};

/** @typedef {keyof typeof NEEDS} Purpose `screen`: a person uses the app; the others run on a virtual desktop. */

/**
 * Sees to it that the libraries Electron loads are there and, for runs without a screen, the programs of a virtual
 * desktop. Installs them as root on Debian and its kin; anywhere else it says which command does.
 * @param {Purpose} purpose
 */
export async function prepareSystemPackages(purpose) {
  if (process.platform !== 'linux') return 'nothing to install on this system';
  if (!hasProgram('apt-get')) return withoutApt(purpose);
  const missing = missingAmong(NEEDS[purpose]);
  if (missing.length === 0) return 'all there';
  if (process.getuid?.() !== 0) {
    throw new Obstacle(`System packages are missing; install them with: ${commandFor(missing)}`);
  }
  const names = await install(missing);
  return `installed ${names.length}`;
}

/**
 * The command that installs them as root. Where apt knows of none, it has no lists yet, and so the right names are not known.
 * @param {string[][]} missing
 */
function commandFor(missing) {
  return missing.flat().some(isOffered)
    ? `sudo apt-get install -y --no-install-recommends ${choose(missing).join(' ')}`
    : 'sudo env PATH="$PATH" node scripts/system-packages.mjs';
}

/** @param {string[][]} missing */
async function install(missing) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) => run('apt-get', args, { env, quiet: 'unless-failed' });
  if (!hasPackageLists()) {
    announce('system', 'Reading the lists of system packages');
    await apt('update');
  }
  const names = choose(missing);
  announce('system', `Installing ${names.join(' ')}`);
  const arguments_ = ['install', '-y', '--no-install-recommends', ...names];
  if ((await apt(...arguments_)) === 0) return names;
  // Package lists that are months old name files that the mirror has removed.
  await apt('update');
  const code = await apt(...arguments_);
  if (code !== 0) throw new Obstacle(`apt-get failed (exit code ${code}); its message is above.`);
  return names;
}

/** @param {string[][]} needs */
function missingAmong(needs) {
  const answer =
    outputOf('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...needs.flat()]) ?? '';
  const installed = new Set(
    answer
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return needs.filter((names) => !names.some((name) => installed.has(name)));
}

/** The name of each need that this distribution offers. @param {string[][]} needs */
function choose(needs) {
  return needs.map((names) => names.find((name) => names.length === 1 || isOffered(name)) ?? names[0] ?? '');
}

/** @param {string} name */
function isOffered(name) {
  const policy = outputOf('apt-cache', ['policy', name]) ?? '';
  return policy.includes('Candidate:') && !policy.includes('Candidate: (none)');
}

function hasPackageLists() {
  try {
    return fs.readdirSync('/var/lib/apt/lists').some((file) => file.includes('_Packages'));
  } catch {
    return false;
  }
}

/** @param {Purpose} purpose */
function withoutApt(purpose) {
  const absent = PROGRAMS[purpose].filter((name) => !hasProgram(name));
  if (absent.length === 0)
    return 'no apt-get here: GTK 3, NSS, ALSA, GBM and libsecret are taken to be installed';
  throw new Obstacle(
    `Without a screen the app runs on a virtual desktop; install with your package manager: ${absent.join(', ')}.`,
  );
}

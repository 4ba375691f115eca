#!/usr/bin/env node
// Stands in for fpm where it cannot be had: takes the arguments with which electron-builder makes a deb and lets
// dpkg-deb build it. Only what electron-builder passes is understood; anything else ends it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Option → field of the package. */
const FIELDS = new Map([
  ['--name', 'Package'],
  ['--version', 'Version'],
  ['--license', 'License'],
  ['--vendor', 'Vendor'],
  ['--architecture', 'Architecture'],
  ['--maintainer', 'Maintainer'],
  ['--category', 'Section'],
  ['--deb-priority', 'Priority'],
  ['--url', 'Homepage'],
]);
/** Option → maintainer script. */
const SCRIPTS = new Map([
  ['--before-install', 'preinst'],
  ['--after-install', 'postinst'],
  ['--before-remove', 'prerm'],
  ['--after-remove', 'postrm'],
]);
const FLAGS = ['--force', '--debug', '--deb-no-default-config-files'];

build(readArguments(process.argv.slice(2)));

/** @param {readonly string[]} args */
function readArguments(args) {
  /** @type {Record<string, string>} */
  const options = {};
  /** @type {string[]} */
  const depends = [];
  /** @type {string[]} */
  const recommends = [];
  /** @type {[from: string, to: string][]} */
  const contents = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (FLAGS.includes(arg)) continue;
    if (!arg.startsWith('-')) {
      const [from = '', to = '/'] = arg.split('=');
      contents.push([from, to]);
      continue;
    }
    const [name = '', inline] = arg.startsWith('--') ? arg.split(/=(.*)/s) : [arg];
    const value = inline ?? args[(at += 1)] ?? '';
    if (name === '-d' || name === '--depends') depends.push(value);
    else if (name === '--deb-recommends') recommends.push(value);
    else options[name] = value;
  }
  return { options, depends, recommends, contents };
}

/** @param {ReturnType<typeof readArguments>} given */
function build({ options, depends, recommends, contents }) {
  if (options['-s'] !== 'dir' || options['-t'] !== 'deb')
    throw new Error('Only a deb from a folder can be built.');
  const known = [...FIELDS.keys(), ...SCRIPTS.keys(), '-s', '-t', '--description', '--package', '--log'];
  const unknown = Object.keys(options).filter((name) => ![...known, '--deb-compression'].includes(name));
  if (unknown.length > 0) throw new Error(`Not understood: ${unknown.join(' ')}`);
  const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-deb-'));
  try {
    for (const [from, to] of contents) copy(from, path.join(tree, to));
    // A package must not depend on the umask of the machine that built it.
    execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', tree]);
    const control = path.join(tree, 'DEBIAN');
    const size = execFileSync('du', ['-sk', tree], { encoding: 'utf8' }).split('\t')[0];
    const sums = execFileSync('sh', ['-c', 'find . -type f -printf "%P\\0" | sort -z | xargs -0 md5sum'], {
      cwd: tree,
    });
    fs.mkdirSync(control, { mode: 0o755 });
    fs.writeFileSync(path.join(control, 'md5sums'), sums);
    const fields = [
      ...[...FIELDS].map(([option, field]) => [field, options[option]]),
      ['Installed-Size', size],
      ['Depends', depends.join(', ')],
      ['Recommends', recommends.join(', ')],
      ['Description', description(options['--description'] ?? '')],
    ];
    const lines = fields.filter(([, value]) => value !== undefined && value !== '');
    fs.writeFileSync(
      path.join(control, 'control'),
      lines.map(([field, value]) => `${field}: ${value}\n`).join(''),
    );
    for (const [option, name] of SCRIPTS) {
      const script = options[option];
      if (script !== undefined) fs.copyFileSync(script, path.join(control, name));
      if (script !== undefined) fs.chmodSync(path.join(control, name), 0o755);
    }
    // Whatever compression was asked for: a package of this machine is to be quick, not small.
    execFileSync('dpkg-deb', ['--root-owner-group', '-Zzstd', '--build', tree, options['--package'] ?? ''], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } finally {
    fs.rmSync(tree, { recursive: true, force: true });
  }
}

/** @param {string} from @param {string} to */
function copy(from, to) {
  const isFolder = fs.statSync(from).isDirectory();
  fs.mkdirSync(isFolder ? to : path.dirname(to), { recursive: true });
  execFileSync('cp', ['-a', isFolder ? `${from.replace(/\/+$/, '')}/.` : from, to]);
}

/** The first line is the summary; further ones are indented, and an empty one is a dot. @param {string} text */
function description(text) {
  const [summary = '', ...rest] = text.trim().split('\n');
  return [summary.trim(), ...rest.map((line) => ` ${line.trim() === '' ? '.' : line.trim()}`)].join('\n');
}

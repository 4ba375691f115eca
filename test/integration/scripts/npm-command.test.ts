import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { repository } from '../../desktop/runtime.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-npm-'));
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

test('npm still runs after it removed the Node that runs the script, as npm ci does with the one of the project', () => {
  const ownNode = path.join(folder, 'node');
  fs.copyFileSync(process.execPath, ownNode, fs.constants.COPYFILE_FICLONE);
  const npmStandIn = path.join(folder, 'npm-cli.js');
  fs.writeFileSync(npmStandIn, "console.log('npm ran', ...process.argv.slice(2));");
  const command = pathToFileURL(path.join(repository, 'scripts/prepare/command.mjs')).href;
  const script = `
    import fs from 'node:fs';
    const { npm } = await import(${JSON.stringify(command)});
    fs.rmSync(process.execPath);
    process.exitCode = await npm(['rebuild', 'node']);`;
  const done = spawnSync(ownNode, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: npmStandIn, npm_node_execpath: process.execPath },
  });
  expect(done.stdout).toBe('npm ran rebuild node\n');
  expect(done.status).toBe(0);
});

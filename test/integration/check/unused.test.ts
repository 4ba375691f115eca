import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const COPIED = [
  'src',
  'scripts',
  'test',
  'package.json',
  'knip.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'electron.vite.config.ts',
  'vitest.config.ts',
];

/** Reading all files, on a computer that is busy otherwise. */
const BUSY_MS = 300_000;

let folder = '';
let report = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'unused-'));
  for (const name of COPIED) cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  writeFileSync(path.join(folder, 'src/main/core/orders/planted.ts'), 'export const planted = 1;\n');
  appendFileSync(
    path.join(folder, 'src/main/core/support/scheduling.ts'),
    'export const plantedExport = 1;\n',
  );
  appendFileSync(path.join(folder, 'scripts/bench/table.mjs'), 'export const plantedScript = 1;\n');
  writeFileSync(
    path.join(folder, 'test/unit/planted.test.ts'),
    [
      "import { plantedScript } from '../../scripts/bench/table.mjs';",
      "import { planted } from '../../src/main/core/orders/planted.ts';",
      "import { plantedExport } from '../../src/main/core/support/scheduling.ts';",
      "import { test } from 'vitest';",
      "test('planted', () => void [planted, plantedExport, plantedScript]);",
    ].join('\n'),
  );
  report = await new Promise((resolve) => {
    const knip = path.join(ROOT, 'node_modules/knip/bin/knip.js');
    execFile(process.execPath, [knip, '--production'], { cwd: folder }, (_error, stdout) => resolve(stdout));
  });
}, BUSY_MS);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['src/main/core/orders/planted.ts', 'plantedExport', 'plantedScript'])(
  '%s, which only a test uses, is found',
  (name) => {
    expect(report).toContain(name);
  },
);

test('what the app and the scripts use themselves is left alone', () => {
  const lines = report.split('\n').filter((line) => line.includes('.ts') || line.includes('.mjs'));
  expect(lines.filter((line) => !line.includes('planted'))).toEqual([]);
});

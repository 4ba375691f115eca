import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Where it is planted, what is written there, and the words the checker must answer with. */
const PLANTED: readonly (readonly [string, string, string])[] = [
  ['src/shared/p1.ts', "import 'axios';", 'shared imports nothing but zod'],
  ['src/shared/p1a.ts', "import 'zod/mini';", 'shared imports nothing but zod'],
  ['src/shared/p2.ts', "import 'node:path';", 'shared imports nothing but zod'],
  ['src/shared/p2a.ts', "import 'zoo';", 'shared imports nothing but zod'],
  ['src/shared/p3.ts', "import '../main/config.ts';", 'shared imports nothing outside shared'],
  ['src/preload/p4.ts', "import 'zod';", 'preload imports electron and shared only'],
  ['src/preload/p5.ts', "import '../main/config.ts';", 'preload imports electron and shared only'],
  ['src/renderer/p6.ts', "import 'electron';", 'the renderer reaches main only through window.mostrador'],
  ['src/renderer/p7.ts', "import '../main/config.ts';", 'the renderer reaches main only through'],
  ['src/renderer/p8.ts', "import 'node:fs';", 'the renderer reaches main only through'],
  ['src/simulator/p9.ts', "import 'electron';", 'the simulator runs without Electron'],
  ['src/simulator/p10.ts', "import '../main/config.ts';", 'the simulator imports shared and packages only'],
  ['src/main/core/orders/p11.ts', "import 'zod';", 'core imports core and shared only: no package'],
  ['src/main/core/orders/p12.ts', "import 'node:fs';", 'core imports core and shared only: no package'],
  ['src/main/core/orders/p13.ts', "import '../../store/database.ts';", 'core imports core and shared only'],
  ['src/main/core/orders/p14.ts', 'export const now = Date.now();', 'core reads no clock'],
  ['src/main/core/orders/p15.ts', 'setTimeout(() => undefined, 1);', 'core has no timers'],
  ['src/main/webhook/p16.ts', "import '../store/database.ts';", 'edges never import each other'],
  ['src/main/store/p17.ts', "import '../webhook/server.ts';", 'edges never import each other'],
  ['src/main/partner/p18.ts', "import '../shell/tray.ts';", 'edges never import each other'],
  ['src/main/tunnel/p19.ts', "import '../partner/client.ts';", 'edges never import each other'],
  ['src/main/shell/p20.ts', "import '../ipc/channel.ts';", 'edges never import each other'],
  ['src/main/outgoing/p50.ts', "import '../partner/client.ts';", 'edges never import each other'],
  ['src/main/shell/p51.ts', "import '../outgoing/send-http.ts';", 'edges never import each other'],
  ['src/main/outgoing/p52.ts', "import 'axios';", 'one library per edge'],
  ['src/main/ipc/p21.ts', "import '../store/database.ts';", 'edges never import each other'],
  ['src/main/printer/p50.ts', "import '../shell/tray.ts';", 'edges never import each other'],
  ['src/main/shell/p54.ts', "import '../printer/printer.ts';", 'edges never import each other'],
  ['src/main/store/migrations/p35.ts', "import '../../webhook/server.ts';", 'edges never import each other'],
  ['src/main/webhook/p36.ts', "import '../../main/store/database.ts';", 'edges never import each other'],
  ['src/main/ipc/p37.ts', "import './../shell/tray.ts';", 'edges never import each other'],
  ['src/main/partner/p38.ts', "export * from '../store/database.ts';", 'edges never import each other'],
  // A module that is loaded later is imported all the same. Only a name that is put together at run time, and a type that
  // is written as `import('…')`, pass the rule; nothing but types is left of the latter.
  [
    'src/main/tunnel/p39.ts',
    "export const load = () => import('../store/database.ts');",
    'edges never import each other',
  ],
  ['src/main/webhook/p40.ts', "export const load = () => import('keytar');", 'one library per edge'],
  [
    'src/main/core/orders/p41.ts',
    "export const load = () => import('node:fs');",
    'core imports core and shared only',
  ],
  [
    'src/main/core/orders/p42.ts',
    "import '../../../../src/main/store/database/database.ts';",
    'core imports core and shared only',
  ],
  ['src/shared/p43.ts', "import '../../src/main/config.ts';", 'shared imports nothing outside shared'],
  ['src/main/compose/p44.ts', "import 'zod';", 'compose ties a subject to its edges'],
  ['src/main/compose/p45.ts', "import 'express';", 'compose ties a subject to its edges'],
  ['src/main/compose/p47.ts', "import 'node:path';", 'compose ties a subject to its edges'],
  ['src/main/compose/p48.ts', "import 'electron';", 'compose ties a subject to its edges'],
  ['src/main/compose/p49.ts', 'export const first = () => later;\nconst later = 1;', 'no-use-before-define'],
  ['src/main/app.ts', 'export const first = () => later;\nconst later = 1;', 'no-use-before-define'],
  ['src/main/compose/p46.ts', "import '../../renderer/x.ts';", 'main never imports the renderer'],
  ['src/main/store/p22.ts', "import 'express';", 'one library per edge'],
  ['src/main/webhook/p23.ts', "import 'axios';", 'one library per edge'],
  ['src/main/partner/p24.ts', "import '@photostructure/sqlite';", 'one library per edge'],
  ['src/main/shell/p25.ts', "import 'keytar';", 'one library per edge'],
  ['src/main/shell/p33.ts', "import 'ssh2';", 'one library per edge'],
  ['src/main/webhook/p34.ts', "import '@ngrok/ngrok';", 'one library per edge'],
  ['src/main/printer/p52.ts', "import 'electron';", 'one library per edge'],
  ['src/main/shell/p53.ts', "import 'bwip-js/generic';", 'one library per edge'],
  ['src/main/shell/p31.ts', "import 'fflate';", 'one library per edge'],
  ['src/main/store/p32.ts', "import 'electron-updater';", 'one library per edge'],
  [
    'src/main/webhook/p26.ts',
    "export const home = process.env['HOME'];",
    'only config.ts reads the environment',
  ],
  ['src/main/shell/p27.ts', 'export const words = process.argv;', 'only config.ts reads the command line'],
  ['src/main/store/p28.ts', 'export default 1;', 'no-default-export'],
  ['src/main/store/p29.ts', 'export const x: any = 1;', 'no-explicit-any'],
  ['src/main/store/p30.ts', 'export {};\n'.repeat(251), 'max-lines'],
];

/** The subjects of core, lowest first; each may import those before it. */
const FLOORS = [
  'support',
  'orders',
  'inbound',
  'alerts',
  'history',
  'storage',
  'health',
  'paper',
  'address',
  'settings',
  'updates',
  'outbox',
  'outlet',
  'demo',
  'sync',
  'setup',
  'day',
  'hands',
] as const;
const UPWARDS: readonly (readonly [string, string, string])[] = FLOORS.flatMap((lower, floor) =>
  FLOORS.slice(floor + 1).map(
    (higher) =>
      [
        `src/main/core/${lower}/up-${higher}.ts`,
        `import '../${higher}/p.ts';`,
        'subjects of core only look down',
      ] as const,
  ),
);

let folder = '';
let found: Record<string, string[]> = {};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'layers-'));
  const config = JSON.parse(readFileSync(path.join(ROOT, '.oxlintrc.json'), 'utf8')) as { options: object };
  // Without packages around them the planted files have no types to look at.
  config.options = { typeAware: false };
  writeFileSync(path.join(folder, '.oxlintrc.json'), JSON.stringify(config));
  for (const [file, text] of [...PLANTED, ...UPWARDS]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${text}\n`);
  }
  for (const [file, text] of [
    ['src/main/cycle-a.ts', "import { b } from './cycle-b.ts';\nexport const a = (): number => b();\n"],
    ['src/main/cycle-b.ts', "import { a } from './cycle-a.ts';\nexport const b = (): number => a();\n"],
    ['src/main/store/fine.ts', "import { z } from 'zod';\nexport const schema = z.string();\n"],
    ['src/main/store/migrations/fine.ts', "import '../../../shared/order.ts';\nimport '../rows.ts';\n"],
    ['src/main/tunnel/fine.ts', "export const load = () => import('ssh2');\n"],
    [
      'src/main/core/setup/fine.ts',
      "import '../orders/types.ts';\nimport type { Order } from '../../../shared/order.ts';\nexport type Fine = Order;\n",
    ],
  ] as const) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const output = await new Promise<string>((resolve) => {
    const oxlint = path.join(ROOT, 'node_modules/oxlint/bin/oxlint');
    execFile(process.execPath, [oxlint, '--format=json', 'src'], { cwd: folder }, (_error, stdout) =>
      resolve(stdout),
    );
  });
  const report = JSON.parse(output) as {
    diagnostics: { filename: string; code: string; message: string; help?: string }[];
  };
  found = {};
  for (const { filename, code, message, help } of report.diagnostics) {
    (found[filename.replaceAll('\\', '/')] ??= []).push(`${code} ${message} ${help ?? ''}`);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([...PLANTED, ...UPWARDS])('%s with %j is found', (file, _text, words) => {
  expect(found[file]?.join('\n') ?? '').toContain(words);
});

test('each is planted in a file of its own: none lies over another', () => {
  const files = [...PLANTED, ...UPWARDS].map(([file]) => file);
  expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([]);
});

test('each room of core has its floor', () => {
  expect(readdirSync(path.join(ROOT, 'src/main/core')).toSorted()).toEqual(FLOORS.toSorted());
});

test('a cycle is found', () => {
  expect(found['src/main/cycle-a.ts']?.join('\n') ?? '').toContain('no-cycle');
});

test('what keeps to the rules is left alone', () => {
  expect(Object.keys(found).filter((file) => file.endsWith('fine.ts'))).toEqual([]);
});

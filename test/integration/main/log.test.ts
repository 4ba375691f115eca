import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog, readLogTail, type Log } from '../../../src/main/log.ts';
import { createRedactor, type Redactor } from '../../../src/main/redact.ts';
import { handlersOf } from '../../fakes/border.ts';
import { foreign, listeners, ours } from '../../fakes/ipc-main.ts';
import { createFakeMostrador } from '../../fakes/mostrador-api.ts';
import { tempDir } from '../../fakes/temp-store.ts';

vi.mock('electron', async () => (await import('../../fakes/ipc-main.ts')).fakeElectron);
const { registerHandlers } = await import('../../../src/main/ipc/channel.ts');

const MIB = 2 ** 20;
const SECRET = 'a-secret-that-is-logged-by-mistake';
let dir: string;
let remove: () => void;

beforeEach(() => ({ dir, remove } = tempDir()));
afterEach(() => remove());

/** A log that is written to once a minute. */
function openCalmLog(redactor: Redactor): Log {
  let nowMs = 0;
  let due = (): void => undefined;
  const log = createLog({
    profileDir: dir,
    redactor,
    monotonicMs: () => nowMs,
    scheduleIdle: (run) => {
      due = run;
    },
  });
  const info: Log['info'] = (message, detail) => {
    nowMs += 60_000;
    due();
    log.info(message, detail);
  };
  return { ...log, info };
}

test('however much is logged, two files of two mebibytes are all there is, without the secret', () => {
  const redactor = createRedactor();
  redactor.protect(SECRET);
  const log = openCalmLog(redactor);
  const line = 'x'.repeat(1_000);
  for (let count = 1; count <= 9_000; count += 1) log.info(`${String(count)} ${line}`, { token: SECRET });
  const files = fs.readdirSync(path.join(dir, 'logs')).toSorted();
  expect(files).toEqual(['main.log', 'main.old.log']);
  for (const name of files) {
    const file = path.join(dir, 'logs', name);
    expect(fs.statSync(file).size).toBeLessThan(2 * MIB + 2_000);
    expect(fs.readFileSync(file, 'utf8')).not.toContain(SECRET);
    if (process.platform !== 'win32') expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  }
  // Nothing between the two is lost: the newest of the old one comes right before the oldest of the new one.
  const numbers = files.map((name) =>
    [...fs.readFileSync(path.join(dir, 'logs', name), 'utf8').matchAll(/\] {1,2}(\d+) x/g)].map(([, count]) =>
      Number(count),
    ),
  );
  expect(numbers[0]?.at(-1)).toBe(9_000);
  expect(numbers[0]?.[0]).toBe((numbers[1]?.at(-1) ?? 0) + 1);
});

test('the tail of a log is whole lines, at most as many bytes as asked for', () => {
  const file = path.join(dir, 'a.log');
  expect(readLogTail(file, 100)).toBe('');
  fs.writeFileSync(file, 'one\ntwo ñ\nthree\n');
  expect(readLogTail(file, 100)).toBe('one\ntwo ñ\nthree\n');
  expect(readLogTail(file, 10)).toBe('three\n');
  expect(readLogTail(file, 14)).toBe('two ñ\nthree\n');
});

test.each([
  ['ready\r\n[2026-03-02 15:00:00.000] [info]  forged', ['forged']],
  ['\u001b[2J\u001b]0;title\u0007 a\u0000b\u009b1A', ['\\u{1b}[2J\\u{1b}]0;title\\u{7} a\\u{0}b\\u{9b}1A']],
  [
    '\u202Egnp.exe \u200B \uFEFF \uD800 \u2028x',
    ['\\u{202e}gnp.exe \\u{200b} \\u{feff} \\u{d800} \\u{2028}x'],
  ],
  ['%c %s %d %o {y} {{text}} ${x} $& $1', ['%c %s %d %o {y} {{text}} ${x} $& $1']],
])('what %j says is one entry, and moves no cursor', (text, kept) => {
  const log = createLog({ profileDir: dir, redactor: createRedactor() });
  log.info(`A server said ${text}`);
  log.info('A page failed:', text);
  const written = fs.readFileSync(path.join(dir, 'logs', 'main.log'), 'utf8');
  expect(written.match(/^\[/gm)).toHaveLength(2);
  for (const part of kept) expect(written.split(part)).toHaveLength(3);
  expect(written.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
});

test('one entry does not fill the log, and is not cut where a secret stands', () => {
  const redactor = createRedactor();
  redactor.protect(SECRET);
  const log = openCalmLog(redactor);
  for (let shift = 0; shift < 40; shift += 1) log.info('x'.repeat(8_192 - 20 - shift) + SECRET.repeat(1_000));
  const written = fs.readFileSync(path.join(dir, 'logs', 'main.log'), 'utf8');
  expect(written.length).toBeLessThan(40 * 9_000);
  expect(written).not.toContain(SECRET.slice(0, 6));
});

test('a page that calls wrongly a hundred thousand times costs little, and pushes nothing out of the log', async () => {
  const log = createLog({ profileDir: dir, redactor: createRedactor() });
  log.info('What happened before');
  registerHandlers({
    handlers: handlersOf(createFakeMostrador().api),
    pageOrigin: 'app://mostrador',
    // What is an error goes to the console too.
    log: { error: log.info },
  });
  const calls = [...listeners.values()];
  const before = process.cpuUsage();
  for (let index = 0; index < 100_000; index += calls.length)
    await Promise.all(
      calls.map((call, at) => call(at % 2 === 0 ? ours : foreign, [index, { x: 'y'.repeat(100) }])),
    );
  const { user, system } = process.cpuUsage(before);
  log.info('What happened after');
  const written = fs.readFileSync(path.join(dir, 'logs', 'main.log'), 'utf8');
  expect(written.length).toBeLessThan(400_000);
  expect(written).toContain('What happened before');
  expect(written).toContain('What happened after');
  expect((user + system) / 1_000).toBeLessThan(4_000);
});

import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHealthHistory } from '../../../src/main/store/profile/health-history.ts';
import type { HealthNote } from '../../../src/shared/health/health.ts';
import { tempDir } from '../../fakes/temp-store.ts';

let dir: string;
let remove: () => void;
const errors: string[] = [];
const log = { error: (message: string) => void errors.push(message) };

beforeEach(() => {
  ({ dir, remove } = tempDir());
  errors.length = 0;
});
afterEach(() => remove());

function note(detail: string): HealthNote {
  return { at: '2026-11-24T12:00:00.000Z', part: 'partner', state: 'down', code: 'partner-offline', detail };
}

test('what was noted is there after a restart, oldest first', () => {
  const first = createHealthHistory({ profileDir: dir, log });
  first.add(note('1'));
  first.add(note('2'));
  const second = createHealthHistory({ profileDir: dir, log });
  second.add(note('3'));
  expect(
    createHealthHistory({ profileDir: dir, log })
      .read()
      .map(({ detail }) => detail),
  ).toEqual(['1', '2', '3']);
});

test('only the latest notes are kept, in memory and in the file, however many come', () => {
  const history = createHealthHistory({ profileDir: dir, log, maxNotes: 10 });
  for (let count = 1; count <= 95; count += 1) history.add(note(String(count)));
  const wanted = Array.from({ length: 10 }, (_, index) => String(86 + index));
  expect(history.read().map(({ detail }) => detail)).toEqual(wanted);
  const lines = fs.readFileSync(path.join(dir, 'health-history.jsonl'), 'utf8').trim().split('\n');
  expect(lines.length).toBeLessThanOrEqual(20);
  const reread = createHealthHistory({ profileDir: dir, log, maxNotes: 10 });
  expect(reread.read().map(({ detail }) => detail)).toEqual(wanted);
});

test('a line that was cut off costs only itself', () => {
  const history = createHealthHistory({ profileDir: dir, log });
  history.add(note('1'));
  const file = path.join(dir, 'health-history.jsonl');
  fs.appendFileSync(file, '{"at":"2026-11-2');
  const reread = createHealthHistory({ profileDir: dir, log });
  reread.add(note('2'));
  expect(createHealthHistory({ profileDir: dir, log }).read()).toHaveLength(2);
});

test('a disk that refuses is logged, and the notes go on in memory', () => {
  fs.mkdirSync(path.join(dir, 'health-history.jsonl.new'));
  const history = createHealthHistory({ profileDir: dir, log });
  history.add(note('1'));
  expect(history.read()).toHaveLength(1);
  expect(errors).toEqual(['The health history could not be written']);
});

test.runIf(process.platform !== 'win32')(
  'a file that cannot be read is not written over; when it can be, nothing of it and of the time between is lost',
  () => {
    const file = path.join(dir, 'health-history.jsonl');
    fs.writeFileSync(path.join(dir, 'kept-away'), `${JSON.stringify(note('1'))}\n`);
    fs.symlinkSync('health-history.jsonl', file);
    const history = createHealthHistory({ profileDir: dir, log });
    history.add(note('2'));
    expect(history.read()).toHaveLength(1);
    expect(fs.lstatSync(file).isSymbolicLink()).toBe(true);
    fs.rmSync(file);
    fs.renameSync(path.join(dir, 'kept-away'), file);
    history.add(note('3'));
    expect(history.read().map(({ detail }) => detail)).toEqual(['1', '2', '3']);
    expect(createHealthHistory({ profileDir: dir, log }).read()).toHaveLength(3);
  },
);

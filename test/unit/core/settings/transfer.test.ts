import { expect, test } from 'vitest';
import { createSettingsTransfer } from '../../../../src/main/core/settings/transfer.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import type { ImportRefusal } from '../../../../src/shared/settings/transfer.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';

type Deps = Parameters<typeof createSettingsTransfer>[0];
const COPY = { settings: SAMPLE_SETTINGS, program: '/tmp/other' };

function rig(of: Partial<Deps> = {}) {
  const written: string[] = [];
  const errors: string[] = [];
  const choose = () => Promise.resolve('/home/ana/ajustes.json');
  const transfer = createSettingsTransfer({
    chooseNew: choose,
    chooseExisting: choose,
    nameOf: (file) => file.slice(file.lastIndexOf('/') + 1),
    write: (file) => {
      written.push(file);
      return Promise.resolve();
    },
    read: () => Promise.resolve('{}'),
    parse: () => ok(COPY),
    log: { error: (message) => errors.push(message) },
    ...of,
  });
  return { ...transfer, written, errors };
}
const nowhere = () => Promise.resolve(null);
const fails = () => Promise.reject(new Error('EACCES'));

test('settings are written where the user says, and named as the user knows the file', async () => {
  const { exportSettings, written } = rig();
  expect(await exportSettings()).toEqual({ kind: 'saved', file: 'ajustes.json' });
  expect(written).toEqual(['/home/ana/ajustes.json']);
});

test('who chooses no file changes nothing', async () => {
  const { exportSettings, importSettings, written, errors } = rig({
    chooseNew: nowhere,
    chooseExisting: nowhere,
  });
  expect(await exportSettings()).toEqual({ kind: 'cancelled' });
  expect(await importSettings()).toEqual({ kind: 'cancelled' });
  expect([...written, ...errors]).toEqual([]);
});

test('what a file brings is returned with what had to be left out', async () => {
  expect(await rig().importSettings()).toEqual({ kind: 'read', file: 'ajustes.json', ...COPY });
});

test.each<readonly [string, Partial<Deps>, ImportRefusal, string | null]>([
  ['too big to be a copy', { read: nowhere }, 'foreign', null],
  ['damaged', { parse: () => err({ why: 'damaged', detail: 'shop' }) }, 'damaged', 'shop'],
  ['of a newer version', { parse: () => err({ why: 'newer', detail: null }) }, 'newer', null],
])('a file that is %s is refused without a line in the log', async (_what, of, why, detail) => {
  const { importSettings, errors } = rig(of);
  expect(await importSettings()).toEqual({ kind: 'refused', why, detail });
  expect(errors).toEqual([]);
});

test('a disk that fails is said to the user and to the log', async () => {
  const { exportSettings, importSettings, errors } = rig({ write: fails, read: fails });
  expect(await exportSettings()).toEqual({ kind: 'failed' });
  expect(await importSettings()).toEqual({ kind: 'refused', why: 'unreadable', detail: null });
  expect(errors).toEqual([
    'The copy of the settings could not be written',
    'The copy of the settings could not be read',
  ]);
});

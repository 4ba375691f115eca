import { expect, test } from 'vitest';
import { createRestore } from '../../../../src/main/core/storage/restore.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';

const CONTENT = { madeAt: '2026-03-10T15:00:00.000Z', settings: SAMPLE_SETTINGS, orders: 3 };
type Read = ReturnType<Parameters<typeof createRestore>[0]['read']>;
type Staged = ReturnType<Parameters<typeof createRestore>[0]['stage']>;

function rig() {
  const done: string[] = [];
  const errors: string[] = [];
  let file: string | null = '/home/ana/shop.mostrador';
  let content: Read = ok(CONTENT);
  let staged: Staged = ok(CONTENT.madeAt);
  const restore = createRestore({
    chooseFile: () => Promise.resolve(file),
    nameOf: (path) => path.slice(path.lastIndexOf('/') + 1),
    read: () => content,
    stage: (path) => {
      done.push(`stage ${path}`);
      return staged;
    },
    restart: () => done.push('restart'),
    log: { info: () => undefined, error: (line) => errors.push(line) },
  });
  return {
    ...restore,
    done,
    errors,
    choose: (next: string | null) => (file = next),
    hold: (next: Read) => (content = next),
    stageAs: (next: Staged) => (staged = next),
  };
}

test('a backup is shown first and restored when the user confirms', async () => {
  const { look, confirm, done } = rig();
  expect(await look()).toEqual({ kind: 'read', file: 'shop.mostrador', ...CONTENT });
  expect(done).toEqual([]);
  expect(confirm()).toEqual({ kind: 'restarts' });
  expect(done).toEqual(['stage /home/ana/shop.mostrador', 'restart']);
});

test('nothing is restored that was not looked at, nor twice', async () => {
  const { look, confirm, choose, done } = rig();
  expect(confirm()).toEqual({ kind: 'cancelled' });
  choose(null);
  expect(await look()).toEqual({ kind: 'cancelled' });
  expect(confirm()).toEqual({ kind: 'cancelled' });
  choose('/a/shop.mostrador');
  await look();
  confirm();
  expect(confirm()).toEqual({ kind: 'cancelled' });
  expect(done).toEqual(['stage /a/shop.mostrador', 'restart']);
});

test.each([
  { madeAt: '2026-03-11T15:00:00.000Z' },
  { orders: 4 },
  { settings: { ...SAMPLE_SETTINGS, receiver: { port: 4766 } } },
  { program: '/bin/sh' },
])('a file that was replaced since it was shown is not restored: %j', async (other) => {
  const { look, confirm, hold, done, errors } = rig();
  await look();
  hold(ok({ ...CONTENT, ...other }));
  expect(confirm()).toEqual({ kind: 'refused', why: 'not-a-backup' });
  expect(done).toEqual([]);
  expect(errors).toEqual(['A backup was refused: not-a-backup']);
});

test.each(['damaged', 'newer', 'not-a-backup', 'disk-failed'] as const)(
  'a backup that is %s is refused, when it is shown and when it is restored',
  async (why) => {
    const { look, confirm, hold, done } = rig();
    hold(err(why));
    expect(await look()).toEqual({ kind: 'refused', why });
    hold(ok(CONTENT));
    await look();
    hold(err(why));
    expect(confirm()).toEqual({ kind: 'refused', why });
    expect(done).toEqual([]);
  },
);

test('the app does not restart when the restore could not be prepared', async () => {
  const { look, confirm, stageAs, done } = rig();
  stageAs(err('disk-failed'));
  await look();
  expect(confirm()).toEqual({ kind: 'refused', why: 'disk-failed' });
  expect(done).not.toContain('restart');
});

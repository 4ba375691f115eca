import { expect, test } from 'vitest';
import { createByHand } from '../../../../src/main/core/sync/by-hand.ts';
import type { RefreshOutcome } from '../../../../src/shared/partner.ts';

const READ: RefreshOutcome = { ok: true, at: '', added: 0, changed: 0, read: 0 };

function rig(fails: { readonly keychain?: boolean; readonly store?: boolean } = {}) {
  const done: string[] = [];
  const byHand = createByHand({
    run: (source) => {
      done.push(source);
      return fails.store === true ? Promise.reject(new Error('disk I/O error')) : Promise.resolve(READ);
    },
    recheck: () => {
      done.push('recheck');
      return fails.keychain === true ? Promise.reject(new Error('locked')) : Promise.resolve();
    },
    onAsked: () => done.push(byHand.isAsked() ? 'waits' : 'waits no more'),
    log: { error: (message) => done.push(message) },
  });
  return { ...byHand, done };
}

test('who asks for orders gets keys that are readable by now', async () => {
  const { refresh, done } = rig();
  expect(await refresh()).toBe(READ);
  expect(done).toEqual(['recheck', 'waits', 'refresh', 'waits no more']);
});

test('keys that cannot be followed are no reason not to ask', async () => {
  const { refresh, done } = rig({ keychain: true });
  expect(await refresh()).toBe(READ);
  expect(done).toEqual([
    'recheck',
    'What the keychain holds could not be followed',
    'waits',
    'refresh',
    'waits no more',
  ]);
});

test('nobody waits any more after a run that the store ended, nor before the last of two has ended', async () => {
  const broken = rig({ store: true });
  await expect(broken.run('refresh')).rejects.toThrow('disk I/O error');
  expect(broken.isAsked()).toBe(false);

  const two = rig();
  await Promise.all([two.run('refresh'), two.run('catch-up')]);
  expect(two.done).toEqual(['waits', 'refresh', 'waits', 'catch-up', 'waits', 'waits no more']);
});

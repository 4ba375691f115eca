import { expect, test } from 'vitest';
import { createSecretVault, type Keychain } from '../../../src/main/store/settings/secret-vault.ts';
import { createFixedClock, NOON } from '../../fakes/fixed-clock.ts';

const TOKEN = 'token-de-prueba-9876';

/** A keychain in memory whose calls can be made to fail or to wait. */
function rig(options: { readonly timeoutMs?: number } = {}) {
  const kept = new Map<string, string>();
  const calls: string[] = [];
  let gate: (name: string) => Promise<void> = () => Promise.resolve();
  const call = async <T>(name: string, account: string, work: () => T): Promise<T> => {
    calls.push(`${name} ${account}`);
    await gate(name);
    return work();
  };
  const keychain: Keychain = {
    getPassword: (service, account) => call('get', account, () => kept.get(`${service}/${account}`) ?? null),
    setPassword: (service, account, password) =>
      call('set', account, () => void kept.set(`${service}/${account}`, password)),
    deletePassword: (service, account) => call('delete', account, () => kept.delete(`${service}/${account}`)),
  };
  const clock = createFixedClock();
  let late = 0;
  const vault = createSecretVault({
    service: 'Tienda',
    now: clock.now,
    timeoutMs: options.timeoutMs ?? 5_000,
    onLate: () => (late += 1),
    loadKeychain: () => Promise.resolve(keychain),
    platform: 'linux',
  });
  return { vault, kept, calls, clock, late: () => late, setGate: (next: typeof gate) => (gate = next) };
}

const SAVED = { ok: true, value: null };

test('a saved secret is in the keychain as it is, under its own name', async () => {
  const { vault, kept } = rig();
  expect(await vault.save('partner-token', ` Bearer ${TOKEN}\n`)).toEqual(SAVED);
  expect(kept.get('Tienda/partner-token')).toBe(TOKEN);
  expect(await vault.read('partner-token')).toEqual({ ok: true, value: TOKEN });
});

test('a status tells presence, the last four and since when, and nothing else', async () => {
  const { vault } = rig();
  await vault.save('partner-token', TOKEN);
  await vault.save('tunnel-token', 'corto');
  const statuses = await vault.statuses();
  expect(statuses.ok && statuses.value['partner-token']).toEqual({
    present: true,
    last4: '9876',
    savedAt: NOON,
  });
  expect(statuses.ok && statuses.value['tunnel-token']).toEqual({
    present: true,
    last4: null,
    savedAt: NOON,
  });
  expect(statuses.ok && statuses.value['webhook-secret']).toEqual({
    present: false,
    last4: null,
    savedAt: null,
  });
});

test('a secret that somebody else stored is present, with its age unknown', async () => {
  const { vault, kept } = rig();
  kept.set('Tienda/webhook-secret', 'puesto-a-mano-1234');
  kept.set('Tienda/webhook-secret.meta', 'not ours');
  const statuses = await vault.statuses();
  expect(statuses.ok && statuses.value['webhook-secret']).toEqual({
    present: true,
    last4: '1234',
    savedAt: null,
  });
});

test('what was read once is answered from memory until it is saved or forgotten', async () => {
  const { vault, calls, kept } = rig();
  kept.set('Tienda/webhook-secret', 'uno');
  await vault.read('webhook-secret');
  const asked = calls.length;
  await vault.read('webhook-secret');
  expect(calls.length).toBe(asked);
  await vault.save('webhook-secret', 'dos');
  expect(await vault.read('webhook-secret')).toEqual({ ok: true, value: 'dos' });
  await vault.forget('webhook-secret');
  expect(await vault.read('webhook-secret')).toEqual({ ok: true, value: null });
  expect([...kept.keys()]).toEqual([]);
});

test('an invalid secret never reaches the keychain', async () => {
  const { vault, calls } = rig();
  expect(await vault.save('partner-token', ' ')).toEqual({
    ok: false,
    error: { code: 'invalid', refused: { what: 'secret', name: 'partner-token', fault: 'empty' } },
  });
  expect(calls).toEqual([]);
});

test('a keychain that hangs ends every waiting call in time, one call at a time', async () => {
  const { vault, calls, setGate } = rig({ timeoutMs: 60 });
  let open = (): void => undefined;
  setGate(() => new Promise((resolve) => (open = resolve)));
  const started = performance.now();
  const answers = await Promise.all([
    vault.read('webhook-secret'),
    vault.read('partner-token'),
    vault.statuses(),
  ]);
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(answers).toEqual(
    Array.from({ length: 3 }, () => ({ ok: false, error: { code: 'keychain-timeout', detail: null } })),
  );
  expect(calls).toEqual(['get webhook-secret']);
  setGate(() => Promise.resolve());
  open();
  expect(await vault.read('partner-token')).toEqual({ ok: true, value: null });
});

test('what ran out of time while it waited its turn is not done later', async () => {
  const { vault, kept, setGate } = rig({ timeoutMs: 60 });
  let open = (): void => undefined;
  setGate(() => new Promise((resolve) => (open = resolve)));
  const [, saved] = await Promise.all([vault.read('webhook-secret'), vault.save('partner-token', TOKEN)]);
  expect(saved).toMatchObject({ ok: false, error: { code: 'keychain-timeout' } });
  setGate(() => Promise.resolve());
  open();
  expect(await vault.read('partner-token')).toEqual({ ok: true, value: null });
  expect([...kept.keys()]).toEqual([]);
});

/** Everything is known, and then a change of the token hangs until `open` is called. */
async function hangingRig(begin: (vault: ReturnType<typeof rig>['vault']) => Promise<unknown>) {
  const own = rig({ timeoutMs: 60 });
  await own.vault.save('partner-token', TOKEN);
  await own.vault.statuses();
  let open = (): void => undefined;
  own.setGate(() => new Promise((resolve) => (open = resolve)));
  const answer = await begin(own.vault);
  return {
    ...own,
    answer,
    open: (): void => {
      own.setGate(() => Promise.resolve());
      open();
    },
  };
}
const TIMED_OUT = { ok: false, error: { code: 'keychain-timeout', detail: null } };

test('while a change hangs, everything that is known is answered as it was, at once', async () => {
  const save = await hangingRig((vault) => vault.save('partner-token', 'otro-token-12345'));
  const forget = await hangingRig((vault) => vault.forget('partner-token'));
  for (const { vault, answer, calls } of [save, forget]) {
    expect(answer).toEqual(TIMED_OUT);
    const asked = calls.length;
    expect(await vault.read('partner-token')).toEqual({ ok: true, value: TOKEN });
    expect(await vault.statuses()).toMatchObject({
      ok: true,
      value: { 'partner-token': { present: true, last4: '9876' }, 'webhook-secret': { present: false } },
    });
    expect(calls.length).toBe(asked);
  }
});

test('a change that is made after it was given up holds from then on, and is told', async () => {
  const { vault, late, open } = await hangingRig((own) => own.save('partner-token', 'otro-token-12345'));
  expect(late()).toBe(0);
  open();
  await expect.poll(late).toBe(1);
  expect(await vault.read('partner-token')).toEqual({ ok: true, value: 'otro-token-12345' });
});

test('a change that is made in time, or fails after it was given up, is not told as late', async () => {
  const { vault, late, setGate } = await hangingRig((own) => own.read('partner-token'));
  setGate(() => Promise.resolve());
  await vault.save('partner-token', 'otro-token-12345');
  let fail = (): void => undefined;
  setGate(() => new Promise((_resolve, reject) => (fail = () => reject(new Error('no space')))));
  expect(await vault.save('partner-token', 'tercer-token-123')).toEqual(TIMED_OUT);
  fail();
  setGate(() => Promise.resolve());
  expect(await vault.forget('tunnel-token')).toEqual(SAVED);
  expect(late()).toBe(0);
  expect(await vault.read('partner-token')).toEqual({ ok: true, value: 'otro-token-12345' });
});

test('a failure is answered as a value and the next call is tried anew', async () => {
  const { vault, kept, setGate } = rig();
  kept.set('Tienda/partner-token', TOKEN);
  setGate(() =>
    Promise.reject(new Error('Object does not exist at path "/org/freedesktop/secrets/collection/login"')),
  );
  expect(await vault.read('partner-token')).toMatchObject({ ok: false, error: { code: 'keychain-locked' } });
  setGate(() => Promise.resolve());
  expect(await vault.read('partner-token')).toEqual({ ok: true, value: TOKEN });
});

test('a secret whose saving failed is still the one before', async () => {
  const { vault, setGate } = rig();
  await vault.save('partner-token', TOKEN);
  setGate((name) => (name === 'set' ? Promise.reject(new Error('no space')) : Promise.resolve()));
  expect(await vault.save('partner-token', 'otro-token-12345')).toMatchObject({ ok: false });
  expect(await vault.read('partner-token')).toEqual({ ok: true, value: TOKEN });
});

test('where the library of the keychain cannot be loaded it is unavailable', async () => {
  const vault = createSecretVault({
    service: 'Tienda',
    now: () => NOON,
    loadKeychain: () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')),
  });
  expect(await vault.statuses()).toMatchObject({ ok: false, error: { code: 'keychain-unavailable' } });
});

test('closing waits for the call under way and begins none of those behind it', async () => {
  const { vault, calls, setGate } = rig();
  let open = (): void => undefined;
  setGate(() => new Promise((resolve) => (open = resolve)));
  const first = vault.forget('tunnel-token');
  const second = vault.read('partner-token');
  // The first call has begun once its turn came.
  await expect.poll(() => calls).toEqual(['delete tunnel-token.meta']);
  let isClosed = false;
  const closing = vault.close().then((isOver) => {
    isClosed = true;
    return isOver;
  });
  await Promise.resolve();
  expect(isClosed).toBe(false);
  setGate(() => Promise.resolve());
  open();
  expect(await closing).toBe(true);
  expect(await first).toEqual(SAVED);
  expect(await second).toMatchObject({ ok: false });
  expect(calls).toEqual(['delete tunnel-token.meta', 'delete tunnel-token']);
});

test('closing does not wait for ever for a keychain that never answers', async () => {
  const { vault, calls, setGate } = rig({ timeoutMs: 50 });
  setGate(() => new Promise(() => undefined));
  const read = vault.read('partner-token');
  await expect.poll(() => calls).toEqual(['get partner-token']);
  expect(await vault.close()).toBe(false);
  expect(await read).toMatchObject({ ok: false, error: { code: 'keychain-timeout' } });
});

import { expect, test } from 'vitest';
import { createAuth } from '../../../src/main/partner/auth.ts';
import type { HttpAnswer } from '../../../src/main/partner/foreign-answer.ts';
import { ok } from '../../../src/shared/result.ts';

const SIGN_IN = {
  apiUrl: 'https://api.example/v2',
  auth: 'client-credentials',
  clientId: 'client',
  destination: 'https://api.example client',
} as const;

/** A token address that answers when it is told to. */
function rig() {
  let secret = 'old';
  const asked: { readonly secret: string | null; readonly answer: (answer: Partial<HttpAnswer>) => void }[] =
    [];
  const auth = createAuth({
    readSecret: () => Promise.resolve(ok(secret)),
    send: ({ form }) => {
      const { promise, resolve } = Promise.withResolvers<HttpAnswer>();
      asked.push({
        secret: form?.get('client_secret') ?? null,
        answer: (answer) => resolve({ status: 200, body: '', retryAfter: null, ...answer }),
      });
      return promise.then(ok);
    },
    acquire: () => Promise.resolve(),
    monotonicMs: () => 0,
    nowMs: () => 0,
  });
  return {
    asked,
    token: () => auth.token(SIGN_IN),
    become: (next: string): void => {
      secret = next;
    },
    turn: () => new Promise((done) => setImmediate(done)),
  };
}
const issued = (token: string) => ({ body: JSON.stringify({ access_token: token, expires_in: 7200 }) });

test('a sign-in under way proves nothing of a secret that was saved after it began', async () => {
  const { asked, token, become, turn } = rig();
  const before = token();
  await turn();
  become('new');
  const after = token();
  await turn();
  expect(asked.map(({ secret }) => secret)).toEqual(['old', 'new']);
  asked[1]?.answer(issued('of-new'));
  expect(await after).toEqual(ok('of-new'));
  // The answer that nobody waits for any more comes last, and is not kept.
  asked[0]?.answer(issued('of-old'));
  expect(await before).toEqual(ok('of-old'));
  expect(await token()).toEqual(ok('of-new'));
  expect(asked).toHaveLength(2);
});

test('a token that one secret got is not sent for another', async () => {
  const { asked, token, become, turn } = rig();
  for (const secret of ['old', 'wrong']) {
    become(secret);
    const got = token();
    await turn();
    asked.at(-1)?.answer(secret === 'old' ? issued('of-old') : { status: 401 });
    expect(await got).toMatchObject(secret === 'old' ? ok('of-old') : { error: { code: 'unauthorized' } });
  }
  become('');
  expect(await token()).toMatchObject({ ok: false, error: { code: 'not-configured' } });
});

test('all who need a token at the same moment share one request', async () => {
  const { asked, token, turn } = rig();
  const all = [token(), token(), token()];
  await turn();
  asked[0]?.answer(issued('one'));
  expect(await Promise.all(all)).toEqual([ok('one'), ok('one'), ok('one')]);
  expect(await token()).toEqual(ok('one'));
  expect(asked).toHaveLength(1);
});

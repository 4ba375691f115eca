import { describe, expect, it } from 'vitest';
import { err } from '../../../src/shared/result.ts';
import { createPartnerClient } from '../../../src/main/partner/client.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { CLIENT, json, lastDays, openClient, openOddServer, openPlatform, TOKEN } from './rig.ts';

const oauth = { auth: 'client-credentials' } as const;
const paths = (requests: readonly { path: string; status: number | null }[]) =>
  requests.map(
    ({ path, status }) => `${path.endsWith('/oauth/token') ? 'token' : 'orders'} ${String(status)}`,
  );

describe('client credentials', () => {
  it('are exchanged once, form-encoded, and the token is kept', async () => {
    const { simulator, client } = await openPlatform({ switches: { authAccepts: 'oauth' } }, oauth);
    expect((await client.listOrders(lastDays(2))).ok).toBe(true);
    expect((await client.listOrders(lastDays(2))).ok).toBe(true);
    expect(paths(simulator.requests)).toEqual(['token 200', 'orders 200', 'orders 200']);
  });

  it('are exchanged once for all who ask at the same time', async () => {
    const { simulator, client } = await openPlatform({}, oauth);
    const answers = await Promise.all([1, 2, 3, 4].map(() => client.listOrders(lastDays(2))));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(paths(simulator.requests).filter((path) => path.startsWith('token'))).toEqual(['token 200']);
  });

  it('T15 get a new token after a 401, once, and the call is repeated', async () => {
    const { simulator, client } = await openPlatform({}, oauth);
    await client.listOrders(lastDays(2));
    simulator.clearRequests();
    simulator.access.revokeIssued();
    expect((await client.listOrders(lastDays(2))).ok).toBe(true);
    expect(paths(simulator.requests)).toEqual(['orders 401', 'token 200', 'orders 200']);
  });

  it('give up after the second 401', async () => {
    const { simulator, client } = await openPlatform({}, oauth);
    simulator.faults.add({ kind: 'unauthorized', times: null });
    expect(await client.listOrders(lastDays(2))).toMatchObject({
      ok: false,
      error: { code: 'unauthorized', status: 401 },
    });
    expect(paths(simulator.requests)).toEqual(['token 200', 'orders 401', 'token 200', 'orders 401']);
  });

  it('get a new token a minute before the old one ends', async () => {
    let nowMs = 0;
    const { simulator, client } = await openPlatform({}, { ...oauth, monotonicMs: () => nowMs });
    await client.listOrders(lastDays(2));
    nowMs = (7200 - 61) * 1000;
    await client.listOrders(lastDays(2));
    expect(paths(simulator.requests)).toHaveLength(3);
    nowMs = (7200 - 59) * 1000;
    await client.listOrders(lastDays(2));
    expect(paths(simulator.requests).slice(3)).toEqual(['token 200', 'orders 200']);
  });

  it('that are wrong are an expected error without the secret in it', async () => {
    const secrets = { 'partner-client-secret': 'equivocado-y-secreto' };
    const { client } = await openPlatform({}, { ...oauth, secrets });
    const answer = await client.listOrders(lastDays(2));
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'unauthorized', detail: 'Invalid client credentials' },
    });
    expect(JSON.stringify(answer)).not.toContain('equivocado');
  });

  it('are proven afresh by check, although a token is still good', async () => {
    const { simulator, client, secrets } = await openPlatform({}, oauth);
    await client.listOrders(lastDays(2));
    secrets['partner-client-secret'] = 'otro';
    expect(await client.check()).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
    secrets['partner-client-secret'] = CLIENT.secret;
    expect((await client.check()).ok).toBe(true);
    expect(paths(simulator.requests)).toContain('token 401');
  });

  it('do not go out as JSON, and only to the token address', async () => {
    const { baseUrl, seen } = await openOddServer(({ url }, response) =>
      url === '/v2/oauth/token'
        ? json(response, 200, { access_token: 'emitido', expires_in: '7200' })
        : json(response, 200, { orders: [] }),
    );
    const { client } = openClient({ baseUrl, ...oauth });
    expect((await client.listOrders(lastDays(2))).ok).toBe(true);
    expect(seen[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(Object.fromEntries(new URLSearchParams(seen[0]?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
    });
    expect(seen[1]?.headers.authorization).toBe('Bearer emitido');
    expect(JSON.stringify(seen[1])).not.toContain('secreto');
  });

  it.each([
    [404, '', 'bad-response'],
    [400, '{"message":"client_id is required"}', 'unauthorized'],
    [429, '{}', 'rate-limited'],
    [503, '', 'bad-response'],
    [200, '{"token":"x"}', 'bad-response'],
    [200, '{"access_token":"dos\\nlíneas"}', 'bad-response'],
    [200, 'hola', 'bad-response'],
  ])('that the token address answers with %i %j fail as expected', async (status, body, code) => {
    const { baseUrl } = await openOddServer((_, response) => void response.writeHead(status).end(body));
    const { client } = openClient({ baseUrl, ...oauth });
    expect(await client.listOrders(lastDays(2))).toMatchObject({ ok: false, error: { code, status } });
  });
});

describe('a static token', () => {
  it('that is refused is read and tried once more', async () => {
    const { simulator, client } = await openPlatform();
    simulator.faults.add({ kind: 'unauthorized', times: 1 });
    expect((await client.listOrders(lastDays(2))).ok).toBe(true);
    simulator.access.setTokens(['nuevo']);
    expect(await client.listOrders(lastDays(2))).toMatchObject({
      ok: false,
      error: { code: 'unauthorized' },
    });
    expect(paths(simulator.requests).slice(2)).toEqual(['orders 401', 'orders 401']);
  });

  it('is used from the next call on when it was replaced', async () => {
    const { simulator, client, secrets } = await openPlatform();
    simulator.access.setTokens(['nuevo-token']);
    expect((await client.listOrders(lastDays(2))).ok).toBe(false);
    secrets['partner-token'] = ' Bearer nuevo-token\n';
    expect((await client.listOrders(lastDays(2))).ok).toBe(true);
  });

  it.each([
    [{}, 'not-configured'],
    [{ 'partner-token': '  ' }, 'not-configured'],
    [{ 'partner-token': 'con espacio' }, 'unauthorized'],
    [{ 'partner-token': 'línea\nrota' }, 'unauthorized'],
  ])('that is no token (%j) never leaves', async (secrets, code) => {
    const { simulator, client } = await openPlatform({}, { secrets });
    expect(await client.listOrders(lastDays(2))).toMatchObject({ ok: false, error: { code } });
    expect(simulator.requests).toEqual([]);
  });

  it('is cut out of an error that repeats it', async () => {
    const { baseUrl } = await openOddServer(({ headers }, response) =>
      json(response, 403, { message: `token ${headers.authorization ?? ''} has no access` }),
    );
    const answer = await openClient({ baseUrl }).client.listOrders(lastDays(2));
    expect(answer).toMatchObject({ ok: false, error: { detail: 'token Bearer *** has no access' } });
    expect(JSON.stringify(answer)).not.toContain(TOKEN);
  });

  it('that the keychain does not give is an error of its own', async () => {
    const client = createPartnerClient({
      settings: () => ({
        ...DEFAULT_SETTINGS,
        shop: { ...DEFAULT_SETTINGS.shop, chainId: 'a', vendorId: 'b' },
      }),
      secrets: { read: () => Promise.resolve(err({ code: 'keychain-locked', detail: 'locked' })) },
      now: () => new Date().toISOString(),
      log: { info: () => undefined, warn: () => undefined },
    });
    expect(await client.check()).toMatchObject({
      ok: false,
      error: { code: 'keychain-unavailable', detail: 'locked' },
    });
  });
});

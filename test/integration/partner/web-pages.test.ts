import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { json, lastDays, openClient, openOddServer, TOKEN } from './rig.ts';

const PAGE =
  '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center></body></html>';
const LIST = JSON.stringify({ orders: [{ order_id: 'a', status: 'READY_FOR_PICKUP' }], total_pages: 1 });
const isToken = (url: string): boolean => url.endsWith('/oauth/token');

const askList = async (
  answer: Parameters<typeof openOddServer>[0],
  options: Partial<Parameters<typeof openClient>[0]> = {},
) => {
  const { baseUrl, seen } = await openOddServer(answer);
  const { client } = openClient({ baseUrl, ...options });
  return { outcome: await client.listOrders(lastDays(2)), seen };
};

describe('a web page in the place of an answer', () => {
  it.each([200, 400, 401, 403, 405, 451, 500, 502, 503, 511])(
    'with status %i is something on the way, and asked for once',
    async (status) => {
      const { outcome, seen } = await askList((_, response) =>
        response.writeHead(status, { 'content-type': 'text/html' }).end(PAGE),
      );
      expect(outcome).toMatchObject({
        ok: false,
        error: { code: 'blocked', status, detail: '403 Forbidden' },
      });
      expect(seen).toHaveLength(1);
    },
  );

  it.each([
    ['without a type', {}, PAGE],
    ['that calls itself JSON', { 'content-type': 'application/json' }, PAGE],
    ['after blanks and a mark', { 'content-type': 'text/html' }, `\uFEFF\r\n  ${PAGE}`],
    ['in capitals', { 'content-type': 'TEXT/HTML; Charset=ISO-8859-1' }, PAGE.toUpperCase()],
    ['of XML', { 'content-type': 'application/xml' }, '<?xml version="1.0"?><Error>AccessDenied</Error>'],
    ['of plain words under the type of a page', { 'content-type': 'text/html' }, 'Access Denied'],
  ])('%s is one too', async (_what, headers, body) => {
    const { outcome } = await askList((_request, response) => response.writeHead(403, headers).end(body));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'blocked', status: 403 } });
  });

  it('in place of a token leaves the key alone, and so does one that refuses with 401', async () => {
    for (const status of [200, 400, 401, 403, 503]) {
      const { outcome, seen } = await askList(
        (_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end(PAGE),
        { auth: 'client-credentials' },
      );
      expect(outcome).toMatchObject({ ok: false, error: { code: 'blocked', status } });
      expect(seen).toHaveLength(1);
    }
  });

  it('does not use up a token that was issued', async () => {
    const { baseUrl, seen } = await openOddServer(({ url }, response, call) => {
      if (isToken(url)) json(response, 200, { access_token: 'issued', expires_in: 7200 });
      else if (call === 2) response.writeHead(401, { 'content-type': 'text/html' }).end(PAGE);
      else json(response, 200, { orders: [] });
    });
    const { client } = openClient({ baseUrl, auth: 'client-credentials' });
    expect(await client.listOrders(lastDays(2))).toMatchObject({ error: { code: 'blocked' } });
    expect((await client.listOrders(lastDays(2))).ok).toBe(true);
    expect(seen.filter(({ url }) => isToken(url))).toHaveLength(1);
  });

  it('says nothing of the time', async () => {
    const heard: unknown[] = [];
    const onTime = (one: unknown): void => void heard.push(one);
    await askList((_, response) => response.writeHead(200).end(PAGE), { onTime });
    expect(heard).toEqual([]);
    await askList((_, response) => json(response, 200, { orders: [] }), { onTime });
    expect(heard).toHaveLength(1);
  });
});

describe('a proxy that keeps answers', () => {
  it('is asked for a fresh one, and the age of one that it kept all the same is told', async () => {
    const heard: unknown[] = [];
    const asked: unknown[] = [];
    await askList(
      (request, response) => {
        asked.push(request.headers['cache-control']);
        response.setHeader('age', '86400');
        json(response, 200, { orders: [] });
      },
      { onTime: (one) => void heard.push(one) },
    );
    expect(asked).toEqual(['no-cache']);
    expect(heard).toMatchObject([{ ageMs: 86_400_000 }]);
  });

  it.each(['', '-1', '1.5', 'old', '1e9', '99999999999'])('and whose age %j is none', async (age) => {
    const heard: unknown[] = [];
    await askList(
      (_, response) => {
        response.setHeader('age', age);
        json(response, 200, { orders: [] });
      },
      { onTime: ({ ageMs = 0 }) => void heard.push(ageMs) },
    );
    expect(heard).toEqual([0]);
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with status %i is named and never followed', async (status) => {
    const { outcome, seen } = await askList((_, response) =>
      response.writeHead(status, { location: 'https://login.shop.example/hotspot' }).end(),
    );
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'blocked', status, detail: 'https://login.shop.example/hotspot' },
    });
    expect(seen).toHaveLength(1);
  });
});

describe('what the platform itself says of the key', () => {
  it.each([
    ['JSON', { 'content-type': 'application/json' }, '{"message":"no"}'],
    ['nothing', {}, ''],
    ['nothing under the type of a page', { 'content-type': 'text/html' }, ''],
    ['JSON under the type of a page', { 'content-type': 'text/html' }, '{"message":"no"}'],
    ['JSON without a type', {}, '{"message":"no"}'],
    ['plain words', { 'content-type': 'text/plain' }, 'RBAC: access denied'],
  ])('by %s is believed', async (_what, headers, body) => {
    for (const [status, code] of [
      [401, 'unauthorized'],
      [403, 'forbidden'],
    ] as const) {
      const { outcome } = await askList((_request, response) =>
        response.writeHead(status, headers).end(body),
      );
      expect(outcome).toMatchObject({ ok: false, error: { code, status } });
    }
  });
});

describe('an answer', () => {
  const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
  it.each([
    ['with a mark', {}, Buffer.from(`\uFEFF${LIST}`)],
    ['in UTF-16 with a mark', { 'content-type': 'application/json' }, utf16(LIST)],
    ['in UTF-16, upside down', {}, utf16(LIST).swap16()],
    [
      'in a charset of its own',
      { 'content-type': 'text/json; charset=ISO-8859-1' },
      Buffer.from(LIST, 'latin1'),
    ],
    ['in a charset that nobody knows', { 'content-type': 'application/json; charset=x' }, Buffer.from(LIST)],
    ['under the type of a page', { 'content-type': 'Text/HTML' }, Buffer.from(LIST)],
    ['as bytes', { 'content-type': 'application/octet-stream' }, Buffer.from(LIST)],
    ['packed with gzip', { 'content-encoding': 'gzip' }, gzipSync(LIST)],
    ['packed with brotli', { 'content-encoding': 'br' }, brotliCompressSync(LIST)],
  ])('%s is read', async (_what, headers, body) => {
    const { outcome } = await askList((_request, response) => response.writeHead(200, headers).end(body));
    expect(outcome).toMatchObject({ ok: true, value: { orders: [{ order: { id: 'a' } }] } });
  });

  it.each([
    ['that breaks off in the middle of its JSON', {}, LIST.slice(0, 40)],
    ['that is packed wrongly', { 'content-encoding': 'gzip' }, LIST],
    ['of words', { 'content-type': 'text/plain' }, 'hola'],
  ])('%s is a bad one', async (_what, headers, body) => {
    const { outcome } = await askList((_request, response) => response.writeHead(200, headers).end(body));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-response' } });
  });

  it('that is cut off on the way is a lost connection', async () => {
    const { outcome } = await askList((_, response) => {
      response.writeHead(200, { 'content-length': String(LIST.length) });
      response.write(LIST.slice(0, 20), () => response.destroy());
    });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'offline' } });
  });

  it('never shows the token, wherever it is repeated', async () => {
    const { outcome } = await askList((_, response) =>
      response.writeHead(403).end(`<title>no ${TOKEN}</title>`),
    );
    expect(JSON.stringify(outcome)).not.toContain(TOKEN);
  });
});

describe('whatever the way out does', () => {
  it.each([
    [
      'throws at once',
      () => {
        throw new TypeError('Invalid URL');
      },
    ],
    ['rejects with no error', () => Promise.reject('odd')],
    ['answers nothing', () => Promise.resolve(undefined)],
  ])('when it %s, the call fails as a call does', async (_, fetch) => {
    const { client } = openClient({ baseUrl: 'https://platform.example', fetch: fetch as never });
    expect(await client.listOrders(lastDays(2))).toMatchObject({ ok: false });
    expect(await client.getOrder('a')).toMatchObject({ ok: false });
    expect(await client.check()).toMatchObject({ ok: false });
  });
});

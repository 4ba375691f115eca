import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dial, head, orderText, post, startReceiver } from './rig.ts';

describe('the checks of a webhook', () => {
  const order = orderText();
  const cases: readonly [string, Parameters<typeof post>[1], Record<string, string>, number, string][] = [
    ['no JSON', '{"order_id":', {}, 400, 'not-json'],
    ['an empty body', '', {}, 400, 'not-json'],
    ['bytes that are not UTF-8', Uint8Array.from([0x7b, 0xff, 0x7d]), {}, 400, 'not-json'],
    ['JSON nested too deeply', '['.repeat(100_000), {}, 400, 'not-json'],
    ['something that is not an order', '{"hola":1}', {}, 400, 'not-an-order'],
    ['a list of something else', '[1]', {}, 400, 'not-an-order'],
    ['an empty list', '[]', {}, 400, 'not-an-order'],
    ['a list in a list', '[[]]', {}, 400, 'not-an-order'],
    ['a wrapper around nothing', '{"order":null}', {}, 400, 'not-an-order'],
    ['null', 'null', {}, 400, 'not-an-order'],
    ['a form', 'order_id=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'wrong-type'],
    ['plain text', 'hola', { 'content-type': 'text/plain' }, 415, 'wrong-type'],
    ['XML', '<order_id>1</order_id>', { 'content-type': 'application/xml' }, 415, 'wrong-type'],
    [
      'another charset with letters of its own',
      Uint8Array.from(Buffer.from('{"order_id":"ñ"}', 'latin1')),
      { 'content-type': 'application/json; charset=ISO-8859-1' },
      415,
      'wrong-type',
    ],
    [
      'another charset whose letters happen to be valid UTF-8',
      '{"order_id":"ñ"}',
      { 'content-type': 'application/json; charset=ISO-8859-1' },
      415,
      'wrong-type',
    ],
    [
      'UTF-16',
      Uint8Array.from(Buffer.from('\uFEFF' + order, 'utf16le')),
      { 'content-type': 'application/json; charset=utf-16' },
      415,
      'wrong-type',
    ],
    ['no type and no JSON', new Uint8Array(4), { 'content-type': '' }, 415, 'wrong-type'],
    ['a compressed body', Uint8Array.from(gzipSync(order)), { 'content-encoding': 'gzip' }, 415, 'encoded'],
    ['more than the limit', ' '.repeat(1024 * 1024) + order, {}, 413, 'too-large'],
    ['another secret behind a scheme', order, { authorization: 'Bearer otra' }, 401, 'wrong-secret'],
    ['another secret', order, { authorization: 'Basic otra' }, 401, 'wrong-secret'],
    ['the bare secret without its scheme', order, { authorization: 'cGFydG5lcg==' }, 401, 'wrong-secret'],
  ];

  it.each(cases)(
    '%s is refused, stored nowhere, and recorded',
    async (_name, body, headers, status, outcome) => {
      const { url, deliveries, received } = await startReceiver();
      const answer = await post(url, body, headers);
      expect([answer.status, await answer.text()]).toEqual([status, '']);
      await expect
        .poll(() => deliveries.map((delivery) => [delivery.outcome, delivery.status]))
        .toEqual([[outcome, status]]);
      expect(received).toEqual([]);
    },
  );

  it.each([
    ['exactly the limit', order.padEnd(1024 * 1024), {}],
    ['UTF-8 named in the type', order, { 'content-type': 'Application/Json; Charset="UTF-8"' }],
    ['a charset in single quotes', order, { 'content-type': "application/json; charset='utf-8'" }],
    [
      'ASCII that may hold UTF-8',
      '{"order_id":"ñ"}',
      { 'content-type': 'application/json; charset=us-ascii' },
    ],
    ['another charset, all ASCII', order, { 'content-type': 'application/json; charset=ISO-8859-1' }],
    ['a type that stands twice', order, { 'content-type': 'application/json, application/json' }],
    ['JSON that is said to be text', order, { 'content-type': 'text/plain; charset=utf-8' }],
    ['JSON that is said to be a form', order, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a problem report', order, { 'content-type': 'application/problem+json' }],
    ['JSON as it was called once', order, { 'content-type': 'text/json' }],
    ['a byte order mark', '\uFEFF' + order, {}],
    ['the encoding "identity"', order, { 'content-encoding': 'identity' }],
    ['the encoding "utf-8"', order, { 'content-encoding': 'utf-8' }],
    ['keys that are there twice', '{"order_id":"a","order_id":"b"}', {}],
  ])('%s is let in', async (_name, body, headers) => {
    const { url, received } = await startReceiver();
    expect((await post(url, body, headers)).status).toBe(200);
    expect(received).toHaveLength(1);
  });

  it('a body without a type is let in when it is JSON', async () => {
    const { port, received } = await startReceiver();
    const line = dial(port);
    const bare = head([`Content-Length: ${order.length}`, 'Connection: close']);
    line.send(bare.replace('Content-Type: application/json\r\n', '') + order);
    expect(await line.closed).toMatch(/^HTTP\/1\.1 200 /);
    expect(received).toHaveLength(1);
  });

  it('with no secret stored everything is refused', async () => {
    const { url, deliveries } = await startReceiver({ secrets: () => [] });
    for (const authorization of ['', 'x', 'undefined', 'null']) {
      expect((await post(url, order, { authorization })).status).toBe(401);
    }
    await expect
      .poll(() => new Set(deliveries.map(({ outcome }) => outcome)))
      .toEqual(new Set(['no-secret']));
  });

  it('a changed secret counts from the next request on', async () => {
    let secrets = ['uno'];
    const { url } = await startReceiver({ secrets: () => secrets });
    expect((await post(url, orderText(), { authorization: 'uno' })).status).toBe(200);
    secrets = ['dos'];
    expect((await post(url, orderText(), { authorization: 'uno' })).status).toBe(401);
    expect((await post(url, orderText(), { authorization: 'dos' })).status).toBe(200);
  });

  it('come in their order: secret, size, type, encoding, JSON', async () => {
    const { url } = await startReceiver({ limits: { maxBodyBytes: 100 } });
    const wrong = {
      authorization: 'x',
      'content-type': 'text/plain',
      'content-encoding': 'gzip',
    };
    const { authorization: _secret, ...known } = wrong;
    const { 'content-type': _type, ...typed } = known;
    expect((await post(url, 'x'.repeat(101), wrong)).status).toBe(401);
    expect((await post(url, 'x'.repeat(101), known)).status).toBe(413);
    expect((await post(url, 'x', known)).status).toBe(415);
    expect((await post(url, 'x', typed)).status).toBe(415);
    expect((await post(url, 'x')).status).toBe(400);
  });

  it('keys that name prototypes change none', async () => {
    const { url } = await startReceiver();
    const text = '{"order_id":"a","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    expect((await post(url, text)).status).toBe(200);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ApplyOutcome } from '../../../src/main/core/ports.ts';
import { changed, orderText, post, PREVIOUS, startReceiver } from './rig.ts';

describe('the routes of the receiver', () => {
  it('GET and HEAD on the webhook are answered 200 with nothing in them', async () => {
    const { url } = await startReceiver();
    for (const method of ['GET', 'HEAD']) {
      const answer = await fetch(url, { method });
      expect([answer.status, await answer.text()]).toEqual([200, '']);
    }
  });

  it('the health page says 200 once the app is ready and 503 before', async () => {
    let isReady = false;
    const { port } = await startReceiver({ isReady: () => isReady });
    const ask = async (): Promise<number> => (await fetch(`http://127.0.0.1:${port}/healthz`)).status;
    expect(await ask()).toBe(503);
    isReady = true;
    expect(await ask()).toBe(200);
  });

  it('a nonce that the app waits for is answered, another is not known', async () => {
    const { port } = await startReceiver({ answerNonce: (nonce) => (nonce === 'n-1' ? 'mac-of-n-1' : null) });
    const known = await fetch(`http://127.0.0.1:${port}/healthz/n-1`);
    expect([known.status, await known.text()]).toEqual([200, 'mac-of-n-1']);
    expect(known.headers.get('cache-control')).toBe('no-store');
    const unknown = await fetch(`http://127.0.0.1:${port}/healthz/n-2`);
    expect([unknown.status, await unknown.text()]).toEqual([404, '']);
  });

  it.each([
    ['GET', '/'],
    ['POST', '/'],
    ['PUT', '/webhooks/orders'],
    ['DELETE', '/webhooks/orders'],
    ['OPTIONS', '/webhooks/orders'],
    ['OPTIONS', '/healthz'],
    ['POST', '/webhooks/orders/'],
    ['POST', '/Webhooks/Orders'],
    ['POST', '/healthz'],
    ['GET', '/healthz/'],
    ['GET', '/healthz/%E0%A4%A'],
    ['GET', '/healthz/a/b'],
    ['GET', '/..%2f..%2fetc/passwd'],
    ['GET', '/favicon.ico'],
  ])('%s %s is answered 404 with nothing in it and is not recorded', async (method, path) => {
    const { port, deliveries } = await startReceiver();
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    expect([answer.status, await answer.text()]).toEqual([404, '']);
    expect(deliveries).toEqual([]);
  });

  it('no answer tells what made it', async () => {
    const { url, port } = await startReceiver();
    const answers = [
      await fetch(url),
      await post(url, orderText()),
      await fetch(`http://127.0.0.1:${port}/x`),
    ];
    for (const { headers } of answers) {
      expect([headers.get('x-powered-by'), headers.get('etag'), headers.get('server')]).toEqual([
        null,
        null,
        null,
      ]);
    }
  });
});

describe('a webhook', () => {
  it('is answered 200 only after the order is stored', async () => {
    let store: (outcome: ApplyOutcome) => void = () => undefined;
    const stored = new Promise<ApplyOutcome>((resolve) => (store = resolve));
    let isAsked: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    const { url } = await startReceiver({
      receive: async (incoming) => {
        isAsked();
        await stored;
        return changed(incoming);
      },
    });
    let isAnswered = false;
    const answer = post(url, orderText()).then((response) => {
      isAnswered = true;
      return response;
    });
    await asked;
    // A whole further request goes through meanwhile: the answer had every chance to overtake the disk.
    await fetch(url);
    expect(isAnswered).toBe(false);
    store({ kind: 'unchanged', orderId: '' });
    expect((await answer).status).toBe(200);
  });

  it('is stored, and a repetition is answered 200 as a duplicate', async () => {
    const { url, deliveries, received } = await startReceiver();
    const id = randomUUID();
    const text = orderText({ order_id: id });
    const answers = [await post(url, text), await post(url, text)];
    expect(await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]))).toEqual([
      [200, ''],
      [200, ''],
    ]);
    expect(received.map(({ order }) => order.id)).toEqual([id, id]);
    expect(deliveries.map(({ outcome, orderId }) => [outcome, orderId])).toEqual([
      ['stored', id],
      ['duplicate', id],
    ]);
  });

  it('is recorded with its time, its length and who sent it', async () => {
    const { url, deliveries } = await startReceiver();
    const text = orderText({ nombre: 'Peña 🥑' });
    await post(url, text, { 'user-agent': 'Go-http-client/2.0 <script>{"customer":"Ana"}' });
    await expect.poll(() => deliveries.length).toBe(1);
    const [delivery] = deliveries;
    expect(delivery).toMatchObject({ status: 200, bytes: Buffer.byteLength(text) });
    expect(delivery?.detail).toBe('agent Go-http-client/2.0 scriptcustomer:Ana');
    expect(Date.parse(delivery?.at ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(delivery?.ms).toBeGreaterThan(0);
    expect(delivery?.ms).toBeLessThan(10_000);
  });

  it('with the previous secret is let in', async () => {
    const { url, received } = await startReceiver();
    expect((await post(url, orderText(), { authorization: PREVIOUS })).status).toBe(200);
    expect(received).toHaveLength(1);
  });

  it('that cannot be stored is answered 500 and recorded without what was in it', async () => {
    const disk = Object.assign(new Error('disk full while storing Ana'), { code: 'SQLITE_FULL' });
    const { url, deliveries, errors } = await startReceiver({ receive: () => Promise.reject(disk) });
    const answer = await post(url, orderText(), { 'user-agent': '' });
    expect([answer.status, await answer.text()]).toEqual([500, '']);
    expect(deliveries).toMatchObject([{ outcome: 'store-failed', status: 500, detail: 'Error SQLITE_FULL' }]);
    expect(errors).toHaveLength(1);
  });

  it('is stored again as soon as the disk is back', async () => {
    let isBroken = true;
    const { url } = await startReceiver({
      receive: (incoming) =>
        isBroken ? Promise.reject(new Error('EIO')) : Promise.resolve(changed(incoming)),
    });
    expect((await post(url, orderText())).status).toBe(500);
    isBroken = false;
    expect((await post(url, orderText())).status).toBe(200);
  });

  it('is answered 500 when the parser breaks, and the receiver lives on', async () => {
    let isBroken = true;
    const { url } = await startReceiver({
      parse: () => {
        if (isBroken) throw new TypeError('a mistake of ours');
        return { kind: 'catalogue-callback' };
      },
    });
    expect((await post(url, orderText())).status).toBe(500);
    isBroken = false;
    expect((await post(url, orderText())).status).toBe(200);
  });

  it('is answered although it could not be recorded', async () => {
    const { url, errors } = await startReceiver({
      record: () => {
        throw new Error('the log is closed');
      },
    });
    expect((await post(url, orderText())).status).toBe(200);
    await expect.poll(() => errors.length).toBe(1);
  });

  it('of another shop and a catalogue callback are answered 200 and not stored', async () => {
    const { url, deliveries, received } = await startReceiver();
    expect((await post(url, orderText({ vendor: 'other' }))).status).toBe(200);
    expect((await post(url, '{"job_id":"7","status":"COMPLETED"}')).status).toBe(200);
    expect(deliveries.map(({ outcome }) => outcome)).toEqual(['other-shop', 'catalogue-callback']);
    expect(received).toEqual([]);
  });
});

describe('the checks of a webhook', () => {
  const order = orderText();
  const cases: readonly [string, Parameters<typeof post>[1], Record<string, string>, number, string][] = [
    ['no JSON', '{"order_id":', {}, 400, 'not-json'],
    ['an empty body', '', {}, 400, 'not-json'],
    ['bytes that are not UTF-8', Uint8Array.from([0x7b, 0xff, 0x7d]), {}, 400, 'not-json'],
    ['JSON nested too deeply', '['.repeat(100_000), {}, 400, 'not-json'],
    ['something that is not an order', '{"hola":1}', {}, 400, 'not-an-order'],
    ['a list', '[1]', {}, 400, 'not-an-order'],
    ['null', 'null', {}, 400, 'not-an-order'],
    ['a form', 'order_id=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'wrong-type'],
    ['plain text', order, { 'content-type': 'text/plain' }, 415, 'wrong-type'],
    ['another charset', order, { 'content-type': 'application/json; charset=latin1' }, 415, 'wrong-type'],
    ['a compressed body', Uint8Array.from(gzipSync(order)), { 'content-encoding': 'gzip' }, 415, 'encoded'],
    ['more than the limit', ' '.repeat(1024 * 1024) + order, {}, 413, 'too-large'],
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
    ['the encoding "identity"', order, { 'content-encoding': 'identity' }],
    ['keys that are there twice', '{"order_id":"a","order_id":"b"}', {}],
  ])('%s is let in', async (_name, body, headers) => {
    const { url, received } = await startReceiver();
    expect((await post(url, body, headers)).status).toBe(200);
    expect(received).toHaveLength(1);
  });

  it('a body without a type is refused', async () => {
    const { url } = await startReceiver();
    expect((await post(url, new Uint8Array(4), { 'content-type': '' })).status).toBe(415);
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

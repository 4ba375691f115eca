import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ApplyOutcome } from '../../../src/main/core/orders/types.ts';
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
    ['POST', '/webhooks/order'],
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
    expect(delivery?.notes).toEqual([{ kind: 'agent', text: 'Go-http-client/2.0 scriptcustomer:Ana' }]);
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
    expect(deliveries).toMatchObject([
      { outcome: 'store-failed', status: 500, notes: [{ kind: 'other', text: 'Error SQLITE_FULL' }] },
    ]);
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

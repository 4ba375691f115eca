import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { ProbeResult } from '../../../src/main/core/address/types.ts';
import { createProbeNonces } from '../../../src/main/tunnel/probe-nonces.ts';
import { createProbe } from '../../../src/main/tunnel/probe.ts';
import { startReceiver } from '../webhook/rig.ts';
import { CA, readTls, startFront } from '../../services/front.ts';
import { createNodeFetch, nodeFetch } from '../../services/node-fetch.ts';

async function rig(options: Partial<Parameters<typeof createProbe>[0]> = {}) {
  const nonces = createProbeNonces();
  const receiver = await startReceiver({ answerNonce: nonces.answerNonce });
  const common = { nonces, hasNetwork: () => true, monotonicMs: () => performance.now(), timeoutMs: 1_000 };
  const probe = createProbe({ ...common, fetch: createNodeFetch(CA), port: () => receiver.port, ...options });
  const ask = (url: string): Promise<ProbeResult> => probe(url, new AbortController().signal);
  return { receiver, ask, nonces, common };
}

async function startForeign(listener: http.RequestListener): Promise<string> {
  const server = https.createServer({ key: readTls('server.key'), cert: readTls('server.pem') }, listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(
    () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  );
  return `https://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

const failure = (code: string, detail: unknown = null) =>
  expect.objectContaining({ ok: false, error: { code, detail } }) as unknown;

test('a question that goes round by the public address proves it and is timed', async () => {
  const { receiver, ask } = await rig();
  const front = await startFront({ port: receiver.port, host: '127.0.0.1' });
  const result = await ask(front.url);
  expect(result).toEqual({ ok: true, ms: expect.any(Number) as number });
});

test('a server that says yes to everything is another computer, and so is one that knows nothing', async () => {
  const { ask } = await rig();
  expect(await ask(await startForeign((_, response) => response.end('ok')))).toEqual(
    failure('wrong_endpoint'),
  );
  const empty = await startForeign((_, response) => response.writeHead(404).end());
  expect(await ask(empty)).toEqual(failure('wrong_endpoint'));
});

test('another Mostrador at the address is another computer', async () => {
  const { ask } = await rig();
  const other = await rig();
  const front = await startFront({ port: other.receiver.port, host: '127.0.0.1' });
  expect(await ask(front.url)).toEqual(failure('wrong_endpoint'));
});

test('a certificate that is over or of an unknown authority is said to be that', async () => {
  const usual = await rig();
  const target = { port: usual.receiver.port, host: '127.0.0.1' };
  const expired = await startFront(target, { certificate: 'expired.pem' });
  expect(await usual.ask(expired.url)).toEqual(failure('tls', 'CERT_HAS_EXPIRED'));
  const { nonces } = usual;
  const receiver = await startReceiver({ answerNonce: nonces.answerNonce });
  const askAsUsual = createProbe({ ...usual.common, fetch: nodeFetch, port: () => receiver.port });
  const front = await startFront({ port: receiver.port, host: '127.0.0.1' });
  expect(await askAsUsual(front.url, new AbortController().signal)).toEqual(
    failure('tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
  );
});

test('what is wrong on this computer is not blamed on the tunnel', async () => {
  const { receiver, ask } = await rig();
  const front = await startFront({ port: receiver.port, host: '127.0.0.1' });
  await receiver.server.stop();
  expect(await ask(front.url)).toEqual(failure('local_down'));
  const closed = await rig({ port: () => null });
  expect(await closed.ask(front.url)).toEqual(failure('local_down'));
});

test('another program that answers on the port of the receiver is told apart from one that is closed', async () => {
  const { ask: askFront, receiver } = await rig();
  const front = await startFront({ port: receiver.port, host: '127.0.0.1' });
  expect(await askFront(front.url)).toMatchObject({ ok: true });
  for (const listener of [
    (_: unknown, response: http.ServerResponse) => response.end('ok'),
    (_: unknown, response: http.ServerResponse) => response.writeHead(404).end(),
    (_: unknown, response: http.ServerResponse) => response.writeHead(500).end(),
  ]) {
    const foreign = http.createServer(listener);
    await new Promise<void>((listening) => foreign.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void foreign.close());
    const { port } = foreign.address() as AddressInfo;
    const { ask } = await rig({ port: () => port });
    expect(await ask(front.url)).toEqual(failure('port_taken'));
  }
});

test('a proxy with nobody behind it, a redirect and a quota are told apart', async () => {
  const { ask } = await rig();
  const alone = await startFront({ port: 9, host: '127.0.0.1' });
  expect(await ask(alone.url)).toEqual(failure('http_status', '502'));
  let followed = 0;
  const redirect = await startForeign((request, response) => {
    if (request.url === '/login') followed += 1;
    response.writeHead(302, { Location: '/login' }).end();
  });
  expect(await ask(redirect)).toEqual(failure('http_status', '302'));
  expect(followed).toBe(0);
  const quota = await startForeign((_, response) =>
    response.writeHead(402, { 'ngrok-error-code': 'ERR_NGROK_727' }).end(),
  );
  expect(await ask(quota)).toEqual(failure('quota', 'ERR_NGROK_727'));
});

test('silence ends with the time limit, before and after the question arrived', async () => {
  const { ask, nonces } = await rig();
  const silent = await startForeign(() => undefined);
  expect(await ask(silent)).toEqual(failure('timeout'));
  const lost = await startForeign((request) => {
    nonces.answerNonce(String(request.url).split('/').at(-1) ?? '');
  });
  expect(await ask(lost)).toEqual(failure('reply_lost'));
});

test('a body without end is cut off', async () => {
  const { ask } = await rig({ timeoutMs: 5_000 });
  let sent = 0;
  const endless = await startForeign((_, response) => {
    const more = (): void => {
      sent += 1024;
      if (!response.destroyed && response.write('x'.repeat(1024))) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  });
  expect(await ask(endless)).toEqual(failure('wrong_endpoint'));
  expect(sent).toBeLessThan(50 * 1024 * 1024);
});

test('nobody at the address, a name that does not exist and no network have their own reasons', async () => {
  const { ask } = await rig();
  expect(await ask('https://127.0.0.1:9')).toEqual(failure('unreachable', 'ECONNREFUSED'));
  expect(await ask('https://nowhere.invalid')).toEqual(
    expect.objectContaining({ error: expect.objectContaining({ code: 'dns' }) as unknown }),
  );
  const cut = await rig({ hasNetwork: () => false });
  expect(await cut.ask('https://127.0.0.1:9')).toEqual(failure('no_network'));
});

test('every question has a connection of its own', async () => {
  const { receiver, ask } = await rig();
  let connections = 0;
  const front = await startFront({ port: receiver.port, host: '127.0.0.1' }, { certificate: null });
  const counting = http.createServer((_, response) => response.end());
  counting.on('connection', () => (connections += 1));
  await new Promise<void>((listening) => counting.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void counting.close());
  const url = `http://127.0.0.1:${String((counting.address() as AddressInfo).port)}`;
  await ask(url);
  await ask(url);
  expect(connections).toBe(2);
  expect(await ask(front.url)).toMatchObject({ ok: true });
});

test('a nonce that nobody waits for is answered with nothing', async () => {
  const { receiver, nonces } = await rig();
  const question = nonces.open();
  const url = `http://127.0.0.1:${String(receiver.port)}/healthz/${question.nonce}`;
  expect(await (await fetch(url)).text()).toBe(question.answer);
  question.end();
  const late = await fetch(url);
  expect([late.status, await late.text()]).toEqual([404, '']);
});

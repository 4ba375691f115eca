/// <reference path="../../src/renderer/vite-env.d.ts" />
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { startConnectProxy, type ConnectProxy } from '../services/connect-proxy.ts';
import { LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';

const TLS_DIR = path.join(import.meta.dirname, '../fixtures/tls');
const HOST = 'shop.loopback.test';
const ALL_WELL = 'Todo bien';

let desktop: Desktop;
let shop: Shop;
let platform: tls.Server;
/** What stands in the platform's place for the next connections; null: the platform itself. */
let page: string | null = null;
let platformPort = 0;

beforeAll(async () => {
  let simulatorPort = 0;
  const open = new Set<net.Socket>();
  platform = tls.createServer(
    { key: fs.readFileSync(`${TLS_DIR}/server.key`), cert: fs.readFileSync(`${TLS_DIR}/server.pem`) },
    (socket) => {
      open.add(socket);
      socket.on('error', () => undefined);
      if (page !== null) {
        const answer = page;
        socket.once('data', () => socket.end(answer, 'latin1'));
        return;
      }
      const onward = net.connect(simulatorPort, '127.0.0.1');
      onward.on('error', () => socket.destroy());
      socket.pipe(onward).pipe(socket);
    },
  );
  platform.on('tlsClientError', () => undefined);
  await new Promise<void>((listening) => platform.listen(0, '127.0.0.1', listening));
  platformPort = (platform.address() as net.AddressInfo).port;
  desktop = await startDesktop();
  // Before Chromium makes one in its own way.
  certutil('-N', '--empty-password');
  shop = await openShop({
    on: desktop,
    prepare: (simulator) => {
      simulatorPort = Number(new URL(simulator.connection().baseUrl).port);
    },
    settings: { partner: { baseUrl: `https://${HOST}:${String(platformPort)}` } },
  });
  await shop.app().stop();
});

afterEach(async () => {
  page = null;
  await shop.app().stop();
});

afterAll(async () => {
  await shop?.stop();
  platform?.close();
});

/** Where a browser of this desktop keeps what its user trusts. */
function certutil(...args: readonly string[]): void {
  const folder = path.join(desktop.env['HOME'] ?? '', '.pki/nssdb');
  fs.mkdirSync(folder, { recursive: true });
  const { status, stderr } = spawnSync('certutil', ['-d', `sql:${folder}`, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
  });
  if (status !== 0) throw new Error(stderr.slice(0, 500));
}

async function start(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<void> {
  await shop.launch({ env, args: ['--hidden', ...args] });
  await untilReceiving(shop);
}

/** Waits until the tray says so. */
async function says(part: string): Promise<void> {
  await desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes(part), LIMIT_MS);
}

async function proxy(options: Partial<Parameters<typeof startConnectProxy>[0]> = {}): Promise<ConnectProxy> {
  const started = await startConnectProxy({ port: platformPort, ...options });
  onTestFinished(started.stop);
  return started;
}

/** An address whose computer takes no connection and refuses none: its queue is full, and nobody empties it. */
async function startSilent(host: string, port: number): Promise<void> {
  const script = `require('net').createServer().listen({host:'${host}',port:${String(port)},backlog:1},()=>process.stdout.write('up'))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGSTOP');
  const waiting = Array.from({ length: 8 }, () => net.connect(port, host).on('error', () => undefined));
  onTestFinished(() => {
    for (const socket of waiting) socket.destroy();
    child.kill('SIGKILL');
  });
  await sleep(300);
}

async function startRelay(host: string, port: number): Promise<void> {
  const relay = net.createServer((socket) => {
    const onward = net.connect(port, '127.0.0.1');
    for (const end of [socket, onward]) end.on('error', () => undefined);
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((listening) => relay.listen(port, host, listening));
  onTestFinished(() => void relay.close());
}

const DIRECT = `--host-resolver-rules=MAP ${HOST} 127.0.0.1`;

describe('before the company’s authority is known on this computer', () => {
  test.each([{}, { NODE_TLS_REJECT_UNAUTHORIZED: '0' }])(
    'the certificate is not trusted and nothing is sent, with %j',
    async (env) => {
      const before = shop.simulator.requests.length;
      await start(env, DIRECT);
      await says('un certificado en el que esta computadora no confía');
      expect(shop.simulator.requests).toHaveLength(before);
    },
  );
});

describe('with the company’s authority in the system’s store', () => {
  beforeAll(() => certutil('-A', '-n', 'company', '-t', 'C,,', '-i', `${TLS_DIR}/ca.pem`));

  test('a connection that the company looks into is as good as any', async () => {
    await start({}, DIRECT);
    await says(ALL_WELL);
  });

  test.each([
    ['ana:p%40ss', 'ana:p@ss'],
    ['ana:pa#ss', 'ana:pa#ss'],
    ['ana:100%', 'ana:100%'],
  ])('a proxy of the environment gets user and password as they are meant: %s', async (written, meant) => {
    const { port, asked } = await proxy({ login: meant });
    await start({ HTTPS_PROXY: `http://${written}@127.0.0.1:${String(port)}` });
    await says(ALL_WELL);
    expect(asked().at(-1)).toEqual({ target: `${HOST}:${String(platformPort)}`, login: meant });
  });

  test('a proxy that only the system names is used, as its script says', async () => {
    const { port, asked } = await proxy();
    const script = `function FindProxyForURL(url, host) { return host === "${HOST}" ? "PROXY 127.0.0.1:${String(port)}" : "DIRECT"; }`;
    const pac = http.createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'application/x-ns-proxy-autoconfig' }).end(script),
    );
    await new Promise<void>((listening) => pac.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void pac.close());
    const { port: pacPort } = pac.address() as net.AddressInfo;
    await start({}, `--proxy-pac-url=http://127.0.0.1:${String(pacPort)}/proxy.pac`);
    await says(ALL_WELL);
    expect(asked().length).toBeGreaterThan(0);
  });

  test.each([403, 502, 503])('a proxy that answers %i itself is named', async (status) => {
    const { port } = await proxy({ status });
    await start({ https_proxy: `http://127.0.0.1:${String(port)}` });
    await says(`El proxy 127.0.0.1:${String(port)} no deja pasar la conexión`);
  });

  test('a proxy that asks who comes is named, with no user, with a wrong one, and is not asked for ever', async () => {
    const { port, asked } = await proxy({ login: 'ana:secreta' });
    for (const login of ['', 'ana:otra@']) {
      const before = asked().length;
      await start({ HTTPS_PROXY: `http://${login}127.0.0.1:${String(port)}` });
      await says(`El proxy 127.0.0.1:${String(port)} pide usuario y contraseña`);
      expect(asked().length - before).toBeLessThan(20);
      await shop.app().stop();
    }
  });

  test('a proxy that nobody answers at is named', async () => {
    await start({ HTTPS_PROXY: 'http://127.0.0.1:1' });
    await says('El proxy 127.0.0.1:1 no responde');
  });

  test('a variable that names no proxy is passed over, and NO_PROXY is followed', async () => {
    await start({ HTTPS_PROXY: 'http://' }, DIRECT);
    await says(ALL_WELL);
    await shop.app().stop();
    await start({ HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: 'loopback.test' }, DIRECT);
    await says(ALL_WELL);
  });

  test('of several addresses the first takes too long and the last is dead: the one between them is found', async () => {
    await startSilent('127.0.0.2', platformPort);
    await startRelay('127.0.0.3', platformPort);
    const addresses = ['127.0.0.2', '127.0.0.3', '127.0.0.4'];
    const hosts = ['127.0.0.1 localhost', ...addresses.map((address) => `${address} ${HOST}`)];
    // Chromium's own reading of that file knows one address for a name.
    await shop.launch({ hosts, args: ['--hidden', '--disable-features=AsyncDns'] });
    await untilReceiving(shop);
    const found = await shop.app().app.evaluate(({ net: network }, host) => network.resolveHost(host), HOST);
    expect(found.endpoints.map(({ address }) => address)).toEqual(addresses);
    await says(ALL_WELL);
  });

  test.each([
    ['401', 'Content-Type: text/html', '<html><body>Sign in</body></html>'],
    ['403', 'Content-Type: text/html', '<html><title>Blocked</title></html>'],
    ['200', 'Content-Type: text/html', '<!doctype html><title>Hotspot</title>'],
    ['302', 'Location: https://login.hotspot.test/', ''],
    ['407', 'Proxy-Authenticate: Negotiate', '<html></html>'],
  ])('a page with %s is something on the way: no red of the key, no question for a token', async (...all) => {
    const [status, header, body] = all;
    page = `HTTP/1.1 ${status} Petición rechazada\r\n${header}\r\nContent-Length: ${String(body.length)}\r\nConnection: close\r\n\r\n${body}`;
    await start({}, DIRECT);
    const what = status === '407' ? 'El proxy' : 'Algo entre esta computadora y PedidosYa no deja pasar';
    await says(what);
    expect(desktop.notifications.toasts().map(({ title }) => title)).not.toContain(
      'PedidosYa no acepta la clave',
    );
  });
});

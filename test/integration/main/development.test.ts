import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { resolveConfig } from 'electron-vite';
import { fetchPage, untilEnded } from '../../../src/main/shell/windows/development.ts';
import { repository } from '../../desktop/runtime.ts';

const server = http.createServer((request, response) => {
  response.writeHead(request.url === '/index.html?view=counter' ? 200 : 404, { 'content-type': 'text/html' });
  response.end('<p>page</p>');
});
let address = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port');
  address = `http://127.0.0.1:${String(bound.port)}`;
});
afterAll(() => void server.close());

test('a page comes from the server, under the app’s own address', async () => {
  const page = await fetchPage(address, 'app://mostrador/index.html?view=counter');
  expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
    200,
    'text/html',
    '<p>page</p>',
  ]);
  expect((await fetchPage(address, 'app://mostrador/nothing.js')).status).toBe(404);
});

test('it may be told of changes, and asks nobody else', async () => {
  const page = await fetchPage(address, 'app://mostrador/index.html?view=counter');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`connect-src 'self' ${address} ${address.replace('http', 'ws')}`);
});

test('a start waits for the run before it', async () => {
  let asked = 0;
  await expect(untilEnded(() => ++asked === 2)).resolves.toBe(true);
});

test('a build to ship holds nothing of it', async () => {
  const { config } = await resolveConfig({ root: repository }, 'build', 'production');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: config?.main?.define ?? {},
    build: {
      ssr: true,
      write: false,
      rollupOptions: {
        external: ['electron'],
        input: path.join(repository, 'src/main/shell/windows/window-security.ts'),
      },
    },
  });
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const code = chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
  expect(code).toContain("script-src 'self'");
  expect(code).not.toMatch(/unsafe-inline|fetchPage|import\.meta\.env/);
  expect(fs.readFileSync(path.join(repository, 'src/main/config.ts'), 'utf8')).toContain(
    "import.meta.env.DEV ? filled(env['ELECTRON_RENDERER_URL']) : null",
  );
});

import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ app: {}, protocol: {}, session: {}, shell: {} }));
const { LINKS } = await import('../../../src/shared/address.ts');
const { mayOpenExternally, resolvePageFile } =
  await import('../../../src/main/shell/windows/window-security.ts');

const ROOT = path.resolve('/pages');

describe('pages', () => {
  test('a file of the built pages is found', () => {
    expect(resolvePageFile(ROOT, 'app://mostrador/assets/main.js?x=1')).toBe(
      path.join(ROOT, 'assets/main.js'),
    );
    expect(resolvePageFile(ROOT, 'app://mostrador/index.html?view=counter')).toBe(
      path.join(ROOT, 'index.html'),
    );
  });

  test.each([
    'app://mostrador/../secret.html',
    'app://mostrador/%2e%2e/secret.html',
    'app://mostrador/..%2fsecret.html',
    'app://mostrador/assets/..%2f..%2fsecret.js',
    'app://other/index.html',
    'file:///etc/passwd',
    'app://mostrador/',
    'app://mostrador/orders.db',
    'app://mostrador/%00index.html',
    'app://mostrador/%E0%A4%A.html',
    'nonsense',
  ])('%s never leads out of the folder', (url) => {
    const file = resolvePageFile(ROOT, url);
    // Browsers fold dot segments before they ask; what is left must still lie inside.
    expect(file === null || !path.relative(ROOT, file).startsWith('..')).toBe(true);
  });

  test('nothing outside the folder is ever answered', () => {
    expect(resolvePageFile(ROOT, 'app://mostrador/..%2fsecret.html')).toBeNull();
    expect(resolvePageFile(ROOT, 'app://other/index.html')).toBeNull();
    expect(resolvePageFile(ROOT, 'app://mostrador/orders.db')).toBeNull();
  });
});

describe('links', () => {
  test('help pages of the platform may open in the browser', () => {
    expect(mayOpenExternally('https://developer.pedidosya.com/es-lat/documentation')).toBe(true);
  });

  test('so may every page that the setup links to', () => {
    for (const page of Object.values(LINKS)) expect([page, mayOpenExternally(page)]).toEqual([page, true]);
  });

  test.each([
    'https://ngrok.com/',
    'https://dashboard.ngrok.com.evil.example/',
    'https://evil.example/https://dashboard.ngrok.com/',
    'https://dashboard.ngrok.com@evil.example/',
    'http://developer.pedidosya.com/',
    'https://developer.pedidosya.com.evil.example/',
    'https://user@developer.pedidosya.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'nonsense',
  ])('%s may not', (url) => {
    expect(mayOpenExternally(url)).toBe(false);
  });
});

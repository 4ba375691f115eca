import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../desktop/runtime.ts';

/** Source: electronjs.org/docs/latest/tutorial/security. What a running app shows is tried in test/e2e/attack. */
const folder = path.join(repository, 'src');
const sources = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:tsx?|html)$/.test(name))
  .map((name) => [name.replaceAll('\\', '/'), fs.readFileSync(path.join(folder, name), 'utf8')] as const);
const holding = (pattern: RegExp): readonly string[] =>
  sources.filter(([, text]) => pattern.test(text)).map(([name]) => name);

test('every window that is made has its page in a sandbox, apart from the app, without Node', () => {
  const made = sources.flatMap(([name, text]) =>
    [
      ...text.matchAll(
        /new (?:BrowserWindow|WebContentsView|BrowserView)\(\{(.*?)\n {4,6}\}\);|new BrowserWindow\(\{(.*?)\}\);/gs,
      ),
    ].map(([whole]) => [name, whole] as const),
  );
  expect(made.length).toBeGreaterThanOrEqual(4);
  expect(made.length).toBe(
    sources.reduce((sum, [, text]) => sum + text.split(/new (?:BrowserWindow|\w+View)\(/).length - 1, 0),
  );
  for (const [name, text] of made)
    for (const wanted of ['sandbox: true', 'contextIsolation: true', 'nodeIntegration: false'])
      expect({ name, wanted: text.includes(wanted) }).toEqual({ name, wanted: true });
});

test.each([
  [
    'what opens a page to others',
    /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|nodeIntegration\w*: true|contextIsolation: false|sandbox: false|enableDeprecatedPaste: true|disable-web-security/,
    [],
  ],
  ['a view of other pages', /<webview|webviewTag: true|allowpopups/, []],
  ['pages from files or from the web', /loadFile\(|loadURL\([`'"](?!data:text\/html)(?:file|https?):/, []],
  ['the browser', /\bopenExternal\(/, ['main/shell/windows/window-security.ts']],
  ['messages of pages', /\bipcMain\b/, ['main/ipc/channel.ts']],
  ['the bridge', /\bcontextBridge\b|\bipcRenderer\b/, ['preload/index.ts']],
  ['markup made of texts', /dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML|document\.write/, []],
  ['code made of texts', /\beval\(|new Function\(/, []],
] as const)('%s is met where it is checked, and nowhere else', (_what, pattern, places) => {
  const found = holding(pattern).filter(
    (name) => !name.startsWith('simulator/') && !name.startsWith('main/ipc/schemas'),
  );
  expect(found.filter((name) => !places.some((place) => place === name))).toEqual([]);
  if (places.length > 0) expect(found.length).toBeGreaterThan(0);
});

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { readSettingsCopy, writeSettingsCopy } from '../../../src/main/store/settings/settings-file.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { HOSTILE_TEXTS } from '../../fixtures/hostile-texts.ts';

// What reads a file stands beside what asks for one.
vi.mock('electron', () => ({}));
const { readTextUpTo } = await import('../../../src/main/shell/files.ts');

const COPY = writeSettingsCopy(DEFAULT_SETTINGS, NOON);
const read = (text: string) => readSettingsCopy(text, DEFAULT_SETTINGS);
/** The copy with this JSON in the place of its settings. */
const withSettings = (json: string): string =>
  COPY.replace(/"settings": \{.*\}\n\}\n$/s, () => `"settings": ${json}\n}\n`);

test.each([
  ['names of everything', '{"__proto__":{"language":"en"},"constructor":{"prototype":{"polluted":1}}}'],
  [
    'the same inside a part',
    '{"shop":{"__proto__":{"name":"x"},"constructor":{"prototype":{"polluted":1}}}}',
  ],
])('%s in a copy are no settings', (_what, json) => {
  expect(read(withSettings(json))).toEqual({ ok: true, value: DEFAULT_SETTINGS });
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test.each([
  ['a number beyond all', '{"receiver":{"port":1e999}}'],
  ['a port of another kind', '{"receiver":{"port":"8787; rm"}}'],
  ['a part that is a list', '{"shop":[]}'],
  ['a text without an end', `{"shop":{"name":"${'x'.repeat(200_000)}"}}`],
  ['a place that is no https', '{"partner":{"baseUrl":"http://evil.example"}}'],
  ['a place with a key in it', '{"partner":{"baseUrl":"https://user:key@evil.example"}}'],
  ['a place that runs', '{"partner":{"baseUrl":"javascript:alert(1)"}}'],
  ['line breaks for a header', '{"partner":{"clientId":"a\\r\\nX-Evil: 1"}}'],
])('%s is refused, with the field', (_what, json) => {
  expect(read(withSettings(json))).toMatchObject({
    ok: false,
    error: { why: expect.stringMatching(/./) as string },
  });
});

test.each([
  ['nested without measure', `${'['.repeat(120_000)}${']'.repeat(120_000)}`],
  ['no JSON', '{'],
  ['empty', ''],
  ['a text', '"x"'],
  ['null', 'null'],
])('a file that is %s is foreign', (_what, text) => {
  expect(read(text)).toMatchObject({ ok: false, error: { why: 'foreign' } });
});

test('no hostile text in the name of the shop stops the reading', () => {
  for (const text of Object.values(HOSTILE_TEXTS))
    expect(() => read(withSettings(JSON.stringify({ shop: { name: text } })))).not.toThrow();
});

test.runIf(process.platform === 'linux')('a device and a link to one are no copy', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-test-'));
  const link = path.join(folder, 'copia.json');
  fs.symlinkSync('/dev/zero', link);
  try {
    expect(await readTextUpTo('/dev/zero', 1_000)).toBeNull();
    expect(await readTextUpTo(link, 1_000)).toBeNull();
    expect(await readTextUpTo(folder, 1_000_000)).toBeNull();
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

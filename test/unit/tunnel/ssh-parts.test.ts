import { expect, test } from 'vitest';
import { fingerprintOf, isTrusted, bindOf } from '../../../src/main/tunnel/ssh.ts';

test.each([
  ['8080', { host: 'localhost', port: 8080 }],
  ['127.0.0.1:8080', { host: '127.0.0.1', port: 8080 }],
  ['*:80', { host: '', port: 80 }],
  ['shop:80', { host: 'shop', port: 80 }],
  ['/home/shop/m.sock', { path: '/home/shop/m.sock' }],
])('%s is listened on as %j', (remoteBind, expected) => {
  expect(bindOf(remoteBind)).toEqual(expected);
});

test('only the first key is trusted unseen', () => {
  const shown = fingerprintOf(Buffer.from('a key'));
  expect(shown).toMatch(/^SHA256:[A-Za-z\d+/]{43}$/);
  expect(isTrusted(shown, '')).toBe(true);
  expect(isTrusted(shown, shown)).toBe(true);
  expect(isTrusted(shown, fingerprintOf(Buffer.from('another')))).toBe(false);
});

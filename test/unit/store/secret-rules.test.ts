import { expect, test } from 'vitest';
import { toVaultError, cleanSecret, last4Of } from '../../../src/main/store/settings/secret-rules.ts';
import type { SecretName } from '../../../src/shared/settings/settings.ts';

function clean(name: SecretName, pasted: string, platform = 'linux'): string {
  const result = cleanSecret(name, pasted, platform);
  return result.ok ? result.value : `refused: ${result.error.refused.fault}`;
}

test.each([
  ['partner-token', ' abc123\r\n', 'abc123'],
  ['partner-token', 'Bearer abc123', 'abc123'],
  ['partner-token', 'bearer   abc123 ', 'abc123'],
  ['partner-token', 'Bearerabc', 'Bearerabc'],
  ['webhook-secret', 'Bearer abc123', 'Bearer abc123'],
  ['webhook-secret', '  Basic dXNlcjpwYXNz\n', 'Basic dXNlcjpwYXNz'],
  ['partner-token', '"abc123"', 'abc123'],
  ['partner-token', 'Authorization: Bearer abc123', 'abc123'],
  ['partner-token', '"Authorization": "Bearer abc.def-123",', 'abc.def-123'],
  ['partner-token', '\u200Babc123\u00A0.', 'abc123'],
  ['ngrok-token', 'ngrok config add-authtoken 2abc_DEF', '2abc_DEF'],
  ['ngrok-token', 'authtoken: "2abc_DEF"', '2abc_DEF'],
  ['cloudflared-token', 'sudo cloudflared service install eyJhIjoi+/=', 'eyJhIjoi+/='],
  ['cloudflared-token', 'cloudflared.exe tunnel run --token eyJhIjoi', 'eyJhIjoi'],
  ['cloudflared-token', '“eyJhIjoi”', 'eyJhIjoi'],
  ['partner-client-secret', '"a;b."', 'a;b.'],
  ['partner-client-secret', 'a.b;', 'a.b;'],
  ['webhook-secret', '"tal cual".', '"tal cual".'],
  ['partner-client-secret', 'con espacio y ñ', 'con espacio y ñ'],
  [
    'ssh-private-key',
    '\n-----BEGIN KEY-----\r\nabc\r\n-----END KEY-----',
    '-----BEGIN KEY-----\nabc\n-----END KEY-----\n',
  ],
] as const)('%s pasted as %j is kept as %j', (name, pasted, kept) => {
  expect(clean(name, pasted)).toBe(kept);
});

test.each([
  ['partner-token', '', 'empty'],
  ['partner-token', ' \n\t', 'empty'],
  ['partner-token', 'Bearer ', 'empty'],
  ['ssh-private-key', ' \n', 'empty'],
  ['partner-token', 'abc\ndef', 'control-characters'],
  ['partner-token', 'abc def', 'spaces'],
  ['ngrok-token', 'abc\u00A0def', 'spaces'],
  ['partner-token', '••••••••7f3a', 'masked'],
  ['partner-token', 'eyJhbGci...7f3a', 'masked'],
  ['cloudflared-token', 'eyJhbGci…', 'masked'],
  ['partner-token', '********', 'masked'],
  ['partner-token', 'https://portal.pedidosya.com/integrations', 'a-page'],
  ['ngrok-token', 'dashboard.ngrok.com/get-started/your-authtoken', 'a-page'],
  ['webhook-secret', 'abc\u0000def', 'control-characters'],
  ['webhook-secret', 'abc\u0085def', 'control-characters'],
  ['ssh-private-key', 'abc\u0007\ndef', 'control-characters'],
] as const)('%s pasted as %j is refused: %s', (name, pasted, why) => {
  expect(clean(name, pasted)).toBe(`refused: ${why}`);
});

test('8 KiB are kept and one byte more is not, counted in bytes', () => {
  expect(clean('webhook-secret', 'a'.repeat(8_192))).toHaveLength(8_192);
  expect(clean('webhook-secret', 'a'.repeat(8_193))).toBe('refused: too-long');
  expect(clean('webhook-secret', 'ñ'.repeat(4_097))).toBe('refused: too-long');
});

test('on Windows an entry of its keychain holds 2,560 bytes', () => {
  expect(clean('webhook-secret', 'a'.repeat(2_560), 'win32')).toHaveLength(2_560);
  expect(clean('webhook-secret', 'a'.repeat(2_561), 'win32')).toBe('refused: too-long');
});

test('the end of a secret is shown only from 12 characters on', () => {
  expect(last4Of('abcdefghijkl')).toBe('ijkl');
  expect(last4Of('abcdefghijk')).toBeNull();
  expect(last4Of('-----BEGIN-----\nabcd\n')).toBe('abcd');
});

test.each([
  ['The name org.freedesktop.secrets was not provided by any .service files', 'keychain-unavailable'],
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain-unavailable'],
  ['Failed to load keytar native addon, checked []', 'keychain-unavailable'],
  ['Could not connect: No such file or directory', 'keychain-unavailable'],
  ['Object does not exist at path "/org/freedesktop/secrets/collection/login"', 'keychain-locked'],
  ['Cannot create an item in a locked collection', 'keychain-locked'],
  ['User interaction is not allowed.', 'keychain-locked'],
  ['The prompt was dismissed', 'keychain-locked'],
])('"%s" means %s', (message, code) => {
  expect(toVaultError(new Error(message))).toEqual({ code, detail: message });
});

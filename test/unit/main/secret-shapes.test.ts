import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../../src/main/redact.ts';
import { processorMs } from '../../processor-time.ts';

const SECRET = 'clave "del" aviso/ñandú+42';

function redactedWith(secret: string, line: string): string {
  const { protect, redact } = createRedactor();
  protect(secret);
  return redact(line);
}

describe('a secret is taken out however it was written', () => {
  const inside = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
  test.each([
    ['as it is', SECRET],
    ['escaped for JSON', JSON.stringify({ a: SECRET })],
    ['in JSON without characters beyond ASCII', 'clave \\"del\\" aviso/\\u00f1and\\u00fa+42'],
    ['escaped for an address', encodeURIComponent(SECRET)],
    ['escaped in lower case', encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase())],
    ['as a form sends it', new URLSearchParams({ a: SECRET }).toString()],
    ['as bytes of a header', Buffer.from(SECRET, 'utf8').toString('latin1')],
    ['in base64', inside(SECRET)],
    ['in base64 for addresses', Buffer.from(SECRET, 'utf8').toString('base64url')],
    ['after a user name, as Basic has it', `Basic ${inside(`client-7:${SECRET}`)}`],
    ['in base64 with something after it', inside(`xy${SECRET}\n`)],
  ])('%s', (_, written) => {
    const line = `before ${written} after`;
    const safe = redactedWith(SECRET, line);
    expect(safe).toMatch(/^before .*\*\*\*.* after$/);
    for (const piece of ['clave', 'aviso', 'and', inside('viso'), 'Y2xhdmU', '+42', '%2B42'])
      expect(safe).not.toContain(piece);
  });
});

test('whatever stands before and after it, base64 tells nothing of a secret', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 12, maxLength: 60 }),
      fc.string({ maxLength: 9 }),
      fc.string({ maxLength: 9 }),
      (secret, before, after) => {
        const written = Buffer.from(before + secret + after, 'utf8').toString('base64');
        const safe = redactedWith(secret, `<${written}>`);
        expect(safe).toBe('<***>');
      },
    ),
  );
});

test('a line of a key file is taken out where it stands alone', () => {
  const line = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ';
  const key = `-----BEGIN OPENSSH PRIVATE KEY-----\n${line}\n-----END OPENSSH PRIVATE KEY-----\n`;
  expect(redactedWith(key, `read ${line}`)).toBe('read ***');
});

test('a megabyte of other base64 is gone through in a moment', () => {
  const text = 'QUJD'.repeat(250_000);
  const spent = processorMs(() => {
    expect(redactedWith('a-long-enough-secret-value', text)).toBe(text);
  });
  expect(spent).toBeLessThan(1_000);
});

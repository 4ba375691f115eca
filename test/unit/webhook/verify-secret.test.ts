import { describe, expect, it } from 'vitest';
import { verifySecret } from '../../../src/main/webhook/verify-secret.ts';

/** A header value as Node hands it over: each byte one character. */
const asHeader = (text: string, encoding: 'utf8' | 'latin1'): string =>
  Buffer.from(text, encoding).toString('latin1');

describe('verifySecret', () => {
  it('lets the current secret and the previous one in', () => {
    expect(verifySecret('nuevo', ['nuevo', 'viejo'])).toBe('right');
    expect(verifySecret('viejo', ['nuevo', 'viejo'])).toBe('previous');
  });

  it.each(['', 'nuev', 'nuevo ', 'Nuevo', 'nuevox', 'viejonuevo', 'Bearer nuevo', 'nuevo, nuevo'])(
    'keeps %j out',
    (header) => {
      expect(verifySecret(header, ['nuevo', 'viejo'])).toBe('wrong');
    },
  );

  it('lets either secret in as the password of basic authentication', () => {
    const basic = (text: string): string => `Basic ${Buffer.from(text, 'utf8').toString('base64')}`;
    expect(verifySecret(basic('mostrador:nuevo'), ['nuevo', 'viejo'])).toBe('right');
    expect(verifySecret(basic('mostrador:viejo'), ['nuevo', 'viejo'])).toBe('previous');
    expect(verifySecret(basic('otro:nuevo'), ['nuevo', 'viejo'])).toBe('wrong');
    expect(verifySecret(basic('nuevo'), ['nuevo', 'viejo'])).toBe('wrong');
  });

  it('keeps a request without the header out', () => {
    expect(verifySecret(undefined, ['nuevo'])).toBe('wrong');
  });

  it('compares the value verbatim, scheme included', () => {
    const basic = 'Basic cGFydG5lcjpyYW5kb21wYXNzd29yZA==';
    expect(verifySecret(basic, [basic])).toBe('right');
    expect(verifySecret(basic.slice('Basic '.length), [basic])).toBe('wrong');
    expect(verifySecret(basic.toLowerCase(), [basic])).toBe('wrong');
  });

  it('says so when no secret is stored, also when what is stored is blank', () => {
    expect(verifySecret('', [])).toBe('none-stored');
    expect(verifySecret('', ['', ' \t'])).toBe('none-stored');
    expect(verifySecret(undefined, [])).toBe('none-stored');
  });

  it('reads letters outside ASCII as UTF-8 and as latin1', () => {
    expect(verifySecret(asHeader('peña-ñandú', 'utf8'), ['peña-ñandú'])).toBe('right');
    expect(verifySecret(asHeader('peña-ñandú', 'latin1'), ['peña-ñandú'])).toBe('right');
    expect(verifySecret(asHeader('pena-nandu', 'utf8'), ['peña-ñandú'])).toBe('wrong');
  });

  it('reads letters outside latin1 as UTF-8 only', () => {
    expect(verifySecret(asHeader('clave 🔑 ł', 'utf8'), ['clave 🔑 ł'])).toBe('right');
    expect(verifySecret(asHeader('clave 🔑 ł', 'latin1'), ['clave 🔑 ł'])).toBe('wrong');
  });

  it('forgives spaces around the stored secret, which HTTP never carries, and none inside', () => {
    expect(verifySecret('a b', [' a b\t'])).toBe('right');
    expect(verifySecret('ab', [' a b '])).toBe('wrong');
  });
});

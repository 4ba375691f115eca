import { describe, expect, it } from 'vitest';
import { verifySecret } from '../../../src/main/webhook/verify-secret.ts';
import { processorMs } from '../../processor-time.ts';

/** A header value as Node hands it over: each byte one character. */
const asHeader = (text: string, encoding: 'utf8' | 'latin1'): string =>
  Buffer.from(text, encoding).toString('latin1');

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

describe('verifySecret', () => {
  it('lets the current secret and the previous one in', () => {
    expect(verifySecret('nuevo', ['nuevo', 'viejo'])).toBe('right');
    expect(verifySecret('viejo', ['nuevo', 'viejo'])).toBe('previous');
  });

  it.each(['', 'nuev', 'Nuevo', 'nuevox', 'viejonuevo', 'nuevo, nuevo', '"nuevo', 'Bearernuevo'])(
    'keeps %j out',
    (header) => {
      expect(verifySecret(header, ['nuevo', 'viejo'])).toBe('wrong');
    },
  );

  it.each(['Bearer', 'bearer', 'BEARER', 'Basic', 'basic', 'bAsIc'])(
    'lets either secret in behind the scheme %s, as it stands or in base64',
    (scheme) => {
      for (const [secret, verdict] of [
        ['nuevo', 'right'],
        ['viejo:con ñ', 'previous'],
      ] as const) {
        const readings = [
          asHeader(secret, 'utf8'),
          `"${asHeader(secret, 'utf8')}"`,
          base64(secret),
          base64(secret).replaceAll('=', ''),
          base64(`mostrador:${secret}`),
          base64(`otro:${secret}`),
          base64(`:${secret}`),
        ];
        for (const reading of readings) {
          for (const blanks of [' ', '   ', '\t']) {
            const header = `${scheme}${blanks}${reading}`;
            expect([header, verifySecret(header, ['nuevo', 'viejo:con ñ'])]).toEqual([header, verdict]);
          }
        }
      }
      expect(verifySecret(`${scheme} ${base64('nuevo:')}`, ['nuevo', 'viejo'])).toBe('right');
    },
  );

  it.each([
    'Bearer',
    'Bearer ',
    'Bearer nuev',
    'Basic nuevos',
    `Basic ${base64('nuev')}`,
    `Basic ${base64('mostrador:nuev')}`,
    `Basic ${base64('nuevo:mostrador')}`,
    `Basic ${base64('mostrador:')}`,
    `Basic ${base64('')}`,
    `Basic ${base64(base64('nuevo'))}`,
    'Token nuevo',
    'Bearer nuevo nuevo',
  ])('keeps a wrong one out behind a scheme: %s', (header) => {
    expect(verifySecret(header, ['nuevo', 'viejo'])).toBe('wrong');
  });

  it('lets a secret that itself begins with a scheme in, verbatim and behind another one', () => {
    for (const secret of ['Bearer abc', 'basic abc', 'Basic YWJj']) {
      for (const header of [secret, secret.toUpperCase().slice(0, 5) + secret.slice(5), `Bearer ${secret}`]) {
        expect([header, verifySecret(header, [secret])]).toEqual([header, 'right']);
      }
      expect(verifySecret(`Basic ${base64(`mostrador:${secret}`)}`, [secret])).toBe('right');
    }
    expect(verifySecret('Basic abd', ['Bearer abc'])).toBe('wrong');
  });

  it.each([
    'Bearer Bearer nuevo',
    'bearer Basic nuevo',
    `Bearer Basic ${base64('mostrador:nuevo')}`,
    `Basic Basic ${base64('mostrador:nuevo')}`,
    '"Bearer nuevo"',
    `Bearer "Basic ${base64('mostrador:nuevo')}"`,
    'Bearer " nuevo "',
  ])('lets the secret in that got a scheme in the portal and another one on the way: %s', (header) => {
    expect(verifySecret(header, ['nuevo', 'viejo'])).toBe('right');
    expect(verifySecret(header.toLowerCase().replace('nuevo', 'nuevos'), ['otro', 'otra'])).toBe('wrong');
  });

  it('forgives blanks and quotes around the value', () => {
    expect(verifySecret('  nuevo\t', ['nuevo'])).toBe('right');
    expect(verifySecret('"nuevo"', ['nuevo'])).toBe('right');
    expect(verifySecret("'nuevo'", ['nuevo'])).toBe('right');
    expect(verifySecret('"nuevo"', ['"nuevo"'])).toBe('right');
  });

  it('compares a long value as any other', () => {
    expect(verifySecret(`Basic ${'x'.repeat(16_000)}`, ['nuevo'])).toBe('wrong');
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

  it.each([
    ['blanks', `a${' '.repeat(16_000)}b`],
    ['tabs behind a scheme', `Basic${'\t'.repeat(16_000)}b`],
    ['quotes', '"'.repeat(16_000)],
    ['base64', `Basic ${'A'.repeat(16_000)}!`],
    ['schemes', 'Basic '.repeat(2_600)],
  ])('is done at once with the longest header there can be, full of %s', (_what, header) => {
    const once = (): unknown => verifySecret(header, ['nuevo', 'viejo']);
    // The least of several: the first finds nothing compiled.
    expect(Math.min(...[once, once, once, once].map(processorMs))).toBeLessThan(25);
  });
});

import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/main/webhook/parse-json.ts';

const read = (text: string, maxDepth = 8) => parseJson(Buffer.from(text), maxDepth);
const nested = (depth: number): string => '[{"a":'.repeat(depth / 2) + '1' + '}]'.repeat(depth / 2);

describe('parseJson', () => {
  it('reads accents, emoji and a byte order mark', () => {
    expect(read('{"nombre":"Peña 🥑"}')).toEqual({ ok: true, value: { nombre: 'Peña 🥑' } });
    expect(read('\uFEFF{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
  });

  it.each(['', ' ', '{', '{"a":1}x', "{'a':1}", '{"a":NaN}', 'undefined', '{"a":1,}'])(
    'refuses %j as not JSON',
    (text) => {
      expect(read(text)).toEqual({ ok: false, error: 'not-json' });
    },
  );

  it.each([
    ['a lone continuation byte', [0x22, 0x80, 0x22]],
    ['a latin1 letter', [0x22, 0xf1, 0x22]],
    ['a cut sequence', [0x22, 0xf0, 0x9f, 0x22]],
    ['a long form', [0x22, 0xc0, 0xaf, 0x22]],
  ])('refuses %s as not UTF-8', (_name, bytes) => {
    expect(parseJson(Buffer.from(bytes), 8)).toEqual({ ok: false, error: 'not-utf8' });
  });

  it('reads as deep as allowed and no deeper', () => {
    expect(read(nested(8)).ok).toBe(true);
    expect(read(nested(10))).toEqual({ ok: false, error: 'nested-too-deeply' });
  });

  it('refuses a mebibyte of brackets without running out of stack', () => {
    expect(read('['.repeat(1024 * 1024))).toEqual({ ok: false, error: 'nested-too-deeply' });
  });

  it('does not count brackets inside texts or after their escaped quotes', () => {
    const value = { a: `[[[[{{{{"[[[[\\`, b: '\\', c: ['"{{{{{{{{{'] };
    expect(read(JSON.stringify(value), 2)).toEqual({ ok: true, value });
  });

  it('takes the last of two equal keys', () => {
    expect(read('{"a":1,"a":2}')).toEqual({ ok: true, value: { a: 2 } });
  });

  it('keeps __proto__ as a plain key that changes no prototype', () => {
    const result = read('{"__proto__":{"polluted":true},"a":1}');
    expect(result.ok && Object.getOwnPropertyNames(result.value)).toEqual(['__proto__', 'a']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

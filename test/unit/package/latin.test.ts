import { runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';
import { toLatin1 } from '../../../scripts/package/rules/latin-plugin.ts';

test('a program means the same when its characters beyond Latin-1 are written as escapes', () => {
  const program =
    "['…', `→ ${'€'}`, /^[“”]$/.test('”'), /^🦤$/u.test('🦤'), /[😀-😎]/u.test('😃'), 'Ñandú «raro»']";
  const latin = toLatin1(program);
  expect(latin).toMatch(/^[\0-\xff]*$/);
  expect(runInThisContext(latin)).toEqual(runInThisContext(program));
  expect(runInThisContext(latin)).toEqual(['…', '→ €', true, true, true, 'Ñandú «raro»']);
});

test.each(["'\\…'", '/\\→/', 'String.raw`a…`'])('%s is refused: an escape would change it', (program) => {
  expect(() => toLatin1(program)).toThrow('Cannot be written as an escape');
});

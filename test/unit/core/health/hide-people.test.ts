import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPeopleHider } from '../../../../src/main/core/health/hide-people.ts';

const hide = createPeopleHider(['María José', 'Zulmira', 'Q.']);

describe('people are taken out of what technicians read', () => {
  test.each([
    ['customer Zulmira was late', 'customer <name> was late'],
    ['{"name":"zulmira"}', '{"name":"<name>"}'],
    [
      '{"first_name":"Ana \\"La\\" O.","number":"7718","x":1}',
      '{"first_name":"<hidden>","number":"<hidden>","x":1}',
    ],
    [
      String.raw`"{\"street\": \"Camino \\\"P\\\"\",\"status\":\"OK\"}"`,
      String.raw`"{\"street\": \"<hidden>\",\"status\":\"OK\"}"`,
    ],
    ['MARIA asked', '<name> asked'],
    ['write to maria.jose@example.com', 'write to <mail>'],
    ['call 099 123 456 now', 'call <phone> now'],
    ['call +598 (99) 123-456', 'call <phone>'],
    ['phone=59899123456,', 'phone=<phone>,'],
  ])('%s', (line, safe) => {
    expect(hide(line)).toBe(safe);
  });

  test.each([
    '[2026-11-24 03:09:39.123] [info]  order 4821 on port 4765',
    'orders.damaged-2026-11-24T03-09-39-123Z.db',
    'order 12345678-1234-4123-8123-123456789012 at 127.0.0.1:4765',
    'from 192.168.100.200 in 12.5 ms, 1048576 bytes',
    'at app.js:12345:678',
    'mariachi',
  ])('what is no person stays: %s', (line) => {
    expect(hide(line)).toBe(line);
  });

  test('no telephone number gets through, whatever its groups', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 15 });
    const separator = fc.constantFrom('', ' ', '-', '.', ') ');
    fc.assert(
      fc.property(digits, fc.integer({ min: 1, max: 4 }), separator, (all, group, between) => {
        const number = all.join('').match(new RegExp(`.{1,${String(group)}}`, 'g')) ?? [];
        const written = number.join(between);
        // That could be a computer's address or a day.
        fc.pre(!/^\d+(\.\d+){3}$/.test(written) && !/^\d{4}-\d{2}-\d{2}/.test(written));
        expect(hide(`call ${written} now`)).toBe('call <phone> now');
      }),
    );
  });
});

test.each(['a', '.', '\\', '"first_name":"', '+', '0 ', '1-'])(
  'a long line of %j takes no long time',
  (part) => {
    const began = performance.now();
    createPeopleHider(['Ana'])(`${part.repeat(Math.ceil(400_000 / part.length))}\n`.slice(0, 400_000));
    expect(performance.now() - began).toBeLessThan(8_000);
  },
);

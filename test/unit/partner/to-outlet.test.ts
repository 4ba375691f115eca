import { expect, test } from 'vitest';
import { toOutlet } from '../../../src/main/partner/wire/to-outlet.ts';

test.each<[unknown, string]>([
  [{ status: 'OPEN' }, 'open'],
  [{ status: 'open ' }, 'open'],
  ['OPEN', 'open'],
  [[{ status: 'CLOSED' }], 'closed'],
  [{ status: 'CLOSED_TODAY' }, 'closed-today'],
  [{ status: 'Closed until', closed_until: '2026-03-10T18:00:00Z' }, 'closed-until'],
  [{ data: { status: 'CHECKIN' } }, 'checkin'],
  [{ status: { status: 'CLOSED' } }, 'closed'],
  [{ vendor_status: 'CHECK_IN' }, 'checkin'],
])('%j is %s', (body, state) => {
  expect(toOutlet(body).state).toBe(state);
});

test.each<[unknown]>([
  [null],
  [''],
  [0],
  [true],
  [[]],
  [{}],
  [[{ status: 'OPEN' }, { status: 'CLOSED' }]],
  [{ status: null }],
  [{ status: true }],
  [{ status: 1 }],
  [{ status: 'OPENING_SOON' }],
  [{ status: 'NOT_OPEN' }],
  [{ status: 'ABIERTO' }],
  [{ open: true }],
  [{ status: ['OPEN', 'CLOSED'] }],
  [{ status: '__proto__' }],
  [{ data: { data: { status: 'OPEN' } } }],
  [{ orders: [] }],
])('%j is nothing that is known, and never open', (body) => {
  expect(toOutlet(body).state).toBe('unknown');
});

test('a word that nobody knows is kept, in one short line', () => {
  expect(toOutlet({ status: 'PAUSED' }).said).toBe('PAUSED');
  const { said } = toOutlet({ status: `a\nb\u202E${'x'.repeat(500)}` });
  expect(said?.length).toBeLessThanOrEqual(80);
  expect(said).toMatch(/^a bx+…$/);
});

test('until when, and why, belong to a closed shop only', () => {
  const more = { closed_until: '2026-03-10T18:00:00', closed_reason: 'TOO_BUSY' };
  expect(toOutlet({ status: 'CLOSED_UNTIL', ...more })).toEqual({
    state: 'closed-until',
    said: null,
    until: '2026-03-10T18:00:00.000Z',
    reason: 'TOO_BUSY',
  });
  expect(toOutlet({ status: 'OPEN', ...more })).toMatchObject({ until: null, reason: null });
  expect(toOutlet({ status: 'CLOSED', closed_until: 'mañana', reason: {} })).toMatchObject({
    until: null,
    reason: null,
  });
});

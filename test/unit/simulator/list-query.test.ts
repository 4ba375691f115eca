import { expect, test } from 'vitest';
import { readListQuery } from '../../../src/simulator/api/list-query.ts';
import { DEFAULT_SWITCHES } from '../../../src/simulator/api/switches.ts';
import { START } from './make-order.ts';
import type { SwitchChanges } from '../../../src/simulator/api/switches.ts';

const WINDOW = 'start_time=2026-03-01T00:00:00&end_time=2026-03-02T15:00:00';

function read(query: string, changes: SwitchChanges = {}) {
  return readListQuery(new URLSearchParams(query), START, { ...DEFAULT_SWITCHES, ...changes });
}

test('a page has 20 orders when nothing is said, and the first one comes', () => {
  expect(read(WINDOW)).toEqual({
    from: Date.parse('2026-03-01T00:00:00Z'),
    to: START,
    page: 1,
    pageSize: 20,
  });
});

test('page_number is ignored in silence', () => {
  expect(read(`${WINDOW}&page_number=7`)).toMatchObject({ page: 1 });
  expect(read(`${WINDOW}&page=7`)).toMatchObject({ page: 7 });
});

test.each(['0', '501', '-1', 'x', '1.5', ''])('page_size %s is refused', (size) => {
  expect(read(`${WINDOW}&page_size=${size}`)).toBe('page_size must be between 1 and 500');
});

test.each(['1', '500'])('page_size %s is allowed', (size) => {
  expect(read(`${WINDOW}&page_size=${size}`)).toMatchObject({ pageSize: Number(size) });
});

test('60 days may be asked for and not one second more', () => {
  expect(read('start_time=2026-01-01T15:00:00&end_time=2026-03-02T15:00:00')).toBeTypeOf('object');
  expect(read('start_time=2026-01-01T14:59:59&end_time=2026-03-02T15:00:00')).toBe(
    'the range must not exceed 60 days',
  );
});

test('older than 60 days is cut off, or refused when so switched', () => {
  const old = 'start_time=2025-12-20T00:00:00&end_time=2026-01-05T00:00:00';
  expect(read(old)).toMatchObject({ from: Date.parse('2026-01-01T15:00:00Z') });
  expect(read(old, { tooOldRange: 'error' })).toBe('only the last 60 days can be read');
});

test('a Z and milliseconds are tolerated, unless switched off', () => {
  const withZ = 'start_time=2026-03-01T00:00:00Z&end_time=2026-03-02T15:00:00.000Z';
  expect(read(withZ)).toMatchObject({ from: Date.parse('2026-03-01T00:00:00Z') });
  expect(read(withZ, { timesTolerateZ: false })).toContain('start_time must be');
  expect(read(WINDOW, { timesTolerateZ: false })).toBeTypeOf('object');
});

test.each(['2026-03-01', 'yesterday', '2026-13-01T00:00:00', '2026-03-01 00:00:00'])(
  'the time %s is refused',
  (time) => {
    expect(read(`start_time=${encodeURIComponent(time)}&end_time=2026-03-02T15:00:00`)).toContain(
      'start_time',
    );
  },
);

test('both times are asked for, unless switched off', () => {
  expect(read('')).toContain('start_time');
  expect(read('', { timesRequired: false })).toBeTypeOf('object');
});

test('an end in the future is accepted, or refused when so switched', () => {
  const future = 'start_time=2026-03-01T00:00:00&end_time=2026-03-02T16:00:00';
  expect(read(future)).toBeTypeOf('object');
  expect(read(future, { endTimeInFuture: 'refused' })).toBe('end_time must not be in the future');
});

test('an end before the start is refused', () => {
  expect(read('start_time=2026-03-02T00:00:00&end_time=2026-03-01T00:00:00')).toContain('end_time');
});

import { expect, test } from 'vitest';
import { shopHoursAt, staysAwake } from '../../../../src/main/core/updates/shop-hours.ts';
import { DEFAULT_SETTINGS } from '../../../../src/shared/settings/settings.ts';

const NOON_UTC = new Date('2026-03-10T12:00:00.000Z');
const ZONE = 'America/Montevideo';

test('without opening hours nobody knows whether the shop is open', () => {
  expect(shopHoursAt({ ...DEFAULT_SETTINGS.hours, enabled: false }, ZONE, NOON_UTC)).toBe('unknown');
});

test('hours are those of the shop, not of Greenwich', () => {
  const hours = { ...DEFAULT_SETTINGS.hours, enabled: true };
  const states = [3, 12].map((utc) =>
    shopHoursAt(hours, ZONE, new Date(`2026-03-10T${String(utc).padStart(2, '0')}:30:00.000Z`)),
  );
  expect(new Set(states)).toEqual(new Set(['closed', 'open']));
});

test('the computer stays awake while orders may come in, and not for a closed shop', () => {
  const wanted = { keepAwake: true, isReceiving: true } as const;
  expect(staysAwake({ ...wanted, hours: 'open' })).toBe(true);
  expect(staysAwake({ ...wanted, hours: 'unknown' })).toBe(true);
  expect(staysAwake({ ...wanted, hours: 'closed' })).toBe(false);
  expect(staysAwake({ ...wanted, keepAwake: false, hours: 'open' })).toBe(false);
  expect(staysAwake({ ...wanted, isReceiving: false, hours: 'open' })).toBe(false);
});

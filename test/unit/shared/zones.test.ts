import { expect, test } from 'vitest';
import { COUNTRY_CURRENCY, isCountryCode } from '../../../src/shared/orders/money.ts';
import { COUNTRY_ZONES, isTimeZone, zoneOfShop } from '../../../src/shared/settings/zones.ts';

test('every country has zones that the runtime knows', () => {
  for (const country of Object.keys(COUNTRY_CURRENCY).filter(isCountryCode))
    for (const zone of COUNTRY_ZONES[country]) expect(isTimeZone(zone)).toBe(true);
});

test.each([
  ['America/Lima', 'Europe/Madrid', 'America/Lima'],
  ['', 'Europe/Madrid', 'Europe/Madrid'],
  ['', null, 'America/Santiago'],
  ['Mars/Olympus', 'Europe/Madrid', 'America/Santiago'],
  ['Etc/Unknown', null, 'America/Santiago'],
])('a shop in Chile with the zone "%s" on a computer in %s shows the time of %s', (own, computer, shown) => {
  expect(zoneOfShop({ timeZone: own, country: 'cl' }, computer)).toBe(shown);
});

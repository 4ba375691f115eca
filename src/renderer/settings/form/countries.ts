import { COUNTRY_CURRENCY, isCountryCode, type CountryCode } from '../../../shared/orders/money.ts';
import type { Language } from '../../../shared/settings/settings.ts';
import { computerZone, COUNTRY_ZONES } from '../../../shared/settings/zones.ts';

export type CountryOption = { readonly code: CountryCode; readonly name: string };

/** Returns every country where PedidosYa works, sorted by name in the language of the page. */
export function countryOptions(language: Language): readonly CountryOption[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return Object.keys(COUNTRY_CURRENCY)
    .filter(isCountryCode)
    .map((code) => ({ code, name: names.of(code.toUpperCase()) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

export type TimeZoneOptions = { readonly country: readonly string[]; readonly others: readonly string[] };

/** Returns the time zones, with the country's own first. `chosen` is included even when this computer does not list it. */
export function timeZoneOptions(country: CountryCode, chosen: string): TimeZoneOptions {
  const own = COUNTRY_ZONES[country];
  const all = new Set(
    Intl.supportedValuesOf('timeZone').filter(
      (zone) => zone.startsWith('America/') || zone.startsWith('Pacific/'),
    ),
  );
  if (chosen !== '') all.add(chosen);
  return { country: own, others: [...all].filter((zone) => !own.includes(zone)).sort() };
}

/** Returns a readable name for a zone like "America/Argentina/Buenos_Aires". */
export function timeZoneName(zone: string): string {
  return zone.replaceAll('_', ' ');
}

/** Returns the zone that applies when none is chosen: this computer's, or the country's when the computer has none. */
export function computerTimeZone(country: CountryCode): string {
  return computerZone() ?? COUNTRY_ZONES[country][0];
}

/** Returns the country of a time zone; null when PedidosYa does not work there. */
export function countryOfZone(zone: string): CountryCode | null {
  const found = Object.entries(COUNTRY_ZONES).find(([, zones]) => zones.includes(canonicalZone(zone)));
  return found !== undefined && isCountryCode(found[0]) ? found[0] : null;
}

/** Some systems still use the short, old names. */
function canonicalZone(zone: string): string {
  const city = zone.split('/').at(-1) ?? '';
  const isShort = zone.split('/').length === 2;
  const full = `America/Argentina/${city}`;
  return isShort && COUNTRY_ZONES.ar.includes(full) ? full : zone;
}

import { COUNTRY_CURRENCY, isCountryCode, type CountryCode } from '../../../shared/money.ts';
import type { Language } from '../../../shared/settings.ts';
import { computerZone, COUNTRY_ZONES } from '../../../shared/zones.ts';

export type CountryOption = { readonly code: CountryCode; readonly name: string };

/** Every country PedidosYa works in, by name in the language of the page. */
export function countryOptions(language: Language): readonly CountryOption[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return Object.keys(COUNTRY_CURRENCY)
    .filter(isCountryCode)
    .map((code) => ({ code, name: names.of(code.toUpperCase()) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

export type TimeZoneOptions = { readonly country: readonly string[]; readonly others: readonly string[] };

/** The country's own time zones first; `chosen` is among them even when this computer does not list it. */
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

/** "America/Argentina/Buenos_Aires" as people read it. */
export function timeZoneName(zone: string): string {
  return zone.replaceAll('_', ' ');
}

/** The zone that times are in when none is chosen: this computer's, or the country's where it has none. */
export function computerTimeZone(country: CountryCode): string {
  return computerZone() ?? COUNTRY_ZONES[country][0];
}

/** The country that a time zone is of; null for one that is none of PedidosYa's. */
export function countryOfZone(zone: string): CountryCode | null {
  const found = Object.entries(COUNTRY_ZONES).find(([, zones]) => zones.includes(canonicalZone(zone)));
  return found !== undefined && isCountryCode(found[0]) ? found[0] : null;
}

/** Some systems still use the short names. */
function canonicalZone(zone: string): string {
  const city = zone.split('/').at(-1) ?? '';
  const isShort = zone.split('/').length === 2;
  const full = `America/Argentina/${city}`;
  return isShort && COUNTRY_ZONES.ar.includes(full) ? full : zone;
}

import type { CountryCode } from './money.ts';

/** Time zones in use in each country; the first is that of most people. */
export const COUNTRY_ZONES: Readonly<Record<CountryCode, readonly [string, ...string[]]>> = {
  ar: ['America/Argentina/Buenos_Aires', 'America/Argentina/Cordoba'],
  uy: ['America/Montevideo'],
  cl: ['America/Santiago', 'America/Punta_Arenas', 'Pacific/Easter'],
  pe: ['America/Lima'],
  bo: ['America/La_Paz'],
  py: ['America/Asuncion'],
  ec: ['America/Guayaquil', 'Pacific/Galapagos'],
  do: ['America/Santo_Domingo'],
  cr: ['America/Costa_Rica'],
  pa: ['America/Panama'],
  gt: ['America/Guatemala'],
  hn: ['America/Tegucigalpa'],
  sv: ['America/El_Salvador'],
  ni: ['America/Managua'],
  ve: ['America/Caracas'],
};

/** Returns true for an IANA name that this computer can reckon with. */
export function isTimeZone(name: string): boolean {
  if (name === '') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // RangeError: this is how the runtime says that it does not know the name.
    return false;
  }
}

/**
 * Returns the zone that this computer is set to; null when it is set to none that exists. Then the runtime names one that
 * it refuses itself (`Etc/Unknown`, for an empty `TZ`), or none at all.
 */
export function computerZone(): string | null {
  const { timeZone }: { readonly timeZone?: string } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone !== undefined && isTimeZone(timeZone) ? timeZone : null;
}

/** Returns the zone that a shop's times are shown in: its own, else this computer's, else its country's. */
export function zoneOfShop(
  shop: { readonly timeZone: string; readonly country: CountryCode },
  computer: string | null = computerZone(),
): string {
  if (isTimeZone(shop.timeZone)) return shop.timeZone;
  const [ofCountry] = COUNTRY_ZONES[shop.country];
  return shop.timeZone === '' ? (computer ?? ofCountry) : ofCountry;
}

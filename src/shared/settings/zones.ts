import type { CountryCode } from '../orders/money.ts';

/** Time zones of each country; the first is that of most people. */
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

/** Returns true for an IANA name that this computer supports. */
export function isTimeZone(name: string): boolean {
  if (name === '') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // A RangeError means that the runtime does not know the name.
    return false;
  }
}

/**
 * Returns this computer's time zone; null when it is not valid. The runtime then gives a name that it does not accept
 * itself (`Etc/Unknown`, for an empty `TZ`), or none.
 */
export function computerZone(): string | null {
  const { timeZone }: { readonly timeZone?: string } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone !== undefined && isTimeZone(timeZone) ? timeZone : null;
}

/** Returns the zone for the shop's times: its own, else this computer's, else its country's. */
export function zoneOfShop(
  shop: { readonly timeZone: string; readonly country: CountryCode },
  computer: string | null = computerZone(),
): string {
  if (isTimeZone(shop.timeZone)) return shop.timeZone;
  const [ofCountry] = COUNTRY_ZONES[shop.country];
  return shop.timeZone === '' ? (computer ?? ofCountry) : ofCountry;
}

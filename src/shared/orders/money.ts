/** Currencies of the countries where PedidosYa works. Source: docs/partner-api.md, "Money". */
export const CURRENCIES = {
  ARS: 2,
  UYU: 2,
  CLP: 0,
  PEN: 2,
  BOB: 2,
  PYG: 0,
  USD: 2,
  DOP: 2,
  CRC: 2,
  PAB: 2,
  GTQ: 2,
  HNL: 2,
  NIO: 2,
} as const;
export type CurrencyCode = keyof typeof CURRENCIES;

export const COUNTRY_CURRENCY = {
  ar: 'ARS',
  uy: 'UYU',
  cl: 'CLP',
  pe: 'PEN',
  bo: 'BOB',
  py: 'PYG',
  ec: 'USD',
  do: 'DOP',
  cr: 'CRC',
  pa: 'PAB',
  gt: 'GTQ',
  hn: 'HNL',
  sv: 'USD',
  ni: 'NIO',
  ve: 'USD',
} as const satisfies Record<string, CurrencyCode>;
export type CountryCode = keyof typeof COUNTRY_CURRENCY;

export function isCountryCode(value: string): value is CountryCode {
  return Object.hasOwn(COUNTRY_CURRENCY, value);
}

/** Returns the currency of a country given in lower case; US dollars for an unknown country. */
export function currencyOf(country: string | null): CurrencyCode {
  return country !== null && isCountryCode(country) ? COUNTRY_CURRENCY[country] : 'USD';
}

/**
 * Returns a decimal in major units ("39.75", 39.75, "-20") as integer minor units, rounded half away from zero without
 * binary fractions; null when it is not a number.
 */
export function parseMinor(value: string | number, currency: CurrencyCode): number | null {
  const text = typeof value === 'number' ? numberText(value) : value.trim();
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? /^([+-]?)()\.(\d+)$/.exec(text);
  if (match === null) return null;
  const digits = CURRENCIES[currency];
  const fraction = (match[3] ?? '').padEnd(digits + 1, '0');
  const kept = Number(`${match[2] ?? ''}${fraction.slice(0, digits)}` || '0');
  const minor = kept + (fraction.charAt(digits) >= '5' ? 1 : 0);
  if (!Number.isSafeInteger(minor)) return null;
  return match[1] === '-' && minor !== 0 ? -minor : minor;
}

function numberText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(6) : text;
}

/** Returns the locale (BCP 47 name) in which a shop of this country writes amounts. */
export function moneyLocale({
  language,
  shop,
}: {
  readonly language: 'es' | 'en';
  readonly shop: { readonly country: CountryCode };
}): string {
  return language === 'en' ? 'en' : `es-${shop.country.toUpperCase()}`;
}

/** Returns integer minor units as text for people, in this locale. */
export function formatMoney(minor: number, currency: CurrencyCode, locale: string): string {
  const digits = CURRENCIES[currency];
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits);
}

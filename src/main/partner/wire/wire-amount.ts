import { CURRENCIES, parseMinor, type CurrencyCode } from '../../../shared/orders/money.ts';
import { isObject, readLabel, readText, toOneLine } from './wire-text.ts';

/** An amount of money. `text` is what stands there when it could mean several things, or nothing that we know. */
export type ReadMoney = { readonly minor: number | null; readonly text: string | null };
/** A number of pieces or a weight: never negative, at most three decimals. `text` as in `ReadMoney`. */
export type ReadQuantity = {
  readonly count: number | null;
  readonly unit: 'kg' | 'g' | 'piece' | null;
  readonly text: string | null;
};

const NO_MONEY: ReadMoney = { minor: null, text: null };
const NO_QUANTITY: ReadQuantity = { count: null, unit: null, text: null };
const MAX_SHOWN_CHARS = 40;
/** Longer than any real amount. */
const MAX_WRITTEN_CHARS = 60;
/** What programs write for "nothing". */
const NOTHING = /^(?:null|undefined|none|nil|nan|[+-]?inf(?:inity)?|n\/?a|-+)$/i;
/** As Java writes what is large, or zero: `1.2905E7`, `0E-8`. */
const EXPONENT = /^-?\d+(?:\.\d+)?e[+-]?\d+$/i;

/**
 * Reads an amount in major units that came as number, text or object: `1.290,50`, `"$ 250"`, `"UYU 250.00"`,
 * `{amount, currency}`, `{value}`, `{units, nanos}`, `{centAmount}`. Without binary fractions. What is in another currency
 * than the order's, or could mean two things (`1.290` where there are cents), stays text. Never throws.
 * Source: docs/partner-api.md, "Money".
 */
export function readMoney(value: unknown, currency: CurrencyCode, depth = 0): ReadMoney {
  if (typeof value === 'number')
    return Number.isFinite(value) ? known(parseMinor(value, currency), value) : NO_MONEY;
  if (isObject(value)) return depth < 2 ? moneyInObject(value, currency, depth) : NO_MONEY;
  const text = typeof value === 'string' ? readText(value) : null;
  if (text === null || NOTHING.test(text)) return NO_MONEY;
  if (text.length > MAX_WRITTEN_CHARS) return known(null, text);
  if (EXPONENT.test(text)) return known(parseMinor(Number(text), currency), text);
  return known(writtenMinor(text, currency), text);
}

function known(minor: number | null, written: string | number): ReadMoney {
  return { minor, text: minor === null ? toOneLine(String(written), MAX_SHOWN_CHARS) : null };
}

/** How a shop writes its own currency; `$` alone is every country's. */
const SYMBOLS: Readonly<Record<CurrencyCode, readonly string[]>> = {
  ARS: ['AR$'],
  UYU: ['$U', 'UY$'],
  CLP: ['CL$', 'CLP$'],
  PEN: ['S/', 'S/.'],
  BOB: ['BS', 'BS.'],
  PYG: ['₲', 'GS', 'GS.', 'G'],
  USD: ['US$', 'U$S', 'U$D'],
  DOP: ['RD$'],
  CRC: ['₡'],
  PAB: ['B/', 'B/.'],
  GTQ: ['Q', 'Q.'],
  HNL: ['L', 'L.'],
  NIO: ['C$'],
};

function writtenMinor(text: string, currency: CurrencyCode): number | null {
  const plain = text.replaceAll('\u2212', '-').replace(/\s+/gu, ' ');
  const parts =
    /^(?<open>\()?(?<front>[^\d.,)]*)(?<digits>[\d.,' ’]*\d[.,]?)(?<back>[^\d.,]*?)(?<close>\))?$/u.exec(
      plain,
    );
  if (parts?.groups === undefined) return null;
  const { open, close, front = '', digits = '', back = '' } = parts.groups;
  if ((open === undefined) !== (close === undefined)) return null;
  // `250.-` says that there are no cents.
  const around = `${front}${/[.,]$/.test(digits) ? back.replace(/^[-–—]+/u, '') : back}`;
  const signs = around.replace(/[^+-]/g, '');
  const mark = around.replace(/[\s+-]/g, '').toUpperCase();
  if (!isOwnMark(mark, currency) || signs.length > 1) return null;
  const decimal = toDecimal(digits.trim(), CURRENCIES[currency] === 0);
  if (decimal === null) return null;
  return parseMinor(open !== undefined || signs === '-' ? `-${decimal}` : decimal, currency);
}

function isOwnMark(mark: string, currency: CurrencyCode): boolean {
  const own = ['', '$', currency, ...SYMBOLS[currency], `$${currency}`, `${currency}$`];
  return own.includes(mark);
}

/**
 * Digits with any separators as a plain decimal; null when they could be read in two ways. `1.290` is either: a
 * thousand where there are no cents (`isWhole`), unknown elsewhere.
 */
function toDecimal(digits: string, isWhole: boolean): string | null {
  if (/^\d+$/.test(digits)) return digits;
  const grouped = /^(\d{1,3}(?:([.,' ’])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/u.exec(digits);
  if (grouped !== null) {
    const [, whole = '', group, mark, fraction] = grouped;
    const isOnce = whole.length <= 7 && mark === undefined;
    const isDecimal = isOnce && (group === '.' || group === ',');
    if (isDecimal && whole.startsWith('0')) return whole.replace(',', '.');
    if (isDecimal && !isWhole) return null;
    if (mark === group) return null;
    return `${whole.replace(/\D/g, '')}${fraction === undefined ? '' : `.${fraction}`}`;
  }
  const single = /^(\d*)[.,](\d*)$/.exec(digits);
  if (single === null || digits.length < 2) return null;
  const [, whole = '', fraction = ''] = single;
  return `${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`;
}

const CENTS = [
  'cents',
  'centAmount',
  'cent_amount',
  'amount_in_cents',
  'amountInCents',
  'value_in_cents',
  'amount_cents',
];
const MINOR = [
  'minor',
  'minor_units',
  'minorUnits',
  'amount_minor',
  'amountMinor',
  'value_minor',
  'minorAmount',
];
const MAJOR = [
  'amount',
  'value',
  '$numberDecimal',
  '$numberDouble',
  '$numberInt',
  '$numberLong',
  'price',
  'total',
  'major',
];
const EXPONENTS = [
  'exponent',
  'scale',
  'fractionDigits',
  'fraction_digits',
  'decimals',
  'decimal_places',
  'precision',
];

function moneyInObject(
  value: Readonly<Record<string, unknown>>,
  currency: CurrencyCode,
  depth: number,
): ReadMoney {
  const one = (names: readonly string[]): unknown => {
    const name = names.find((key) => Object.hasOwn(value, key) && value[key] !== null);
    return name === undefined ? undefined : value[name];
  };
  const said = one(['currency', 'currency_code', 'currencyCode']);
  const told = (isObject(said) ? readText(said['code']) : null) ?? readLabel(said);
  const isOther = told !== null && !isOwnMark(told.toUpperCase(), currency);
  const digits = CURRENCIES[currency];
  const exponent = Number(one(EXPONENTS) ?? Number.NaN);
  const shifted = one(CENTS) ?? one(MINOR) ?? (Number.isInteger(exponent) ? one(MAJOR) : undefined);
  const shift = one(CENTS) === undefined ? (Number.isInteger(exponent) ? exponent : digits) : 2;
  const found =
    shifted !== undefined
      ? known(parseMinor(shiftPoint(readText(shifted) ?? '', shift), currency), readText(shifted) ?? '')
      : Object.hasOwn(value, 'units')
        ? known(unitsMinor(value['units'], value['nanos'], currency), readText(value['units']) ?? '')
        : readMoney(one(MAJOR), currency, depth + 1);
  if (!isOther) return found.text === '' ? NO_MONEY : found;
  const amount = readText(one(MAJOR) ?? shifted ?? value['units']);
  return amount === null ? NO_MONEY : { minor: null, text: toOneLine(`${told} ${amount}`, MAX_SHOWN_CHARS) };
}

/** Whole digits with the decimal point so many places from their end; what cannot be shifted comes back as it is not. */
function shiftPoint(text: string, places: number): string {
  const parts = /^(-?)(\d{1,18})$/.exec(text);
  if (parts === null || places < 0 || places > 9) return '';
  const [, sign = '', all = ''] = parts;
  const padded = all.padStart(places + 1, '0');
  return places === 0 ? text : `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

function unitsMinor(units: unknown, nanos: unknown, currency: CurrencyCode): number | null {
  const whole = readText(units) ?? '0';
  const part = readText(nanos) ?? '0';
  if (!/^-?\d{1,15}$/.test(whole) || !/^-?\d{1,9}$/.test(part)) return null;
  const isNegative = whole.startsWith('-') || part.startsWith('-');
  const decimal = `${whole.replace('-', '')}.${part.replace('-', '').padStart(9, '0')}`;
  return parseMinor(isNegative ? `-${decimal}` : decimal, currency);
}

const THOUSANDTHS = 1000;
/** More than any bag holds of one product. */
const MAX_COUNT = 1_000_000;
const UNITS = {
  kg: /^(?:kgs?|kgm|kilos?|kilogramm?e?s?|kilogramos?)\.?$/i,
  g: /^(?:g|grs?|grms?|grams?|gramm?es|gramos?)\.?$/i,
  piece: /^(?:x|u|un|und|uni|unid|unit|units|unidad|unidades|pcs?|piece|pieces|pieza|piezas|ea|each)\.?$/i,
} as const;

/** The unit that a word means; null for none or one that we do not know. */
export function toUnit(word: string | null): ReadQuantity['unit'] {
  if (word === null) return null;
  if (word === 'UNIT') return 'piece';
  if (UNITS.kg.test(word)) return 'kg';
  if (UNITS.g.test(word)) return 'g';
  return UNITS.piece.test(word) ? 'piece' : null;
}

/**
 * Reads a number of pieces or a weight: `1.12`, `"1,120"`, `"1,120 kg"`, `"535 g"`, `{value, unit}`. One separator is
 * always a decimal one: nobody buys a thousand kilograms. Never throws. Source: docs/partner-api.md, "Lines".
 */
export function readQuantity(value: unknown, depth = 0): ReadQuantity {
  if (isObject(value)) {
    if (depth > 1) return NO_QUANTITY;
    const name = ['value', 'amount', 'quantity', 'weight', ...MAJOR].find((key) => Object.hasOwn(value, key));
    const inner = name === undefined ? NO_QUANTITY : readQuantity(value[name], depth + 1);
    const word = readText(value['unit'] ?? value['uom'] ?? value['unit_of_measure']);
    const unit = toUnit(word);
    if (word !== null && unit === null && inner.count !== null)
      return { count: null, unit: null, text: `${String(inner.count)} ${toOneLine(word, 20)}` };
    return { ...inner, unit: inner.unit ?? unit };
  }
  if (typeof value === 'number') return counted(value, null, String(value));
  const text = typeof value === 'string' ? readText(value) : null;
  if (text === null || NOTHING.test(text)) return NO_QUANTITY;
  const parts = text.length > MAX_WRITTEN_CHARS ? null : /^(x\s*)?([\d.,' ’]*\d)\s*(\p{L}*\.?)$/iu.exec(text);
  const [, times, digits = '', word = ''] = parts ?? [];
  const unit = times === undefined ? toUnit(word) : 'piece';
  const isUnknown = parts === null || (word !== '' && toUnit(word) === null);
  const decimal = isUnknown ? null : (toDecimal(digits, false) ?? singlePoint(digits));
  return decimal === null
    ? { count: null, unit: null, text: toOneLine(text, MAX_SHOWN_CHARS) }
    : counted(Number(decimal), unit, text);
}

function singlePoint(digits: string): string | null {
  return /^\d+[.,]\d+$/.test(digits) ? digits.replace(',', '.') : null;
}

function counted(count: number, unit: ReadQuantity['unit'], written: string): ReadQuantity {
  if (Number.isNaN(count)) return NO_QUANTITY;
  // `+ 0` turns -0 into 0, because SQLite and JSON do not keep the sign.
  const rounded = Math.round(count * THOUSANDTHS) / THOUSANDTHS + 0;
  if (!(rounded >= 0 && rounded <= MAX_COUNT))
    return { count: null, unit: null, text: toOneLine(written, MAX_SHOWN_CHARS) };
  return { count: rounded, unit, text: null };
}

import { formatMoney, moneyLocale } from '../../../shared/orders/money.ts';
import { toDetailEntries } from '../../../shared/orders/order-lines.ts';
import {
  collectAsSent,
  toCollect,
  type LineAmount,
  type Order,
  type OrderLine,
} from '../../../shared/orders/order.ts';
import type { PaperWidth, SlipSymbol } from '../../../shared/settings/paper.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Texts } from '../../../shared/texts/texts.ts';

/** Control characters would be commands to a printer; the others of the class are invisible on paper. */
const NOT_PRINTED = /[\p{C}\s]+/gu;
const MAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Seven to fifteen digits, in groups or not. */
const PHONE = /(?<![\w.])\+?\(?\d(?:[ ().-]{0,2}\d){6,14}(?!\w)/g;
const HIDDEN = '***';

/** A ready bag, a cancelled one, or a trial of the printer. */
export type SlipKind = 'ready' | 'cancelled' | 'test';

export type SlipLine = {
  /** As the app writes it; empty when it is not known. */
  readonly amount: string;
  readonly name: string;
  /** `gone`: not in the bag; `instead`: in the place of the one before it. */
  readonly place: 'in' | 'gone' | 'instead';
  /** Words for a line that is not simply in the bag. */
  readonly label: string | null;
};

/** Everything that stands on one slip, in the words of the shop. Each text is one line, without control characters. */
export type Slip = {
  readonly kind: SlipKind;
  readonly width: PaperWidth;
  /** Words in white on black, above everything else. */
  readonly banners: readonly string[];
  readonly code: string;
  readonly name: string | null;
  readonly bag: string | null;
  readonly symbol: { readonly type: Exclude<SlipSymbol, 'none'>; readonly text: string } | null;
  readonly collect: string | null;
  readonly comment: string | null;
  readonly lines: readonly SlipLine[];
  /** Words for lines that are not listed. */
  readonly more: string | null;
  readonly foot: readonly string[];
};

/** Longer slips help nobody and cost a roll. */
const MAX_LINES = 80;
const MAX_CODE = 24;
const MAX_NAME = 160;
const MAX_COMMENT = 400;
const MAX_PERSON = 24;
/** Code 128 as printers take it: printable ASCII; a longer one would not fit on 58 mm. */
const CODE128 = /^[!-z]{1,12}$/;

export type SlipFacts = {
  readonly settings: Pick<Settings, 'paper' | 'language' | 'shop'>;
  readonly texts: Texts;
  /** Returns a time as the shop's clock shows it. */
  readonly clock: (iso: string) => string;
};

/** Returns the slips of an order, one for each bag. Never an address, a phone or a last name. */
export function toSlips(
  order: Order,
  ask: {
    readonly kind: Exclude<SlipKind, 'test'>;
    readonly readyAt: string;
    readonly isCopy: boolean;
    readonly bags: number;
  },
  facts: SlipFacts,
): readonly Slip[] {
  const { settings, texts } = facts;
  const { paper } = settings;
  const words = texts.paper.slip;
  const isCancelled = ask.kind === 'cancelled';
  const entries = toDetailEntries(order.lines);
  const lines = entries.flatMap(({ line, instead }) => [
    toSlipLine(line, line.status === 'ADDITION', facts),
    ...instead.map((addition) => toSlipLine(addition, true, facts)),
  ]);
  const shown = lines.slice(0, MAX_LINES);
  const hidden = lines.length - shown.length + (order.moreLines ?? 0);
  const minor = toCollect(order.totals.collectAtPickupMinor);
  const collect =
    minor === null ? collectAsSent(order.totals) : formatMoney(minor, order.currency, moneyLocale(settings));
  const code = plainText(order.code);
  const comment = order.comment === null ? '' : cut(plainText(withoutContacts(order.comment)), MAX_COMMENT);
  const slip: Slip = {
    kind: ask.kind,
    width: paper.width,
    banners: [...(isCancelled ? [words.cancelled, words.keep] : []), ...(ask.isCopy ? [words.copy] : [])],
    code: cut(code, MAX_CODE),
    name: personOf(order.customer?.firstName ?? null, paper.name),
    bag: null,
    symbol: symbolOf(code, paper.symbol),
    collect: isCancelled || collect === null ? null : words.collect(plainText(collect)),
    comment: comment === '' ? null : comment,
    lines: isCancelled ? [] : shown,
    more: isCancelled || hidden === 0 ? null : words.more(hidden),
    foot: [
      cut(plainText(settings.shop.name), MAX_NAME),
      isCancelled ? '' : words.readyAt(facts.clock(ask.readyAt)),
    ].filter((text) => text !== ''),
  };
  if (ask.bags <= 1) return [slip];
  return Array.from({ length: ask.bags }, (_, index) => ({ ...slip, bag: words.bag(index + 1, ask.bags) }));
}

/** Returns the slip that tries the printer: every kind of text, a code to scan, and the width of the paper. */
export function toTestSlip(now: string, { settings, texts, clock }: SlipFacts): Slip {
  const { paper } = settings;
  const words = texts.paper.slip;
  return {
    kind: 'test',
    width: paper.width,
    banners: [words.test],
    code: '1234',
    name: null,
    bag: null,
    symbol: symbolOf('1234', paper.symbol),
    collect: null,
    comment: words.testComment,
    lines: [
      { amount: texts.orderDetail.units('2'), name: words.testLine, place: 'in', label: null },
      { amount: texts.orderDetail.units('1'), name: words.testGone, place: 'gone', label: words.gone },
    ],
    more: words.testWidth(paper.width),
    foot: [cut(plainText(settings.shop.name), MAX_NAME), clock(now)].filter((text) => text !== ''),
  };
}

function toSlipLine(line: OrderLine, isInstead: boolean, { settings, texts }: SlipFacts): SlipLine {
  const isGone = line.status === 'NOT_FOUND' || line.status === 'REPLACED';
  const amount = isGone ? line.ordered : (line.picked ?? line.ordered);
  const words = texts.paper.slip;
  const labels = { NOT_FOUND: words.gone, REPLACED: words.replaced, ADDITION: words.instead } as const;
  const isTold = line.status === 'NOT_FOUND' || line.status === 'REPLACED' || line.status === 'ADDITION';
  return {
    amount: amount === null ? '' : plainText(amountText(amount, texts, moneyLocale(settings))),
    name: cut(plainText(line.name), MAX_NAME),
    place: isGone ? 'gone' : isInstead ? 'instead' : 'in',
    label: isTold ? labels[line.status] : null,
  };
}

function amountText({ unit, amount, amountText: sent }: LineAmount, texts: Texts, locale: string): string {
  if (amount === null) return sent ?? '';
  if (unit === 'UNIT') return texts.orderDetail.units(new Intl.NumberFormat(locale).format(amount));
  const kilograms = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return texts.orderDetail.kilograms(kilograms.format(amount));
}

/** The platform's first name may hold all names of a person: only the first word of it stands on paper. */
function personOf(firstName: string | null, much: Settings['paper']['name']): string | null {
  const [first = ''] = plainText(firstName ?? '').split(' ');
  const word = first.replace(/^[^\p{L}]+/u, '');
  if (word === '' || much === 'none') return null;
  if (much === 'first-name') return cut(word, MAX_PERSON);
  const [letter = ''] = word;
  return `${letter.toLocaleUpperCase()}.`;
}

function symbolOf(code: string, wanted: SlipSymbol): Slip['symbol'] {
  if (wanted === 'none' || code === '') return null;
  return { type: wanted === 'code128' && CODE128.test(code) ? 'code128' : 'qr', text: code };
}

function cut(text: string, max: number): string {
  const characters = Array.from(text);
  return characters.length <= max ? text : `${characters.slice(0, max - 3).join('')}...`;
}

/** Returns a text in one line, without characters that a printer would take for commands. */
function plainText(text: string): string {
  return text.replace(NOT_PRINTED, ' ').trim();
}

/** Returns a customer's words without telephone numbers and mail addresses: slips lie about and are thrown away. */
function withoutContacts(text: string): string {
  return text.replace(MAIL, HIDDEN).replace(PHONE, HIDDEN);
}

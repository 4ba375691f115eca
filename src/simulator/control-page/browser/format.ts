import type { LineState } from '../../control/control-state.ts';
import type { Language } from '../../../shared/settings/settings.ts';

const TO_MINUTE = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
const DAY = { day: '2-digit', month: '2-digit' } as const;

export type Format = ReturnType<typeof createFormat>;

/** Formats amounts and times for a language. Times are epoch milliseconds. */
export function createFormat(language: Language, locale: string) {
  const pesos = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'UYU',
    currencyDisplay: 'narrowSymbol',
  });
  return {
    both: (text: Readonly<Record<Language, string>>) => text[language],
    money: (cents: number) => pesos.format(cents / 100),
    count: (count: number) => count.toLocaleString(locale),
    clock: (at: number) => new Date(at).toLocaleTimeString(locale, { ...TO_MINUTE, second: '2-digit' }),
    /** Returns the time when it is today, else the day. */
    when: (at: number) => {
      const date = new Date(at);
      const isToday = date.toDateString() === new Date().toDateString();
      return isToday ? date.toLocaleTimeString(locale, TO_MINUTE) : date.toLocaleDateString(locale, DAY);
    },
    milliseconds: (ms: number | null) =>
      ms === null ? '' : `${ms < 10 ? ms.toFixed(1) : String(Math.round(ms))} ms`,
    amount: (line: LineState, one: LineState['picked']) => {
      if (one === null) return '—';
      if (line.unit !== 'KG') return `× ${one.pieces}`;
      return `${(one.grams / 1000).toLocaleString(locale, { minimumFractionDigits: 3 })} kg`;
    },
  };
}

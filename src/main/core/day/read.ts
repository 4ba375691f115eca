import type {
  DayAlert,
  DayChoice,
  DayFile,
  DayOrder,
  DayRange,
  DayReport,
} from '../../../shared/orders/day.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { shiftIso, type Now } from '../../../shared/time.ts';
import type { Presence } from '../history/uptime.ts';
import { chosenDays, createCalendar, shiftDay, type Calendar, type Span } from './calendar.ts';
import type { DayFacts } from './facts.ts';
import { dayReport } from './report.ts';
import { dayFile } from './tables.ts';

const HOUR_MS = 60 * 60 * 1000;
/** An order may be created, as one that is planned, so long before it becomes ready or is cancelled. */
const LONGEST_STAY_DAYS = 8;

export type DayStore = {
  /** Returns the orders whose time lies in the span and that changed here since then. */
  readonly orders: (span: Span, changedSince: string) => readonly DayOrder[];
  /** Returns the alerts raised in the span. */
  readonly alerts: (span: Span) => readonly DayAlert[];
  readonly presence: () => readonly Presence[];
};

export type DayReader = {
  readonly report: (choice: DayChoice) => Promise<DayReport>;
  /** Returns a file's text, and the days that it is about. */
  readonly file: (
    choice: DayChoice,
    what: DayFile,
  ) => Promise<{ readonly text: string; readonly days: DayRange }>;
};

/** Returns what reads and adds up some days. It reads a day at a time and lets alerts go first in between. */
export function createDayReader({
  store,
  now,
  timeZone,
  texts,
  locale,
  hasStaff = () => false,
  breathe,
}: {
  readonly store: DayStore;
  /** Platform time. */
  readonly now: Now;
  /** IANA name. */
  readonly timeZone: () => string;
  readonly texts: () => Texts;
  /** How this shop writes numbers. */
  readonly locale: () => string;
  /** Whether the shop keeps initials; by default it does not. */
  readonly hasStaff?: () => boolean;
  readonly breathe: () => Promise<void>;
}): DayReader {
  const read = async (choice: DayChoice) => {
    const calendar = createCalendar(timeZone());
    const today = calendar.dayOf(now());
    const range = chosenDays(choice, today);
    return { calendar, today, range, facts: await gather(range, calendar) };
  };
  const gather = async (range: DayRange, calendar: Calendar): Promise<DayFacts> => {
    const { from } = calendar.spanOf(range);
    // What happened in these days was known here at about that time or later.
    const changedSince = shiftIso(from, -HOUR_MS);
    const orders: DayOrder[] = [];
    const alerts: DayAlert[] = [];
    for (let day = shiftDay(range.from, -LONGEST_STAY_DAYS); day <= range.to; day = shiftDay(day, 1)) {
      const span = calendar.spanOf({ from: day, to: day });
      for (const order of store.orders(span, changedSince)) orders.push(order);
      // An outage of before may still last.
      for (const alert of store.alerts(span)) alerts.push(alert);
      await breathe();
    }
    return { orders, alerts, presence: store.presence() };
  };
  return {
    report: async (choice) => {
      const { calendar, today, range, facts } = await read(choice);
      return dayReport(facts, { range, today, calendar });
    },
    file: async (choice, what) => {
      const { calendar, range, facts } = await read(choice);
      const span = calendar.spanOf(range);
      return {
        text: dayFile(what, facts, {
          span,
          calendar,
          texts: texts().day,
          locale: locale(),
          hasStaff: hasStaff(),
        }),
        days: range,
      };
    },
  };
}

import type { DayChoice, DayFile, DaySaved } from '../../shared/orders/day.ts';
import { moneyLocale } from '../../shared/orders/money.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { createDayReader } from '../core/day/read.ts';
import type { Log } from '../log.ts';
import { writeText, saveFile } from '../shell/files.ts';
import { timing } from '../timing.ts';
import type { Storage } from './resilient-storage.ts';

/** Returns the figures of some days, and their files, saved where the system's dialog says. */
export function composeDay({
  storage,
  texts,
  shopTimeZone,
  log,
}: {
  readonly storage: Pick<Storage, 'dayFacts' | 'settings' | 'now'>;
  readonly texts: () => Texts;
  /** IANA name. */
  readonly shopTimeZone: () => string;
  readonly log: Log;
}) {
  const reader = createDayReader({
    store: storage.dayFacts,
    now: storage.now,
    timeZone: shopTimeZone,
    texts,
    locale: () => moneyLocale(storage.settings.read()),
    hasStaff: () => storage.settings.read().hands.initials.length > 0,
    breathe: timing.breathe,
  });
  return {
    report: reader.report,
    save: async (choice: DayChoice, what: DayFile): Promise<DaySaved> => {
      const { text, days } = await reader.file(choice, what);
      const { kind, name } = texts().day.files;
      const title = what === 'orders' ? texts().day.saveOrders : texts().day.saveAlerts;
      const span = days.from === days.to ? days.from : `${days.from}_${days.to}`;
      return saveFile({
        ask: { title, kind, extension: 'csv', name: `${name[what](span)}.csv` },
        write: (file) => writeText(file, text),
        log,
      });
    },
  };
}

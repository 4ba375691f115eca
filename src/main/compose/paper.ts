import { clockIn } from '../../shared/time.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { HealthBoard } from '../core/health/board.ts';
import { createPrinterLight } from '../core/paper/printer-light.ts';
import { createPrinting } from '../core/paper/printing.ts';
import type { PlatformClock } from '../core/sync/platform-clock.ts';
import type { EmitApp } from '../events.ts';
import type { Log } from '../log.ts';
import { createPrinter } from '../printer/printer.ts';
import { listPrinters, printOnSystem } from '../shell/system-printer.ts';
import { timing } from '../timing.ts';
import type { Storage } from './resilient-storage.ts';

/** Returns the printing of slips. It comes after tone and card, and what hangs here holds up nothing else. */
export function composePaper(deps: {
  readonly storage: Pick<Storage, 'orders' | 'slips' | 'settings'>;
  readonly health: Pick<HealthBoard, 'set'>;
  readonly texts: () => Texts;
  /** IANA name. */
  readonly shopTimeZone: () => string;
  readonly clock: Pick<PlatformClock, 'now'>;
  readonly emit: EmitApp;
  readonly log: Log;
}) {
  const { storage, texts, clock } = deps;
  const settings = storage.settings.read;
  const printing = createPrinting({
    ...timing,
    slips: storage.slips,
    findOrder: storage.orders.findOrder,
    print: createPrinter({ settings: () => settings().paper, printOnSystem }),
    facts: () => ({
      settings: settings(),
      texts: texts(),
      clock: (iso) => clockIn(deps.shopTimeZone(), iso, clock.now()),
    }),
    light: createPrinterLight({ health: deps.health }),
    now: clock.now,
    onChanged: () => deps.emit('slips-changed', null),
    log: deps.log,
  });
  return { ...printing, printers: listPrinters };
}

import type { PaperSettings, PrintTrouble } from '../../../shared/settings/paper.ts';
import type { HealthCode } from '../../../shared/health/health.ts';
import type { HealthBoard } from '../health/board.ts';
import type { PrintResult, SlipKey } from './types.ts';

const CODES = {
  offline: 'printer-offline',
  missing: 'printer-missing',
  elsewhere: 'printer-elsewhere',
  forbidden: 'printer-forbidden',
  'no-paper': 'printer-no-paper',
  'cover-open': 'printer-cover-open',
  stuck: 'printer-stuck',
  'paper-size': 'printer-paper-size',
  failed: 'printer-failed',
} as const satisfies Record<PrintTrouble, HealthCode>;

export type PrinterLight = {
  /** Receives how printing ended. */
  readonly noteResult: (result: PrintResult) => void;
  /** Receives the slips of which nobody knows whether they were printed. */
  readonly doubtful: (slips: readonly (SlipKey & { readonly code: string })[]) => void;
  /** The settings may name another printer. */
  readonly follow: (paper: PaperSettings) => void;
};

/** Shows the light of the printer. It is never red: without a printer, orders arrive and ring as ever. */
export function createPrinterLight({ health }: { readonly health: Pick<HealthBoard, 'set'> }): PrinterLight {
  let last: PrintResult | null = null;
  let codes: readonly string[] = [];
  let place: string | null = null;
  let isOff = true;

  const show = (): void => {
    if (isOff) health.set('printer', 'off', 'not-used');
    else if (last !== null && !last.ok) health.set('printer', 'degraded', CODES[last.why]);
    else if (codes.length > 0) health.set('printer', 'degraded', 'printer-doubtful', codes.join(', '));
    else if (last?.isPaperLow === true) health.set('printer', 'degraded', 'printer-paper-low');
    else health.set('printer', 'ok', 'ok');
  };

  return {
    noteResult: (result) => {
      last = result;
      show();
    },
    doubtful: (slips) => {
      codes = slips.map(({ code }) => code);
      show();
    },
    follow: (paper) => {
      const { way, printer, host, port, device, width } = paper;
      const next = JSON.stringify({ way, printer, host, port, device, width });
      if (next !== place) last = null;
      place = next;
      isOff = way === 'off';
      show();
    },
  };
}

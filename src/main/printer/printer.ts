import { assertNever } from '../../shared/result.ts';
import type { PaperSettings, PaperWidth } from '../../shared/settings/paper.ts';
import type { Slip } from '../core/paper/slip.ts';
import type { Print, PrintResult } from '../core/paper/types.ts';
import { createDevicePrinter } from './device-printer.ts';
import { printToNetwork } from './network-printer.ts';

/** Prints a page on a printer of the system. `printer`: its name there; empty: the default one. */
export type PrintOnSystem = (
  job: { readonly html: string; readonly width: PaperWidth; readonly printer: string },
  begin: () => void,
) => Promise<PrintResult>;

/** Returns what prints in the way that the settings name at that moment. */
export function createPrinter(deps: {
  readonly settings: () => PaperSettings;
  readonly printOnSystem: PrintOnSystem;
}): Print {
  const talkative = new Set<string>();
  const printToDevice = createDevicePrinter();
  // What draws a slip is loaded with the first one: most shops print none.
  const toBytes = async (slips: readonly Slip[]) => (await import('./escpos.ts')).toEscPos(slips);
  const toPage = async (slips: readonly Slip[]) => (await import('./slip-page.ts')).toSlipPage(slips);
  return async (slips, begin) => {
    const { way, printer, host, port, device, width } = deps.settings();
    switch (way) {
      case 'off':
        return { ok: false, why: 'missing', hasBegun: false };
      case 'network':
        return printToNetwork({ host, port }, await toBytes(slips), begin, { talkative });
      case 'device':
        return printToDevice(device, await toBytes(slips), begin);
      case 'system':
        return deps.printOnSystem({ html: await toPage(slips), width, printer }, begin);
      default:
        return assertNever(way);
    }
  };
}

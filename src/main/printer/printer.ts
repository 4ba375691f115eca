import { assertNever } from '../../shared/result.ts';
import type { PaperSettings, PaperWidth } from '../../shared/settings/paper.ts';
import type { Print, PrintResult } from '../core/paper/types.ts';
import { printToDevice } from './device-printer.ts';
import { toEscPos } from './escpos.ts';
import { printToNetwork } from './network-printer.ts';
import { toSlipPage } from './slip-page.ts';

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
  return (slips, begin) => {
    const { way, printer, host, port, device, width } = deps.settings();
    switch (way) {
      case 'off':
        return Promise.resolve({ ok: false, why: 'missing', hasBegun: false });
      case 'network':
        return printToNetwork({ host, port }, toEscPos(slips), begin, { talkative });
      case 'device':
        return printToDevice(device, toEscPos(slips), begin);
      case 'system':
        return deps.printOnSystem({ html: toSlipPage(slips), width, printer }, begin);
      default:
        return assertNever(way);
    }
  };
}

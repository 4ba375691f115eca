import type { SettingPath } from '../../../shared/settings/setting-faults.ts';
import type { PaperSettings, PaperWay, SlipName, SlipSymbol } from '../../../shared/settings/paper.ts';
import { parsePort } from '../../tunnel-form/tunnel-fields.ts';

/** The settings of the slips as typed in the form. */
export type PaperFields = {
  readonly paperWay: PaperWay;
  readonly printerName: string;
  readonly printerHost: string;
  readonly printerPort: string;
  readonly printerDevice: string;
  readonly paperWidth: PaperSettings['width'];
  readonly slipName: SlipName;
  readonly slipSymbol: SlipSymbol;
  readonly printsReady: boolean;
  readonly printsCancelled: boolean;
};

/** The path of each field that main may refuse. */
export const PAPER_PLACES = {
  'paper.printer': 'printerName',
  'paper.host': 'printerHost',
  'paper.port': 'printerPort',
  'paper.device': 'printerDevice',
} as const satisfies Readonly<Partial<Record<SettingPath, keyof PaperFields>>>;

export function toPaperFields(paper: PaperSettings): PaperFields {
  return {
    paperWay: paper.way,
    printerName: paper.printer,
    printerHost: paper.host,
    printerPort: String(paper.port),
    printerDevice: paper.device,
    paperWidth: paper.width,
    slipName: paper.name,
    slipSymbol: paper.symbol,
    printsReady: paper.automatic,
    printsCancelled: paper.cancelled,
  };
}

export function toPaperSettings(fields: PaperFields): PaperSettings {
  return {
    way: fields.paperWay,
    printer: fields.printerName.trim(),
    host: fields.printerHost.trim(),
    port: parsePort(fields.printerPort),
    device: fields.printerDevice.trim(),
    width: fields.paperWidth,
    name: fields.slipName,
    symbol: fields.slipSymbol,
    automatic: fields.printsReady,
    cancelled: fields.printsCancelled,
  };
}

/** Returns the fields that are not on the page with this way of printing. */
export function hiddenPaperFields(way: PaperWay): readonly (keyof PaperFields)[] {
  return [
    ...(way === 'system' ? [] : (['printerName'] as const)),
    ...(way === 'network' ? [] : (['printerHost', 'printerPort'] as const)),
    ...(way === 'device' ? [] : (['printerDevice'] as const)),
    ...(way === 'off'
      ? (['paperWidth', 'slipName', 'slipSymbol', 'printsReady', 'printsCancelled'] as const)
      : []),
  ];
}

import { z } from 'zod';
import { PAPER_WAYS, SLIP_NAMES, SLIP_SYMBOLS } from './paper.ts';
import { line } from './schema-fields.ts';

const HOST = /^[\w.:-]*$/;
/** Files and shares that are printers by their name; anything else could be a document. */
const DEVICES = [
  /^\/dev\/(?:usb\/)?(?:lp|usblp|ttyUSB|ttyACM|ulpt|unlpt|lpt|cu\.[\w-]+)\d*$/,
  /^\\\\\w[\w.-]*\\[^\\/:*?"<>|]+$/,
  /^(?:\\\\\.\\)?(?:LPT|COM)\d{1,3}:?$/i,
];

/** Returns the schema of the section `paper`. */
export function createPaperSchema() {
  return z.object({
    way: z.enum(PAPER_WAYS),
    printer: line(),
    host: line().refine((value) => HOST.test(value), 'not-a-host'),
    port: z.int().min(1).max(65_535),
    device: line().refine((value) => value === '' || isPrinterDevice(value), 'not-a-printer'),
    width: z.union([z.literal(58), z.literal(80)]),
    name: z.enum(SLIP_NAMES),
    symbol: z.enum(SLIP_SYMBOLS),
    automatic: z.boolean(),
    cancelled: z.boolean(),
  });
}

function isPrinterDevice(value: string): boolean {
  return DEVICES.some((pattern) => pattern.test(value));
}

import { expect, test } from 'vitest';
import { createPaperSchema } from '../../../src/shared/settings/paper-schema.ts';
import {
  DEFAULT_PAPER_SETTINGS,
  withOwnPrinter,
  type PaperSettings,
} from '../../../src/shared/settings/paper.ts';

const schema = createPaperSchema();
const isFine = (change: Record<string, unknown>): boolean =>
  schema.safeParse({ ...DEFAULT_PAPER_SETTINGS, ...change }).success;

test('nothing is printed until the shop says how', () => {
  expect(DEFAULT_PAPER_SETTINGS).toMatchObject({ way: 'off', automatic: false, cancelled: false });
  expect(schema.parse(DEFAULT_PAPER_SETTINGS)).toEqual(DEFAULT_PAPER_SETTINGS);
});

test.each([
  '',
  '/dev/usb/lp0',
  '/dev/lp1',
  '/dev/ttyUSB0',
  '/dev/cu.usbserial-1',
  'LPT1',
  'COM3:',
  '\\\\.\\LPT1',
  '\\\\caja\\Tickets 80',
])('%j may be a printer', (device) => expect(isFine({ device })).toBe(true));

test.each([
  '/etc/passwd',
  '/dev/sda',
  '/dev/usb/../sda',
  '/dev/usb/lp0/../../sda1',
  'C:\\Windows\\win.ini',
  '\\\\server\\share\\file.doc',
  '\\\\.\\PhysicalDrive0',
  'lp0',
  '~/orders.db',
  '/dev/lp0\n/dev/sda',
])('%j is no printer', (device) => expect(isFine({ device })).toBe(false));

test.each([
  { port: 0 },
  { port: 70_000 },
  { width: 72 },
  { way: 'bluetooth' },
  { host: 'http://192.168.1.50' },
  { host: 'a b' },
  { name: 'whole' },
])('%j is refused', (change) => expect(isFine(change)).toBe(false));

test('a file brings what a slip looks like, and neither a printer nor printing by itself', () => {
  const own: PaperSettings = {
    ...DEFAULT_PAPER_SETTINGS,
    way: 'network',
    host: '192.168.1.50',
    automatic: true,
  };
  const brought: PaperSettings = {
    ...DEFAULT_PAPER_SETTINGS,
    way: 'device',
    host: '10.0.0.66',
    device: '/dev/usb/lp9',
    printer: 'Otra',
    port: 9_101,
    automatic: false,
    cancelled: true,
    width: 58,
    symbol: 'qr',
    name: 'none',
  };
  expect(withOwnPrinter(brought, own)).toEqual({ ...own, width: 58, symbol: 'qr', name: 'none' });
});

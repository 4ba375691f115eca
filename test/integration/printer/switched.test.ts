import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Order } from '../../../src/shared/orders/order.ts';
import type { PaperSettings } from '../../../src/shared/settings/paper.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { wordsOf } from '../../services/escpos-decoder.ts';
import { startSlipPrinter, type SlipPrinter } from '../../services/slip-printer.ts';
import { createPaperRun, settle, until } from './rig.ts';

type Run = ReturnType<typeof createPaperRun>;

let folder: ReturnType<typeof tempDir>;
let printer: SlipPrinter;
let runs: Run[] = [];

beforeEach(async () => {
  folder = tempDir();
  printer = await startSlipPrinter();
});
afterEach(async () => {
  for (const run of runs) run.end();
  runs = [];
  await printer.stop();
  folder.remove();
});

function start(paper: Partial<PaperSettings> = {}): Run {
  const run = createPaperRun({
    file: path.join(folder.dir, 'orders.db'),
    paper: { way: 'network', host: '127.0.0.1', port: printer.port, automatic: true, ...paper },
  });
  runs.push(run);
  return run;
}
function numbered(number: number): Partial<Order> {
  return { id: `order-${String(number)}`, code: String(1_000 + number) };
}
/** The codes of the slips that do not say that they are copies. */
function firsts(): readonly string[] {
  return printer
    .slips()
    .map(wordsOf)
    .filter((rows) => !rows.includes('COPIA'))
    .map((rows) => rows.find((row) => /^\d{4}$/.test(row.trim())) ?? '?');
}
const copies = (): number =>
  printer
    .slips()
    .map(wordsOf)
    .filter((rows) => rows.includes('COPIA')).length;

test('what was printed by hand is not printed again when printing by itself is switched on', async () => {
  const run = start({ automatic: false });
  run.arrive(numbered(1));
  await run.printing.printOrder('order-1', 1);
  run.set({ automatic: true });
  run.arrive(numbered(1), 'catch-up');
  run.arrive(numbered(2));
  await until('the other', () => firsts().length === 2);
  await settle();
  expect(firsts()).toEqual(['1001', '1002']);
  expect(await run.printing.printOrder('order-1', 1)).toEqual({ kind: 'printed', isCopy: true });
});

test('a first try by hand that fails leaves an earlier order to people, as before', async () => {
  const run = start({ automatic: false });
  run.arrive(numbered(1));
  run.set({ automatic: true });
  await settle();
  await printer.unplug();
  expect(await run.printing.printOrder('order-1', 1)).toMatchObject({ kind: 'failed' });
  await printer.plugIn();
  run.printing.look();
  run.arrive(numbered(2));
  await until('the other', () => firsts().length === 1);
  await settle(300);
  expect(firsts()).toEqual(['1002']);
  expect(await run.printing.printOrder('order-1', 1)).toEqual({ kind: 'printed', isCopy: false });
});

test('news between the change of the settings and its being followed print nothing of what waited before', async () => {
  const run = start({ automatic: false });
  run.arrive(numbered(1));
  run.arrive(numbered(2));
  run.setOnly({ automatic: true });
  run.arrive(numbered(3));
  run.printing.look();
  await settle();
  run.printing.follow();
  await settle();
  expect(firsts()).toEqual([]);
  run.arrive(numbered(4));
  await until('the next', () => firsts().length === 1);
  expect(firsts()).toEqual(['1004']);
});

test('a bag handed over when the switch was turned on, and taken back, is not printed by itself', async () => {
  const run = start({ automatic: false });
  run.arrive(numbered(1));
  await run.printing.printOrder('order-1', 1);
  run.arrive(numbered(2));
  run.handOver('order-1', true);
  run.handOver('order-2', true);
  run.set({ automatic: true });
  run.handOver('order-1', false);
  run.handOver('order-2', false);
  run.printing.look();
  await settle();
  expect(firsts()).toEqual(['1001']);
});

test.each<[string, Partial<PaperSettings>]>([
  ['off and on', { automatic: false }],
  ['to no printer and back', { way: 'off' }],
  ['to another width and back', { width: 58 }],
  ['to another printer and back', { way: 'device', device: '/dev/null' }],
])('switched %s, each order is printed once', async (_name, change) => {
  const run = start();
  run.arrive(numbered(1));
  await until('one', () => firsts().length === 1);
  run.set(change);
  run.arrive(numbered(1), 'catch-up');
  await settle();
  run.set({ automatic: true, way: 'network', width: 80 });
  run.arrive(numbered(1));
  run.arrive(numbered(2));
  await until('two', () => firsts().length === 2);
  await settle();
  expect(firsts()).toEqual(['1001', '1002']);
});

test.each([-400, 400])('a clock that moves by %i days prints nothing twice', async (days) => {
  const run = start({ cancelled: true });
  run.arrive(numbered(1));
  await until('one', () => firsts().length === 1);
  run.clock.move(days * 86_400_000);
  run.arrive(numbered(1), 'catch-up');
  run.set({ automatic: false });
  run.set({ automatic: true });
  run.arrive(numbered(1));
  await settle();
  expect(firsts()).toEqual(['1001']);
});

test('an order printed by hand and cancelled prints its cancellation once, and never its slip again', async () => {
  const run = start({ automatic: false, cancelled: true });
  run.arrive(numbered(1));
  await run.printing.printOrder('order-1', 1);
  run.clock.move(60_000);
  run.arrive({ ...numbered(1), status: 'CANCELLED' });
  run.arrive({ ...numbered(1), status: 'CANCELLED' }, 'catch-up');
  await until('the cancellation', () => printer.slips().length === 2);
  run.set({ automatic: true });
  run.set({ cancelled: false });
  run.set({ cancelled: true });
  await settle();
  expect(printer.slips()).toHaveLength(2);
});

test('what came out while the disk failed is not printed again by itself when the disk is back', async () => {
  const run = start();
  await printer.unplug();
  run.arrive(numbered(1));
  await until('the light', () => run.light().code === 'printer-offline');
  run.failStore(true);
  await printer.plugIn();
  expect(await run.printing.printOrder('order-1', 1)).toMatchObject({ kind: 'printed' });
  run.failStore(false);
  run.printing.look();
  run.arrive(numbered(2));
  await until('the other', () => firsts().includes('1002'));
  await settle(300);
  expect(firsts()).toEqual(['1002']);
  expect(copies()).toBe(1);
});

test('while it cannot be noted what waited before, nothing is printed by itself, and it is noted later', async () => {
  const run = start({ automatic: false });
  run.arrive(numbered(1));
  run.failStore(true);
  run.set({ automatic: true });
  await settle();
  run.failStore(false);
  run.printing.look();
  await settle();
  expect(firsts()).toEqual([]);
  run.arrive(numbered(2));
  await until('the next', () => firsts().length === 1);
  expect(firsts()).toEqual(['1002']);
});

test('a printer that takes nothing after all leaves an earlier order to people, and a new one to itself', async () => {
  let isWell = false;
  const printed: string[] = [];
  const run = createPaperRun({
    file: path.join(folder.dir, 'orders.db'),
    paper: { way: 'network', automatic: false },
    print: (_slips, begin) => {
      begin();
      if (!isWell) return Promise.resolve({ ok: false, why: 'failed', hasBegun: false });
      printed.push('a slip');
      return Promise.resolve({ ok: true, isPaperLow: false });
    },
  });
  runs.push(run);
  run.arrive(numbered(1));
  run.set({ automatic: true });
  expect(await run.printing.printOrder('order-1', 1)).toMatchObject({ kind: 'failed' });
  run.arrive(numbered(2));
  await until('its try', () => run.light().code === 'printer-failed');
  isWell = true;
  await until('the other', () => run.printing.stateOf('order-2') === 'printed');
  await settle();
  expect(printed).toHaveLength(1);
  expect(run.printing.stateOf('order-1')).toBe('none');
});

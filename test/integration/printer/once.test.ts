import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Order } from '../../../src/shared/orders/order.ts';
import type { PaperSettings } from '../../../src/shared/settings/paper.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { columnsOf, wordsOf } from '../../services/escpos-decoder.ts';
import { startSlipPrinter, type SlipPrinter } from '../../services/slip-printer.ts';
import { createPaperRun, settle, until } from './rig.ts';

/** A long run: `MOSTRADOR_SLIP_RESTARTS=200`. */
const RESTARTS = Number(process.env['MOSTRADOR_SLIP_RESTARTS'] ?? '24');

let folder: ReturnType<typeof tempDir>;
let printer: SlipPrinter;
let runs: ReturnType<typeof createPaperRun>[] = [];

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

function start(paper: Partial<PaperSettings> = {}): ReturnType<typeof createPaperRun> {
  const run = createPaperRun({
    file: path.join(folder.dir, 'orders.db'),
    paper: { way: 'network', host: '127.0.0.1', port: printer.port, automatic: true, ...paper },
  });
  runs.push(run);
  return run;
}
function stop(run: ReturnType<typeof createPaperRun>): void {
  run.end();
  runs = runs.filter((each) => each !== run);
}
function numbered(number: number): Partial<Order> {
  return { id: `order-${String(number)}`, code: String(1_000 + number) };
}
/** The first row of each slip that is no banner: the code. */
function codes(): readonly string[] {
  return printer.slips().map((slip) => wordsOf(slip).find((row) => /^\d{4}$/.test(row.trim())) ?? '?');
}

test('an order that becomes ready prints itself once, whichever road tells of it and how often', async () => {
  const run = start();
  run.arrive();
  run.arrive({}, 'catch-up');
  await until('its note', () => run.printing.stateOf('807c225f-ac6d-445d-a074-ea960c892ca7') === 'printed');
  run.clock.move(1_000);
  run.arrive({ comment: 'Otra vez' }, 'catch-up');
  run.arrive({ comment: 'Otra vez' });
  await settle();
  expect(printer.slips()).toHaveLength(1);
  expect(run.light()).toMatchObject({ state: 'ok' });
});

test('off, or without the switch, nothing is sent to a printer', async () => {
  const off = start({ way: 'off' });
  off.arrive();
  await settle();
  stop(off);
  const byHand = start({ automatic: false });
  byHand.arrive({ id: 'another' });
  await settle();
  expect(printer.connections()).toBe(0);
  expect(byHand.light().state).toBe('ok');
});

test('what waited before the switch was turned on is printed by hand only', async () => {
  const run = start({ automatic: false });
  run.arrive(numbered(1));
  run.set({ automatic: true });
  run.arrive(numbered(2));
  await until('a slip', () => printer.slips().length === 1);
  await settle();
  expect(codes()).toEqual(['1002']);
  expect(await run.printing.printOrder('order-1', 1)).toEqual({ kind: 'printed', isCopy: false });
});

test(
  `over ${String(RESTARTS)} restarts each slip comes out once`,
  async () => {
    for (let round = 0; round < RESTARTS; round += 1) {
      const run = start();
      run.arrive(numbered(round * 2));
      run.arrive(numbered(round * 2 + 1), 'catch-up');
      // The last order comes again by the other road, as after every start.
      if (round > 0) run.arrive(numbered(round * 2 - 1));
      // Some ends come before anything is printed: the next run prints it.
      if (round % 3 !== 0) await until('both', () => printer.slips().length === round * 2 + 2);
      stop(run);
    }
    const last = start();
    await until('all', () => printer.slips().length >= RESTARTS * 2);
    await until('the light', () => last.light().state === 'ok');
    await settle();
    expect(codes().toSorted()).toEqual(
      Array.from({ length: RESTARTS * 2 }, (_, number) => String(1_000 + number)).toSorted(),
    );
  },
  RESTARTS * 2_000,
);

test('an end in the middle is never printed again by itself, but offered as a copy', async () => {
  printer.mood = 'hangs';
  const file = path.join(folder.dir, 'orders.db');
  const stuck = createPaperRun({
    file,
    paper: { way: 'network', automatic: true },
    // Noted, and then the process is gone: no answer ever comes.
    print: (_slips, begin) => {
      begin();
      return new Promise(() => undefined);
    },
  });
  stuck.arrive();
  await until(
    'it is noted',
    () => stuck.printing.stateOf('807c225f-ac6d-445d-a074-ea960c892ca7') === 'printing',
  );
  stuck.end();
  printer.mood = 'answers';
  const next = start();
  next.arrive({}, 'catch-up');
  await settle();
  expect(printer.slips()).toHaveLength(0);
  expect(next.light()).toMatchObject({ state: 'degraded', code: 'printer-doubtful', detail: '4821' });
  expect(await next.printing.printOrder('807c225f-ac6d-445d-a074-ea960c892ca7', 1)).toEqual({
    kind: 'printed',
    isCopy: true,
  });
  await until('the copy', () => printer.slips().length === 1);
  expect(printer.slips().map(wordsOf)[0]).toContain('COPIA');
  expect(next.light()).toMatchObject({ state: 'ok' });
});

test('a printer that is off keeps its slips waiting; when it is back they come out, once and in order', async () => {
  const run = start();
  await printer.unplug();
  run.arrive(numbered(1));
  run.clock.move(1_000);
  run.arrive(numbered(2));
  await until('the light', () => run.light().code === 'printer-offline');
  expect(run.light().state).toBe('degraded');
  await printer.plugIn();
  await until('the light', () => run.light().state === 'ok');
  await until('both slips', () => printer.slips().length === 2);
  await settle();
  expect(codes()).toEqual(['1001', '1002']);
});

test('a slip of a bag that has left meanwhile is not printed any more', async () => {
  const run = start();
  await printer.unplug();
  run.arrive(numbered(1));
  await until('the light', () => run.light().code === 'printer-offline');
  run.handOver('order-1', true);
  await printer.plugIn();
  run.arrive(numbered(2));
  await until('the next', () => printer.slips().length > 0);
  await settle();
  expect(codes()).toEqual(['1002']);
});

test.each([
  ['no-paper', 'printer-no-paper'],
  ['cover-open', 'printer-cover-open'],
] as const)('a printer that says %s gets nothing, and the slip once it is well', async (mood, code) => {
  printer.mood = mood;
  const run = start();
  run.arrive();
  await until('the light', () => run.light().code === code);
  expect(printer.slips()).toHaveLength(0);
  printer.mood = 'answers';
  await until('the slip', () => printer.slips().length === 1);
  await settle();
  expect(printer.slips()).toHaveLength(1);
});

test('a printer that dies in the middle leaves a doubtful slip, and the others go on', async () => {
  printer.mood = 'dies';
  const run = start();
  run.arrive(numbered(1));
  await until('doubt', () => run.printing.stateOf('order-1') === 'doubtful');
  printer.mood = 'answers';
  run.arrive(numbered(2));
  await until('the other', () => run.printing.stateOf('order-2') === 'printed');
  await settle();
  expect(run.printing.stateOf('order-1')).toBe('doubtful');
  expect(run.light()).toMatchObject({ code: 'printer-doubtful', detail: '1001' });
});

test('a printer that tells nothing of itself prints all the same', async () => {
  printer.mood = 'mute';
  const run = start();
  run.arrive();
  await until('the slip', () => printer.slips().length === 1);
  expect(run.light().state).toBe('ok');
});

test('a cancellation prints its own slip, when that is switched on', async () => {
  const run = start({ cancelled: true });
  run.arrive(numbered(1));
  await until('ready', () => printer.slips().length === 1);
  run.clock.move(60_000);
  run.arrive({ ...numbered(1), status: 'CANCELLED' });
  await until('cancelled', () => printer.slips().length === 2);
  await settle();
  const [, cancelled] = printer.slips().map(wordsOf);
  expect(cancelled).toEqual(expect.arrayContaining(['CANCELADO', 'NO ENTREGAR']));
  expect(printer.slips()).toHaveLength(2);
});

test('a person prints as often as wanted: several bags, and copies that say so', async () => {
  const run = start({ automatic: false, width: 58 });
  run.arrive();
  const id = '807c225f-ac6d-445d-a074-ea960c892ca7';
  expect(await run.printing.printOrder(id, 3)).toEqual({ kind: 'printed', isCopy: false });
  expect(await run.printing.printOrder(id, 1)).toEqual({ kind: 'printed', isCopy: true });
  expect(await run.printing.printOrder('nobody', 1)).toEqual({ kind: 'unknown' });
  await until('all', () => printer.slips().length === 4);
  const slips = printer.slips().map(wordsOf);
  expect(slips.map((rows) => rows.find((row) => row.startsWith('Bolsa')) ?? null)).toEqual([
    'Bolsa 1 de 3',
    'Bolsa 2 de 3',
    'Bolsa 3 de 3',
    null,
  ]);
  expect(slips.map((rows) => rows.includes('COPIA'))).toEqual([false, false, false, true]);
  expect(Math.max(...printer.slips().map(columnsOf))).toBeLessThanOrEqual(32);
});

test('after a restart on the same file the switch is still on, and nothing is asked of an order twice', async () => {
  const first = start();
  first.arrive(numbered(1));
  await until('one', () => printer.slips().length === 1);
  stop(first);
  expect(fs.existsSync(path.join(folder.dir, 'orders.db'))).toBe(true);
  const second = start();
  second.arrive(numbered(2));
  await until('two', () => printer.slips().length === 2);
  await settle();
  expect(codes()).toEqual(['1001', '1002']);
});

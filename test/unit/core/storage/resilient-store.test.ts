import { expect, onTestFinished, test } from 'vitest';
import { createResilientStore } from '../../../../src/main/core/storage/resilient-store.ts';
import type { OpenOrderStore } from '../../../../src/main/core/orders/types.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { openTempStore } from '../../../fakes/temp-store.ts';

/** The real store on a disk that is full when told to, and what was told of it. */
function rig(startsFull = false) {
  const time = createFakeTime();
  const { store, close } = openTempStore(time.now);
  let isFull = startsFull;
  let opened: 'sound' | null = null;
  const told: string[] = [];
  const write = (): void => {
    if (isFull) throw new Error('database or disk is full');
  };
  const orders: OpenOrderStore = {
    ...store,
    transact: (work) => {
      write();
      return store.transact(work);
    },
  };
  const resilient = createResilientStore({
    ...time,
    random: () => 0.5,
    orders,
    isDown: () => true,
    troubleOf: () => 'full',
    heal: () => opened,
    shop: {
      follow: () => {
        write();
        return { raised: [], closed: [] };
      },
    },
    shopIds: { chainId: '', vendorId: '1' },
    notePresence: write,
    onTrouble: (trouble) => told.push(trouble ?? 'stores'),
    onStored: () => told.push('stored'),
    onReopened: () => told.push('reopened'),
    onDifference: () => told.push('difference'),
    log: { info: () => undefined, error: (message) => told.push(message) },
  });
  onTestFinished(() => {
    resilient.breaker.stop();
    close();
  });
  return {
    ...resilient,
    time,
    told,
    fill: (does: boolean): void => void (isFull = does),
    open: (): void => void (opened = 'sound'),
    work: (): void => resilient.breaker.write(write, () => undefined),
  };
}

const GOES_ON = 'Nothing can be stored; going on in memory';
const LOST = 'What could not be stored is lost with this end';

test('how the store stands is told at the start, whichever way', () => {
  expect(rig().told).toEqual(['stores']);
  expect(rig(true).told).toEqual([GOES_ON, 'full']);
});

test('a disk that works again is told once everything is stored, and a file that was opened again as well', async () => {
  const { told, work, fill, open, time } = rig();
  fill(true);
  work();
  fill(false);
  await time.pass(10_000);
  expect(told).toEqual(['stores', GOES_ON, 'full', 'stored', 'stores']);

  told.length = 0;
  fill(true);
  work();
  fill(false);
  open();
  await time.pass(10_000);
  expect(told).toEqual([GOES_ON, 'full', 'stored', 'stores', 'reopened']);
});

test('the end tries once more, says what is lost only when something is, and leaves no try behind', async () => {
  const sound = rig();
  sound.end();
  expect(sound.told).toEqual(['stores']);

  const full = rig(true);
  full.told.length = 0;
  full.end();
  const atEnd = [...full.told];
  expect(atEnd).toContain(LOST);
  await full.time.pass(60_000);
  expect(full.told).toEqual(atEnd);

  const mended = rig(true);
  mended.told.length = 0;
  mended.fill(false);
  await mended.time.pass(500);
  mended.end();
  expect(mended.told).not.toContain(LOST);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { within } from '../../desktop/within.ts';
import { LIMIT_MS, type Shop } from '../main-job/open-shop.ts';

const RATE = 22_050;
/** Samples without which nothing was recorded. */
const FEWEST = RATE / 4;
const POLL_MS = 50;

/** Returns how loud it was at the loudspeaker during `ms`: the root of the mean square, 0 to 32,767. */
export function loudness(shop: Shop, ms: number): Promise<number> {
  return listen(shop, ms, Number.POSITIVE_INFINITY);
}

/** Throws unless the loudness of `ms` is above `level`. Ends early when it would be even with silence from then on. */
export async function expectHeard(shop: Shop, ms: number, level = 100): Promise<void> {
  expect(await listen(shop, ms, level)).toBeGreaterThan(level);
}

async function listen({ desktop }: Shop, ms: number, enough: number): Promise<number> {
  const args = ['--device=counter.monitor', '--raw', '--format=s16le', '--channels=1'];
  const recorder = spawn('parec', [...args, `--rate=${String(RATE)}`], { env: desktop.env });
  const chunks: Buffer[] = [];
  recorder.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  try {
    await within(once(recorder.stdout, 'data'), LIMIT_MS, 'The recorder');
    const wanted = enough ** 2 * RATE * (ms / 1_000);
    const end = performance.now() + ms;
    const isEnough = ({ sum, count }: Energy): boolean => count > FEWEST && sum > wanted;
    while (performance.now() < end && !isEnough(energyOf(chunks))) await sleep(POLL_MS);
  } finally {
    recorder.kill();
  }
  const { sum, count } = energyOf(chunks);
  expect(count).toBeGreaterThan(FEWEST);
  return Math.sqrt(sum / count);
}

type Energy = { readonly sum: number; readonly count: number };

function energyOf(chunks: readonly Buffer[]): Energy {
  const sound = Buffer.concat(chunks);
  const count = Math.floor(sound.length / 2);
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += sound.readInt16LE(index * 2) ** 2;
  return { sum, count };
}

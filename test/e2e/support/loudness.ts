import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { within } from '../../desktop/within.ts';
import { LIMIT_MS, type Shop } from '../main-job/open-shop.ts';

const RATE = 22_050;

/** Loudness of what comes out of the loudspeaker during `ms`: the root of the mean square, 0 to 32,767. */
export async function loudness({ desktop }: Shop, ms: number): Promise<number> {
  const args = [
    '--device=counter.monitor',
    '--raw',
    '--format=s16le',
    `--rate=${String(RATE)}`,
    '--channels=1',
  ];
  const recorder = spawn('parec', args, { env: desktop.env });
  const chunks: Buffer[] = [];
  recorder.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await within(once(recorder.stdout, 'data'), LIMIT_MS, 'The recorder');
  await sleep(ms);
  recorder.kill();
  const sound = Buffer.concat(chunks);
  const count = Math.floor(sound.length / 2);
  expect(count).toBeGreaterThan(RATE / 4);
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += sound.readInt16LE(index * 2) ** 2;
  return Math.sqrt(sum / count);
}

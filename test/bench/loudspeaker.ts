import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Desktop } from '../desktop/session.ts';
import { within } from '../desktop/within.ts';
import { LIMIT_MS } from './bench-shop.ts';

/** Of 32,767: a tone is far above it, an empty line far below. */
const LOUD = 300;
const POLL_MS = 2;

export type Loudspeaker = {
  /** Resolves with when (`performance.now()`) it was heard first after `sinceMs`. */
  readonly heardAfter: (sinceMs: number) => Promise<number>;
  /** Returns when it was heard last; 0 before. */
  readonly lastHeardMs: () => number;
  /** Resolves once nothing was heard for so long. */
  readonly untilQuiet: (quietMs: number) => Promise<void>;
  readonly stop: () => void;
};

/** Listens at the monitor of the desktop's loudspeaker, in pieces of some milliseconds. */
export async function listenAtLoudspeaker({ env }: Desktop): Promise<Loudspeaker> {
  const args = ['--device=counter.monitor', '--raw', '--format=s16le', '--channels=1', '--latency-msec=5'];
  const recorder = spawn('parec', args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const heard: number[] = [];
  recorder.stdout.on('data', (sound: Buffer) => {
    for (let at = 0; at + 1 < sound.length; at += 2)
      if (Math.abs(sound.readInt16LE(at)) > LOUD) {
        heard.push(performance.now());
        return;
      }
  });
  await within(once(recorder.stdout, 'data'), LIMIT_MS, 'The recorder');
  return {
    heardAfter: async (sinceMs) => {
      const endAt = performance.now() + LIMIT_MS;
      for (;;) {
        const first = heard.find((at) => at >= sinceMs);
        if (first !== undefined) return first;
        if (performance.now() > endAt) throw new Error('Nothing was heard');
        await sleep(POLL_MS);
      }
    },
    lastHeardMs: () => heard.at(-1) ?? 0,
    untilQuiet: async (quietMs) => {
      const beganAt = performance.now();
      while (performance.now() - Math.max(heard.at(-1) ?? 0, beganAt) < quietMs) await sleep(POLL_MS);
    },
    stop: () => void recorder.kill(),
  };
}

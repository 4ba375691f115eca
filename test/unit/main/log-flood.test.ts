import { beforeEach, describe, expect, it } from 'vitest';
import { createFloodGuard } from '../../../src/main/log-flood.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
let nowMs: number;
let timers: { run: () => void; atMs: number }[];
let written: string[];
let log: (message: string) => void;

beforeEach(() => {
  [nowMs, timers, written] = [0, [], []];
  const isFree = createFloodGuard({
    monotonicMs: () => nowMs,
    scheduleIdle: (run, ms) => timers.push({ run, atMs: nowMs + ms }),
    tell: (text) => written.push(text),
  });
  log = (message) => {
    if (isFree(message, () => message.slice(0, 60))) written.push(message);
  };
});

function pass(ms: number): void {
  nowMs += ms;
  const due = timers.filter(({ atMs }) => atMs <= nowMs);
  timers = timers.filter((timer) => !due.includes(timer));
  for (const { run } of due) run();
}

describe('a flood of entries', () => {
  it('is written a few times, then counted, while others are written', () => {
    for (let index = 0; index < 10_000; index += 1)
      log(`Refused orders:list: order ${String(index)} is none`);
    log('A window was opened');
    pass(MINUTE_MS);
    expect(written.filter((text) => text.startsWith('Refused'))).toHaveLength(21);
    expect(written.slice(-2)).toEqual([
      'A window was opened',
      'Refused orders:list: order 0 is none … (9980 more like it)',
    ]);
  });

  it('that does not end for a day is a few hundred entries', () => {
    for (let at = 0; at < 24 * HOUR_MS; at += 10_000) {
      for (let index = 0; index < 10; index += 1)
        log(`Another computer said: ${String(at)} ${'x'.repeat(index)}`);
      pass(10_000);
    }
    expect(written.length).toBeLessThan(300);
  });

  it('whose words all differ is counted in one, and few of them are remembered', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `${a}${b}${c}`)));
    for (const word of words) log(`${word} is wrong`);
    expect(written).toHaveLength(320);
    log('aaa is wrong');
    expect(written).toHaveLength(321);
    pass(MINUTE_MS);
    expect(written.at(-1)).toBe(`Of others … (${String(words.length - 320)} more like it)`);
    written.length = 0;
    pass(MINUTE_MS);
    log('A window was opened');
    expect(written).toEqual(['A window was opened']);
  });

  it('is forgotten some minutes after its end, and an entry now and then is always written', () => {
    for (let index = 0; index < 100; index += 1) log('Refused');
    for (let minutes = 0; minutes < 60; minutes += 1) pass(MINUTE_MS);
    expect(timers).toEqual([]);
    written.length = 0;
    for (let hours = 0; hours < 24 * 60; hours += 1) {
      log(`The poll number ${String(hours)} failed`);
      pass(MINUTE_MS);
    }
    expect(written).toHaveLength(24 * 60);
  });
});

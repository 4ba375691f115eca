import { beforeEach, describe, expect, it } from 'vitest';
import { createFloodGuard } from '../../../src/main/log-flood.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');
const WORDS = LETTERS.flatMap((a) => LETTERS.flatMap((b) => LETTERS.map((c) => `${a}${b}${c}`)));
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

  it('whose words somebody makes up is bounded by its first two', () => {
    for (const word of WORDS) log(`A page of ${word} failed`);
    expect(written).toHaveLength(100);
    log('A window was opened');
    expect(written).toHaveLength(101);
    for (let minutes = 0; minutes < 24 * 60; minutes += 1) {
      for (const word of WORDS.slice(0, 200)) log(`A page of ${word}${word} failed`);
      pass(MINUTE_MS);
    }
    expect(written.length).toBeLessThan(2_000);
  });

  it('whose words all differ is counted in one, and few of them are remembered', () => {
    for (const word of WORDS) log(`${word} is wrong`);
    const { length } = written;
    expect(length).toBeLessThan(500);
    log('aaa is wrong');
    expect(written).toHaveLength(length + 1);
    pass(MINUTE_MS);
    expect(written.at(-1)).toBe(`Of others … (${String(WORDS.length - length)} more like it)`);
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

  it('is not what a busy lunch hour says of each order', () => {
    for (let minutes = 0; minutes < 180; minutes += 1) {
      for (let index = 0; index < 8; index += 1) log(`Message sent: till-post order-${String(index)}`);
      pass(MINUTE_MS);
    }
    expect(written).toHaveLength(180 * 8);
  });
});

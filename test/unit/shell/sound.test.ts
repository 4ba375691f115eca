import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPush } from '../../../src/main/ipc/channel.ts';
import { createSound } from '../../../src/main/shell/sound/sound.ts';
import type { Ring } from '../../../src/main/core/alerts/ring-plan.ts';
import type { SoundOrder } from '../../../src/shared/ipc-contract.ts';

type Gone = (event: unknown, details: { reason: string }) => void;
/** Pages that load for ever and never say that they are there, unless a test says so for them. */
const { pages } = vi.hoisted(() => ({
  pages: [] as { gone: Gone | null; readonly sent: SoundOrder[] }[],
}));
vi.mock('electron', () => ({
  app: {},
  protocol: {},
  session: {},
  shell: {},
  BrowserWindow: class {
    own = { gone: null as Gone | null, sent: [] as SoundOrder[] };
    constructor() {
      pages.push(this.own);
    }
    webContents = {
      on: (_event: string, listener: Gone) => (this.own.gone = listener),
      send: (_channel: string, order: SoundOrder) => this.own.sent.push(order),
    };
    loadURL = () => Promise.resolve();
    isDestroyed = () => false;
    destroy = () => undefined;
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  pages.length = 0;
});
afterEach(() => void vi.useRealTimers());

const RING: Ring = {
  kind: 'ready',
  level: 1,
  tone: 'bell',
  volume: 1,
  inTurnWith: [],
  everyMs: 5_000,
  flash: false,
};

/** `usedMs`: the processor time of the page, where the system tells it. */
function makeSound(usedMs: () => number | null = () => null) {
  let beeps = 0;
  let stoodStillMs = 0;
  const tests: unknown[] = [];
  const sound = createSound({
    preload: '',
    push: createPush({ log: { error: (message: string) => expect.fail(message) } }),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    onHealth: (test) => void tests.push(test),
    monotonicMs: () => Date.now() + stoodStillMs,
    beep: () => {
      beeps += 1;
    },
    usedMs,
  });
  return {
    sound,
    beeps: () => beeps,
    told: () => tests,
    /** Time goes on, and no timer of this process runs. */
    standStill: (ms: number) => {
      stoodStillMs += ms;
    },
  };
}

const report = { id: 1, ok: true, devices: 1, detail: null };
const tones = (): readonly unknown[] =>
  pages.flatMap(({ sent }) => sent.flatMap(({ tone }) => (tone === null ? [] : [tone])));

test('while an alert rings and the sound page does not load, the system beeps about every two seconds', () => {
  const { sound, beeps } = makeSound();
  sound.ring(RING);
  vi.advanceTimersByTime(30_000);
  expect(beeps()).toBeGreaterThanOrEqual(9);
  expect(beeps()).toBeLessThanOrEqual(15);
  sound.stop();
});

test('a page that loads as fast as usual makes no beep', () => {
  const { sound, beeps } = makeSound();
  sound.ring(RING);
  vi.advanceTimersByTime(1_500);
  sound.report(report);
  vi.advanceTimersByTime(1_500);
  sound.report(report);
  vi.advanceTimersByTime(1_500);
  expect(beeps()).toBe(0);
  sound.stop();
});

test('a page that has just come plays before it has counted the loudspeakers, of which nothing is said meanwhile', () => {
  const { sound, told } = makeSound();
  sound.ring(RING);
  sound.report({ ...report, id: 0, devices: null });
  expect(tones()).toEqual(['bell']);
  expect(told()).toEqual([]);
  sound.report({ ...report, devices: 0 });
  expect(told()).toEqual([{ ok: false, devices: 0, detail: null }]);
  sound.stop();
});

test('a sound that is only tried does not beep while its page loads, and neither does silence', () => {
  const { sound, beeps } = makeSound();
  void sound.play('bell', 0);
  vi.advanceTimersByTime(7_000);
  expect(beeps()).toBe(0);
  sound.ring(RING);
  sound.ring(null);
  vi.advanceTimersByTime(60_000);
  expect(beeps()).toBeLessThanOrEqual(1);
  sound.stop();
});

test('a page that dies at once is made anew ever later and never given up, and the system beeps meanwhile', () => {
  const { sound, beeps } = makeSound();
  sound.ring(RING);
  for (let ms = 0; ms < 60_000; ms += 100) {
    pages.at(-1)?.gone?.({}, { reason: 'crashed' });
    const last = pages.at(-1);
    if (last !== undefined) last.gone = null;
    vi.advanceTimersByTime(100);
  }
  expect(pages.length).toBeGreaterThanOrEqual(4);
  expect(pages.length).toBeLessThanOrEqual(8);
  expect(beeps()).toBeGreaterThanOrEqual(20);
  const known = pages.length;
  while (pages.length === known) vi.advanceTimersByTime(100);
  sound.report(report);
  vi.advanceTimersByTime(200);
  expect(tones()).toContain('bell');
  sound.stop();
});

test('a page that could not be heard because this process stood still is not given up', () => {
  const { sound, beeps, standStill } = makeSound();
  sound.ring(RING);
  vi.advanceTimersByTime(500);
  sound.report(report);
  vi.advanceTimersByTime(700);
  sound.report(report);
  standStill(25_000);
  vi.advanceTimersByTime(700);
  expect(pages).toHaveLength(1);
  expect(beeps()).toBe(0);
  // It is when it says nothing from then on.
  vi.advanceTimersByTime(4_000);
  expect(pages).toHaveLength(2);
  sound.stop();
});

test('several tones are heard in turn, the one that came last first', () => {
  const { sound } = makeSound();
  const outage: Ring = { ...RING, kind: 'connection', tone: 'knock', everyMs: 15_000 };
  sound.ring(outage);
  vi.advanceTimersByTime(100);
  const keepAlive = setInterval(() => sound.report(report), 500);
  vi.advanceTimersByTime(1_000);
  expect(tones()).toEqual(['knock']);
  sound.ring({ ...outage, inTurnWith: [{ tone: 'bell', volume: 1 }], everyMs: 4_000 });
  expect(tones()).toEqual(['knock', 'bell']);
  vi.advanceTimersByTime(8_000);
  expect(tones()).toEqual(['knock', 'bell', 'knock', 'bell']);
  clearInterval(keepAlive);
  sound.stop();
});

test('the first tone is played as soon as the page says that it is here', () => {
  const { sound } = makeSound();
  sound.ring(RING);
  vi.advanceTimersByTime(150);
  expect(tones()).toEqual([]);
  sound.report({ ...report, id: 0 });
  expect(tones()).toEqual(['bell']);
  sound.stop();
});

test('the page is kept for the next ring, asked nothing meanwhile, and goes when none comes', () => {
  const { sound, beeps } = makeSound();
  sound.ring(RING);
  sound.report(report);
  sound.ring(null);
  const asked = pages[0]?.sent.length;
  vi.advanceTimersByTime(9 * 60_000);
  expect(pages[0]?.sent).toHaveLength(asked ?? 0);
  sound.ring(RING);
  expect(pages).toHaveLength(1);
  expect(tones()).toEqual(['bell', 'bell']);
  sound.ring(null);
  vi.advanceTimersByTime(11 * 60_000);
  sound.ring(RING);
  expect(pages).toHaveLength(2);
  expect(beeps()).toBe(0);
  sound.stop();
});

test('a page that dies while nothing rings is no reason to beep, and the next ring has a new one', () => {
  const { sound, beeps } = makeSound();
  sound.ring(RING);
  sound.report(report);
  sound.ring(null);
  pages[0]?.gone?.({}, { reason: 'killed' });
  vi.advanceTimersByTime(60_000);
  expect(beeps()).toBe(0);
  expect(pages).toHaveLength(1);
  sound.ring(RING);
  expect(pages).toHaveLength(2);
  sound.stop();
});

test('a sound that is tried in between does not send the kept page away', async () => {
  const { sound } = makeSound();
  sound.ring(RING);
  sound.report(report);
  sound.ring(null);
  const tried = sound.play('bell', 0);
  vi.advanceTimersByTime(50);
  sound.report({ ...report, id: pages[0]?.sent.at(-1)?.id ?? 0 });
  await tried;
  vi.advanceTimersByTime(60_000);
  sound.ring(RING);
  expect(pages).toHaveLength(1);
  sound.stop();
});

test('a page that answers late because the computer is overloaded is kept, and the system beeps where it is silent', () => {
  const { sound, beeps } = makeSound(() => 0);
  sound.ring(RING);
  // It loads as slowly as everything.
  vi.advanceTimersByTime(25_000);
  sound.report({ ...report, id: 0 });
  for (let answers = 0; answers < 20; answers += 1) {
    vi.advanceTimersByTime(6_000);
    sound.report(report);
  }
  expect(pages).toHaveLength(1);
  expect(beeps()).toBeGreaterThan(20);
  // What it was asked meanwhile it need not answer one by one.
  expect(pages[0]?.sent.filter(({ tone }) => tone === null).length).toBeLessThan(21 * 5);
  sound.stop();
});

import { describe, expect, test } from 'vitest';
import { clockHealth, createClockWatch } from '../../../../../src/main/core/sync/clock-watch.ts';
import { createHealthBoard } from '../../../../../src/main/core/health/board.ts';
import { createPlatformClock } from '../../../../../src/main/core/sync/platform-clock.ts';
import type { SyncNote } from '../../../../../src/main/core/support/notes.ts';
import { textsFor } from '../../../../../src/shared/texts/texts.ts';
import { createFakeTime } from '../../../../fakes/fake-time.ts';
import { NOON } from '../../../../fakes/fixed-clock.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test.for([
  [0, 'ok', 'ok', null],
  [2 * MINUTE, 'ok', 'ok', null],
  [-2 * MINUTE, 'ok', 'ok', null],
  [2 * MINUTE + 1, 'degraded', 'clock-off', '-2'],
  [90 * MINUTE, 'degraded', 'clock-off', '-90'],
  [-90 * MINUTE, 'degraded', 'clock-off', '90'],
  [DAY, 'down', 'clock-far-off', '-1440'],
  [-73 * 365 * DAY, 'down', 'clock-far-off', '38368800'],
] as const)('a platform that is %i ms ahead of this computer: %s, %s', ([offsetMs, ...entry]) => {
  expect(clockHealth(offsetMs)).toEqual(entry);
});

test.for([
  ['es', '-90', 'El reloj de esta computadora está 90 min atrasado. Mostrador usa la hora de PedidosYa.'],
  ['es', '300', 'El reloj de esta computadora está 5 horas adelantado. Mostrador usa la hora de PedidosYa.'],
  ['es', '-4320', 'El reloj de esta computadora está 3 días atrasado. Mostrador usa la hora de PedidosYa.'],
  ['en', '-90', "This computer's clock is 90 min slow. Mostrador uses the time of PedidosYa."],
  ['en', '4320', "This computer's clock is 3 days fast. Mostrador uses the time of PedidosYa."],
] as const)('%s %s: "%s", and how to set it', ([language, detail, sentence]) => {
  for (const code of ['clock-off', 'clock-far-off'] as const) {
    const said = textsFor(language).health[code](detail);
    expect(said.sentence).toBe(sentence);
    expect(said.remedy).toMatch(/Fecha y hora|Date & time/);
  }
});

function rig(offMs: number, kept = new Map<SyncNote, string>()) {
  const time = createFakeTime(NOON);
  time.jump(offMs);
  const clock = createPlatformClock({
    localMs: () => Date.parse(time.now()),
    monotonicMs: time.monotonicMs,
    onChange: () => watch.look(),
  });
  const health = createHealthBoard({ now: clock.now, onChange: () => undefined });
  let saves = 0;
  const notes = {
    read: (note: SyncNote) => kept.get(note) ?? null,
    save: (note: SyncNote, value: string) => {
      if (note === 'clock-offset') saves += 1;
      kept.set(note, value);
    },
  };
  const watch = createClockWatch({ clock, notes, health, monotonicMs: time.monotonicMs });
  watch.start();
  return { time, clock, health, watch, kept, saves: () => saves };
}

test('an answer lights the clock and tells the pages; the next start knows it before any answer', () => {
  const first = rig(-3 * DAY);
  first.watch.look();
  expect(first.health.read().clock.state).toBe('off');
  first.clock.update({ date: new Date(NOON).toUTCString(), roundTripMs: 0 });
  expect(first.health.read().clock).toMatchObject({ state: 'down', code: 'clock-far-off', detail: '-4320' });
  expect(first.health.read().facts.clockOffsetMs).toBe(3 * DAY + 500);

  const second = rig(-3 * DAY, first.kept);
  expect(Math.abs(Date.parse(second.clock.now()) - Date.parse(NOON))).toBeLessThan(1_000);
  expect(second.health.read().facts.clockOffsetMs).toBe(3 * DAY + 500);
  // Nobody's clock is accused on the word of yesterday.
  expect(second.health.read().clock.state).toBe('off');
});

test('a clock that is set right goes green with the next answer, and pages follow at once', () => {
  const { time, clock, health, watch } = rig(-3 * DAY);
  clock.update({ date: new Date(NOON).toUTCString(), roundTripMs: 0 });
  time.jump(3 * DAY);
  watch.look();
  expect(Math.abs(health.read().facts.clockOffsetMs)).toBeLessThan(1_000);
  expect(health.read().clock.state).toBe('down');
  clock.update({ date: new Date(NOON).toUTCString(), roundTripMs: 0 });
  expect(health.read().clock.state).toBe('ok');
});

test('a platform that never tells the time is said, and no longer once it does', () => {
  const { clock, health, watch } = rig(0);
  for (let count = 0; count < 3; count += 1) {
    expect(health.read().clock.state).toBe('off');
    clock.update({ date: count === 1 ? 'garbage' : null, roundTripMs: 100 });
    watch.look();
  }
  expect(health.read().clock).toMatchObject({ state: 'degraded', code: 'clock-unknown' });
  clock.update({ date: new Date(NOON).toUTCString(), roundTripMs: 0 });
  watch.look();
  expect(health.read().clock.state).toBe('ok');
});

describe('what the clock knows is written', () => {
  const at = (one: ReturnType<typeof rig>, offMs: number): void =>
    one.clock.update({
      date: new Date(Date.parse(one.time.now()) - offMs).toUTCString(),
      roundTripMs: 0,
    });

  test('once, and again when ten minutes have passed, but not with every look', async () => {
    const one = rig(-3 * DAY);
    at(one, -3 * DAY);
    expect(one.saves()).toBe(1);
    one.watch.look();
    await one.time.pass(10 * MINUTE - 1);
    one.watch.look();
    expect(one.saves()).toBe(1);
    await one.time.pass(1);
    one.watch.look();
    expect(one.saves()).toBe(2);
    one.watch.look();
    expect(one.saves()).toBe(2);
  });

  test('at once when it changed by a second, and only as a whole is it read again', () => {
    const one = rig(-3 * DAY);
    at(one, -3 * DAY);
    one.time.jump(MINUTE);
    at(one, -3 * DAY + MINUTE);
    expect(one.saves()).toBe(2);
    const before = rig(0, new Map<SyncNote, string>([['clock-offset', '60000']]));
    expect(before.clock.offsetMs()).toBeNull();
    const half = rig(0, new Map<SyncNote, string>([['clock-at', NOON]]));
    expect(half.clock.offsetMs()).toBeNull();
  });
});

test('a day, less ten minutes for what two clocks may differ besides, is a day', () => {
  expect(clockHealth(DAY - 10 * MINUTE)).toEqual(['down', 'clock-far-off', '-1430']);
  expect(clockHealth(DAY - 10 * MINUTE - 1)).toEqual(['degraded', 'clock-off', '-1430']);
});

import { describe, expect, test } from 'vitest';
import { createContact } from '../../../../src/main/core/sync/contact.ts';
import type { SyncNote } from '../../../../src/main/core/support/notes.ts';
import { createFakeTime, type FakeTime } from '../../../fakes/fake-time.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

function rig(noted = new Map<SyncNote, string>(), time = createFakeTime()) {
  let webhooksArrive = false;
  let saves = 0;
  const contact = createContact({
    notes: {
      read: (note) => noted.get(note) ?? null,
      save: (note, value) => {
        saves += 1;
        noted.set(note, value);
      },
    },
    webhooksArrive: () => webhooksArrive,
    now: time.now,
    monotonicMs: time.monotonicMs,
  });
  const tickFor = async (ms: number, by: FakeTime = time): Promise<void> => {
    for (let left = ms; left > 0; left -= 10 * SECOND) {
      await by.pass(10 * SECOND);
      contact.tick();
    }
  };
  return {
    contact,
    noted,
    time,
    tickFor,
    saves: () => saves,
    setTunnelAlive: (alive: boolean) => {
      webhooksArrive = alive;
    },
  };
}

describe('the gap in which nothing could be known', () => {
  test('the first run of a profile has missed nothing', () => {
    expect(rig().contact.gapMinutes()).toBeNull();
  });

  test('counts the time in which the app did not run', async () => {
    const before = rig();
    before.contact.regained();
    await before.time.pass(42 * MINUTE);
    const after = rig(before.noted, before.time);
    expect(after.contact.gapMinutes()).toBe(42);
    after.contact.regained();
    expect(after.contact.gapMinutes()).toBeNull();
  });

  test('is nothing to speak of below three minutes', async () => {
    const { contact, time } = rig();
    contact.regained();
    contact.lost();
    await time.pass(3 * MINUTE - SECOND);
    expect(contact.gapMinutes()).toBeNull();
    await time.pass(SECOND);
    expect(contact.gapMinutes()).toBe(3);
  });

  test('polls that fail count from the last one that did not', async () => {
    const { contact, time } = rig();
    contact.regained();
    for (let i = 0; i < 5; i += 1) {
      await time.pass(MINUTE);
      contact.lost();
    }
    expect(contact.gapMinutes()).toBe(5);
  });

  test('no failure, no gap, however long nobody asked: a webhook would have come', async () => {
    const { contact, tickFor, setTunnelAlive } = rig();
    setTunnelAlive(true);
    contact.regained();
    await tickFor(5 * MINUTE);
    expect(contact.gapMinutes()).toBeNull();
    contact.lost();
    await tickFor(5 * MINUTE);
    expect(contact.gapMinutes()).toBeNull();
  });

  test('a restart while the tunnel was alive is no gap of five minutes', async () => {
    const before = rig();
    before.setTunnelAlive(true);
    before.contact.regained();
    await before.tickFor(5 * MINUTE);
    expect(rig(before.noted, before.time).contact.gapMinutes()).toBeNull();
  });

  test('sleep counts by the wall clock, since the other may stand still', () => {
    const { contact, time } = rig();
    contact.regained();
    contact.asleep();
    time.jump(8 * 60 * MINUTE);
    expect(contact.gapMinutes()).toBe(480);
  });

  test('a process that stood still counts as sleep, though nobody said so', async () => {
    const { contact, time } = rig();
    contact.regained();
    contact.tick();
    await time.pass(10 * MINUTE);
    contact.tick();
    expect(contact.gapMinutes()).toBe(10);
  });

  test('a clock that is set is no gap', async () => {
    const { contact, time, tickFor } = rig();
    contact.regained();
    time.jump(24 * 60 * MINUTE);
    await tickFor(MINUTE);
    contact.lost();
    await time.pass(4 * MINUTE);
    expect(contact.gapMinutes()).toBe(5);
  });

  test('before anything was ever known, failures are no gap either', async () => {
    const { contact, time } = rig();
    contact.lost();
    contact.asleep();
    await time.pass(10 * MINUTE);
    expect(contact.gapMinutes()).toBeNull();
  });
});

describe('what is written of contact', () => {
  test('while webhooks arrive it is written every minute, not with every tick', async () => {
    const { contact, setTunnelAlive, tickFor, saves } = rig();
    setTunnelAlive(true);
    contact.regained();
    expect(saves()).toBe(1);
    await tickFor(50 * SECOND);
    expect(saves()).toBe(1);
    await tickFor(10 * SECOND);
    expect(saves()).toBe(2);
    await tickFor(50 * SECOND);
    expect(saves()).toBe(2);
  });

  test('nothing is, while nothing is known yet or no news can come', async () => {
    const { contact, setTunnelAlive, tickFor, saves } = rig();
    setTunnelAlive(true);
    await tickFor(3 * MINUTE);
    expect(saves()).toBe(0);
    contact.regained();
    contact.asleep();
    await tickFor(3 * MINUTE);
    expect(saves()).toBe(1);
    setTunnelAlive(false);
    contact.regained();
    await tickFor(3 * MINUTE);
    expect(saves()).toBe(2);
  });
});

describe('one gap after the other', () => {
  test('a failure after sleep counts from the sleep, and a second sleep from the first', async () => {
    const { contact, time } = rig();
    contact.regained();
    contact.asleep();
    await time.pass(10 * MINUTE);
    contact.lost();
    expect(contact.gapMinutes()).toBe(10);
    contact.asleep();
    await time.pass(10 * MINUTE);
    expect(contact.gapMinutes()).toBe(20);
  });

  test('counts from its own start when the app has run for long', async () => {
    const { contact, time } = rig();
    await time.pass(3 * 60 * MINUTE);
    contact.regained();
    contact.lost();
    await time.pass(5 * MINUTE);
    expect(contact.gapMinutes()).toBe(5);
  });

  test('a tick that comes a minute late means that the process stood still, one a moment earlier does not', async () => {
    const late = rig();
    late.contact.regained();
    late.contact.tick();
    await late.time.pass(MINUTE);
    late.contact.tick();
    await late.time.pass(2 * MINUTE);
    expect(late.contact.gapMinutes()).toBe(3);
    const soon = rig();
    soon.contact.regained();
    soon.contact.tick();
    await soon.time.pass(MINUTE - 1);
    soon.contact.tick();
    await soon.time.pass(3 * MINUTE);
    expect(soon.contact.gapMinutes()).toBeNull();
  });
});

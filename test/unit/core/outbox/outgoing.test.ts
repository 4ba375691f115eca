import { expect, test } from 'vitest';
import { createOutgoing } from '../../../../src/main/core/outbox/outgoing.ts';
import { readPhoneNews } from '../../../../src/main/outgoing/read-phone-news.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { shiftIso } from '../../../../src/shared/time.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';

const DAY = 24 * 60 * 60_000;

/** What goes out, and up to which time what is kept of it was removed. */
function rig(isTimeProven: boolean) {
  const time = createFakeTime();
  const purged: string[] = [];
  let isProven = isTimeProven;
  const nothing = (): void => undefined;
  const outgoing = createOutgoing({
    ...time,
    store: {
      add: nothing,
      nextDue: () => null,
      noteSent: nothing,
      noteRetry: nothing,
      noteDead: nothing,
      dismiss: nothing,
      drop: nothing,
      hurry: nothing,
      resend: nothing,
      purge: (before) => purged.push(before),
      state: () => ({ waiting: 0, dead: 0, last: null }),
      deadLetters: () => [],
      phoneMessages: () => [],
    },
    settings: () => SAMPLE_SETTINGS,
    readSecret: () => Promise.resolve({ ok: true, value: null }),
    openAlerts: () => [],
    alertsOf: () => [],
    receiver: () => ['ok', 'ok', null],
    notStored: () => null,
    shopHours: () => 'unknown',
    http: () => Promise.resolve({ kind: 'sent' }),
    sign: () => ({}),
    writeFile: () => Promise.resolve({ kind: 'sent' }),
    readPhoneNews,
    texts: () => textsFor('es'),
    clock: (iso) => iso,
    newId: () => 'msg_1',
    localMs: () => Date.parse(time.now()),
    random: () => 0.5,
    health: { set: nothing },
    isClockProven: () => isProven,
    onChange: nothing,
    log: { info: nothing, error: nothing },
  });
  const look = async (): Promise<void> => {
    outgoing.look();
    await time.pass(1_000);
  };
  return { time, purged, look, prove: () => (isProven = true) };
}

test('a clock that may be weeks ahead removes nothing that waits; once the platform told its time what is old goes', async () => {
  const { time, purged, look, prove } = rig(false);
  time.jump(30 * DAY);
  await look();
  expect(purged).toEqual([]);
  time.jump(-30 * DAY);
  prove();
  await look();
  expect(purged.map((before) => before.slice(0, 10))).toEqual([shiftIso(time.now(), -14 * DAY).slice(0, 10)]);
});

test('what is old goes once a day', async () => {
  const { time, purged, look } = rig(true);
  await look();
  await look();
  expect(purged).toHaveLength(1);
  time.jump(DAY);
  await look();
  expect(purged).toHaveLength(2);
});

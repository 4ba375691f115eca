import { expect, test } from 'vitest';
import { createOutgoingLight } from '../../../../src/main/core/outbox/light.ts';
import type { OutgoingView } from '../../../../src/shared/settings/outgoing.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { CALM_OUTGOING } from '../../../fakes/outgoing-api.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';

const CALM: OutgoingView = CALM_OUTGOING.outgoing;
const failed = { trouble: 'unreachable', status: null } as const;
const FAILING: OutgoingView = { ...CALM, 'till-post': { waiting: 2, dead: 0, last: { at: NOON, failed } } };
const DEAD: OutgoingView = {
  ...CALM,
  deadLetters: [{ id: 'msg_1', target: 'till-post', code: '4821', at: NOON, failed }],
};

function lightOf(isOn = true) {
  const time = createFakeTime();
  const lights: string[] = [];
  const show = createOutgoingLight({
    health: { set: (_part, state, code) => void lights.push(`${state} ${code}`) },
    isOn: () => isOn,
    now: time.now,
    monotonicMs: time.monotonicMs,
  });
  const shown = (view: OutgoingView): string => {
    show(() => view);
    return lights.at(-1) ?? '';
  };
  return { time, shown };
}

test('nothing is lit while everything is off, whatever is left from before', () => {
  const { shown } = lightOf(false);
  expect(shown(DEAD)).toBe('off not-used');
});

test('one failed try is no news, minutes of them are, and the light goes when it is over', async () => {
  const { time, shown } = lightOf();
  expect(shown(CALM)).toBe('ok ok');
  expect(shown(FAILING)).toBe('ok ok');
  await time.pass(2 * 60_000);
  expect(shown(FAILING)).toBe('degraded outgoing-late');
  expect(shown(CALM)).toBe('ok ok');
});

test('a message that was given up is said for days, and no longer', async () => {
  const { time, shown } = lightOf();
  expect(shown(DEAD)).toBe('degraded outgoing-dead');
  time.jump(5 * 24 * 60 * 60_000);
  expect(shown(DEAD)).toBe('ok ok');
});

import { expect, test } from 'vitest';
import { createPlatformClock } from '../../../../../src/main/core/sync/platform-clock.ts';
import { NOON } from '../../../../fakes/fixed-clock.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** A computer that is a day behind the platform, which says NOON at the start. */
function rig() {
  let platformMs = Date.parse(NOON);
  const changes: (number | null)[] = [];
  const clock = createPlatformClock({
    localMs: () => platformMs - DAY,
    monotonicMs: () => platformMs,
    onChange: () => changes.push(clock.offsetMs()),
  });
  return {
    clock,
    changes,
    pass: (ms: number): void => void (platformMs += ms),
    platform: (): string => new Date(platformMs).toISOString(),
    errorMs: (): number => Date.parse(clock.now()) - platformMs,
    answer: (date: string): void => clock.update({ date, roundTripMs: 200 }),
  };
}

test.for([
  (at: Date) => at.toUTCString().toLowerCase(),
  (at: Date) => at.toUTCString().replace('GMT', 'UTC'),
  (at: Date) => at.toUTCString().replace(/^\w+, (\d+) (\w+) \d\d(\d+)/, 'Monday, $1-$2-$3'),
  (at: Date) => at.toUTCString().replace(/^(\w+), 0?(\d+) (\w+) (\d+) ([\d:]+) GMT/, '$1 $3  $2 $5 $4'),
])('a header in another form that servers may use tells the time', (write) => {
  const one = rig();
  one.answer(write(new Date(one.platform())));
  expect(one.clock.isProven()).toBe(true);
  expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(SECOND);
});

test('an answer that a cache had kept is as old as the cache says', () => {
  const one = rig();
  const date = new Date(one.platform()).toUTCString();
  for (let minutes = 1; minutes < 90; minutes += 1) {
    one.pass(MINUTE);
    one.clock.update({ date, ageMs: minutes * MINUTE, roundTripMs: 200 });
    expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(2 * SECOND);
  }
  expect(one.changes.length).toBe(1);
});

test.for([0, 1])(
  'two headers that agree to %i s tell the time: a proxy adds its own to the one of the server',
  (apart) => {
    const one = rig();
    const at = Date.parse(one.platform());
    one.answer([at - apart * SECOND, at].map((ms) => new Date(ms).toUTCString()).join(', '));
    expect(one.clock.isProven()).toBe(true);
    expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(SECOND);
  },
);

test('two headers in other forms that agree tell the time as well', () => {
  const one = rig();
  const at = new Date(one.platform()).toUTCString();
  one.answer(`${at.replace(/^\w+, (\d+) (\w+) \d\d(\d+)/, 'Monday, $1-$2-$3')},${at}`);
  expect(one.clock.isProven()).toBe(true);
});

test.for([
  (at: string) => `${at}, ${new Date(Date.parse(at) - 90 * MINUTE).toUTCString()}`,
  (at: string) => `${new Date(Date.parse(at) + 3 * DAY).toUTCString()}, ${at}`,
  (at: string) => `${at}, now`,
  (at: string) => `${at}, `,
  (at: string) => `${at}, Thu, 31 Feb 2026 12:00:00 GMT`,
])('two of which one is wrong or none tell nothing: nobody knows which is the platform’s', (write) => {
  const one = rig();
  one.answer(write(new Date(one.platform()).toUTCString()));
  expect([one.clock.isProven(), one.clock.silentAnswers()]).toEqual([false, 1]);
});

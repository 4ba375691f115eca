import { expect, test } from 'vitest';
import { schedulerRig } from './scheduler-rig.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

test.each([0, 1, 5, 9, 30, 150])(
  'who asks by hand %i seconds after a poll began that never ends gets a try of his own within seconds',
  async (sinceS) => {
    const { scheduler, time, of } = schedulerRig((call) => ({
      is: 'ok',
      takesMs: call === 1 ? HOUR : SECOND,
    }));
    scheduler.follow('shop');
    await time.pass(1 + sinceS * SECOND);
    const asked = scheduler.run('refresh');
    const again = scheduler.run('refresh');
    await time.pass(Math.max(0, 10 - sinceS) * SECOND + 2 * SECOND);
    expect(of('poll')).toHaveLength(2);
    expect(await Promise.all([asked, again])).toMatchObject([{ ok: true }, { ok: true }]);
    await time.pass(2 * MINUTE);
    expect(of('poll').length).toBeGreaterThanOrEqual(3);
  },
);

test('what somebody asked for is not given up by whoever asks again, however long it takes', async () => {
  const { scheduler, time, of } = schedulerRig((call) => ({
    is: 'ok',
    takesMs: call === 2 ? 2 * MINUTE : SECOND,
  }));
  scheduler.follow('shop');
  await time.pass(5 * SECOND);
  const asked = scheduler.run('refresh');
  await time.pass(MINUTE);
  const again = scheduler.run('refresh');
  await time.pass(MINUTE + SECOND);
  expect(await Promise.all([asked, again])).toMatchObject([{ ok: true }, { ok: true }]);
  expect(of('poll')).toHaveLength(2);
});

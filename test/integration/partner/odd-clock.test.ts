import { expect, onTestFinished, test } from 'vitest';
import { createPlatformClock } from '../../../src/main/core/sync/platform-clock.ts';
import { startOddPlatform, type OddPlatformOptions } from '../../services/odd-platform.ts';
import { openClient } from './rig.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

async function open(options: OddPlatformOptions) {
  const platform = await startOddPlatform(options);
  onTestFinished(platform.stop);
  const clock = createPlatformClock({ localMs: Date.now, monotonicMs: () => performance.now() });
  const { baseUrl, chainId, vendorId } = platform;
  const opened = openClient({ baseUrl, chainId, vendorId, now: clock.now, onTime: clock.update });
  const list = (minutes: number) =>
    opened.client.listOrders({
      from: new Date(Date.parse(clock.now()) - minutes * MINUTE).toISOString(),
      to: clock.now(),
      page: 1,
    });
  return { ...opened, platform, clock, list };
}

test.for([3 * DAY, -3 * DAY, 90 * MINUTE, -90 * MINUTE])(
  'on a platform that is %i ms ahead of this computer, the second question finds the order of now',
  async (clockOffsetMs) => {
    const { platform, clock, list } = await open({ clockOffsetMs });
    platform.put({ code: '4821', minutesAgo: 1 });
    await list(10);
    expect(Math.abs(Date.parse(clock.now()) - platform.nowMs())).toBeLessThan(2_000);
    const answer = await list(10);
    expect(answer.ok && answer.value.orders.map(({ order }) => order.code)).toEqual(['4821']);
  },
);

test.for([400, 401, 403, 404, 429, 500, 503])('an answer %i tells the time too', async (status) => {
  const { platform, clock, list } = await open({ clockOffsetMs: 3 * DAY });
  platform.answerAlways(() => ({ status, body: { message: 'no' } }));
  await list(10);
  expect(Math.abs(Date.parse(clock.now()) - platform.nowMs())).toBeLessThan(2_000);
});

test.for([() => null, () => 'garbage', () => 'Thu, 01 Jan 1970 00:00:00 GMT'])(
  'without a time in the answer this computer’s own goes on (%#)',
  async (dateHeader) => {
    const { platform, clock, list } = await open({ dateHeader });
    platform.put({ code: '4821', minutesAgo: 1 });
    const answer = await list(10);
    expect(answer.ok && answer.value.orders).toHaveLength(1);
    expect(clock.offsetMs()).toBeNull();
  },
);

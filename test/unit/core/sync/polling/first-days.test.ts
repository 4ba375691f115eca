import { expect, test } from 'vitest';
import { pollingRig } from './rig.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test('days that cannot be read are said with the light, from which to which, until they can be', async () => {
  const { polling, platform, partner, errors, time } = pollingRig();
  platform.refuses = ({ to }, now) => Date.parse(now) - Date.parse(to) > 2 * DAY && platform.isOldGone;
  platform.isOldGone = true;
  polling.follow('shop');
  await time.pass(HOUR);
  const [state, code, detail] = partner();
  expect([state, code]).toEqual(['degraded', 'sync-unread']);
  expect(detail).toMatch(/^(\d{4}-\d\d-\d\d – \d{4}-\d\d-\d\d(, )?)+$/);
  expect(errors).toContain(`Orders of some days cannot be read: ${JSON.stringify(detail).slice(1, -1)}`);
  platform.isOldGone = false;
  await time.pass(3 * HOUR);
  expect(partner()).toEqual(['ok', 'ok', null]);
});

test('after the first whole poll of a profile only the oldest days are read again that day', async () => {
  const { polling, platform, time } = pollingRig();
  polling.follow('shop');
  await time.pass(HOUR);
  const older = platform.asked.filter(({ to }) => Date.parse(to) < Date.parse(time.now()) - 2 * DAY);
  expect(older.map(({ from, to }) => Math.round((Date.parse(to) - Date.parse(from)) / DAY))).toEqual([4]);
});

test('when only the last days could be read at first, all the others are read after them', async () => {
  const { polling, platform, time } = pollingRig();
  platform.refuses = ({ from, to }) => Date.parse(to) - Date.parse(from) > 20 * DAY;
  polling.follow('shop');
  await time.pass(HOUR);
  const older = platform.asked.filter(({ to }) => Date.parse(to) < Date.parse(time.now()) - 2 * DAY);
  expect(new Set(older.map(({ from }) => from)).size).toBe(8);
});

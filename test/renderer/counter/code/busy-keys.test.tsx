import { expect, test, vi } from 'vitest';
import { done, open, query, verdict, waiting, withOwnTime } from '../code-rig.tsx';

withOwnTime();

test('a letter is no command before the page, busy for a while, has heard what was pressed meanwhile', async () => {
  const { fake, press, pass, block } = await open(waiting('12', 'E412'));
  await press('ArrowDown');
  await press('E');
  block(400);
  await pass(100);
  for (const key of '412') await press(key, { after: 4 });
  await pass(2_000);
  expect([verdict(), query()]).toEqual(['give', 'E412']);
  expect(done(fake)).toEqual([]);
});

test('a letter that nothing followed is a command after the page was busy', async () => {
  const { fake, press, pass, block } = await open(waiting('4821', '4822'));
  await press('ArrowDown');
  await press('E');
  block(400);
  await pass(100);
  expect(done(fake)).toEqual([]);
  await pass(150);
  expect(fake.callsOf('orders:hand-over')).toEqual([{ orderId: '4821', handedOver: true }]);
});

test('nor before main, which passes the keys on, has answered in time', async () => {
  const { fake, press, pass } = await open(waiting('12', 'E412'));
  const answer = fake.api['app:info'];
  const late = vi.spyOn(fake.api, 'app:info').mockImplementation(async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    return answer();
  });
  await press('ArrowDown');
  await press('E');
  await pass(450);
  for (const key of '412') await press(key, { after: 4 });
  await pass(2_000);
  expect([verdict(), query()]).toEqual(['give', 'E412']);
  expect(done(fake)).toEqual([]);
  await press('Escape');
  await press('ArrowDown');
  await press('E');
  await pass(450);
  expect(done(fake)).toEqual([]);
  late.mockImplementation(answer);
  await pass(550);
  expect(fake.callsOf('orders:hand-over')).toHaveLength(1);
});

test('nor for ever when main says no', async () => {
  const { fake, press, pass } = await open(waiting('4821', '4822'));
  vi.spyOn(fake.api, 'app:info').mockRejectedValue(new Error('gone'));
  await press('ArrowDown');
  await press('E');
  await pass(150);
  expect(fake.callsOf('orders:hand-over')).toHaveLength(1);
});

test.each([900, 2_500, 10_000])('a code of which main kept the end for %i ms is one code', async (keptMs) => {
  const { press, pass } = await open(waiting('48', '4821', '21'));
  await press('4');
  await press('8');
  await pass(keptMs);
  await press('2', { keptMs });
  await press('1', { after: 0, keptMs });
  expect([verdict(), query()]).toEqual(['give', '4821']);
  // The next one begins anew all the same.
  await press('2', { after: 1_000 });
  await press('1');
  await pass(600);
  expect([verdict(), query()]).toEqual(['give', '21']);
});

import { expect, test } from 'vitest';
import { createCrossing } from '../../../../src/main/core/demo/crossing.ts';

function crossing(of: { readonly isDemo: boolean; readonly isConfigured?: boolean }, broken = false) {
  const done: string[] = [];
  const errors: string[] = [];
  const ways = createCrossing({
    isDemo: of.isDemo,
    isConfigured: () => of.isConfigured === true,
    openBeside: () => done.push('beside'),
    startInstead: (other) => done.push(`instead: ${other}`),
    forget: async (name) => {
      await Promise.resolve();
      done.push(`forget ${name}`);
    },
    leaveProfile: () => {
      if (broken) throw new Error('no disk');
      done.push('leave profile');
    },
    log: { error: (message) => errors.push(message) },
  });
  return { ...ways, done, errors };
}

const LEFT = [
  'forget partner-token',
  'forget webhook-secret',
  'forget webhook-secret-previous',
  'leave profile',
  'instead: shop',
];
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a shop at work goes on beside its demonstration', () => {
  const { enter, done } = crossing({ isDemo: false, isConfigured: true });
  enter();
  expect(done).toEqual(['beside']);
});

test('where no shop is set up the demonstration takes the place of the app', () => {
  const { enter, done } = crossing({ isDemo: false });
  enter();
  expect(done).toEqual(['instead: demo']);
});

test('the tray crosses into the demonstration the same way', () => {
  const { cross, done } = crossing({ isDemo: false, isConfigured: true });
  cross();
  expect(done).toEqual(['beside']);
});

test('who leaves leaves no invented key and no folder, and only then starts the shop', async () => {
  const { leave, done } = crossing({ isDemo: true });
  await leave();
  expect(done).toEqual(LEFT);
});

test('the tray crosses out of the demonstration the same way', async () => {
  const { cross, done } = crossing({ isDemo: true });
  cross();
  await settle();
  expect(done).toEqual(LEFT);
});

test('nobody enters a demonstration from inside one, nor leaves one from outside', async () => {
  const inside = crossing({ isDemo: true, isConfigured: true });
  inside.enter();
  const outside = crossing({ isDemo: false });
  await outside.leave();
  expect([...inside.done, ...outside.done]).toEqual([]);
});

test('a folder that cannot be marked keeps the demonstration running', async () => {
  const fromTray = crossing({ isDemo: true }, true);
  fromTray.cross();
  await settle();
  expect(fromTray.errors).toEqual(['The demonstration cannot be left']);
  expect(fromTray.done).not.toContain('instead: shop');
  await expect(crossing({ isDemo: true }, true).leave()).rejects.toThrow('no disk');
});

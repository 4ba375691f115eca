import { expect, test } from 'vitest';
import { createComputer } from '../../../../src/main/core/updates/computer.ts';
import type { ShopHours } from '../../../../src/main/core/updates/shop-hours.ts';
import { ok } from '../../../../src/shared/result.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';
import { createFixedClock } from '../../../fakes/fixed-clock.ts';

const MINUTE_MS = 60_000;
const LONG_LOG = { walBytes: 2 ** 21, pageBytes: 4_096, pages: 10, freePages: 0, canShrinkInSteps: false };

function rig(
  of: { isDemo?: boolean; isHidden?: boolean; hasStartedApp?: boolean; lastWebhookAt?: string } = {},
) {
  const done: string[] = [];
  const { now } = createFixedClock();
  let ms = 0;
  let isAwake = false;
  let settings = SAMPLE_SETTINGS;
  let hours: ShopHours = 'unknown';
  let isDiskFull = false;
  const computer = createComputer({
    isDemo: of.isDemo === true,
    isHidden: of.isHidden === true,
    settings: () => settings,
    save: (next) => {
      if (!isDiskFull) settings = next;
      return Promise.resolve({ ok: !isDiskFull });
    },
    shopHours: () => hours,
    openAlerts: () => [],
    lastWebhookAt: () => of.lastWebhookAt ?? null,
    loginItem: {
      read: () => ({ kind: 'on' }),
      set: (on) => done.push(`login ${String(on)}`),
      mend: () => done.push('mend login'),
      hasStartedApp: () => of.hasStartedApp === true,
    },
    keepAwake: { set: (on) => (isAwake = on), isOn: () => isAwake },
    updater: {
      isSupported: true,
      needsPassword: false,
      check: () => {
        done.push('look for updates');
        return Promise.resolve(ok('2.0.0'));
      },
      download: () => Promise.resolve(ok(null)),
      installAndRestart: () => null,
      setInstallAtQuit: (on) => done.push(`install at quit: ${String(on)}`),
    },
    storeUpkeep: { measure: () => LONG_LOG, perform: ({ kind }) => done.push(kind) },
    monotonicMs: () => ms,
    now,
    onChange: () => done.push('changed'),
    log: { info: () => undefined, error: () => undefined },
  });
  return {
    ...computer,
    done,
    isAwake: () => isAwake,
    settings: () => settings,
    shopIs: (next: ShopHours) => (hours = next),
    fillDisk: () => (isDiskFull = true),
    later: (byMs: number) => (ms += byMs),
  };
}

test('the computer is kept awake while orders may come in, and each change is announced once', () => {
  const { followSettings, minute, shopIs, isAwake, done, pages } = rig();
  followSettings({ configured: true });
  expect([isAwake(), pages.view().isKeptAwake]).toEqual([true, true]);
  followSettings({ configured: true });
  shopIs('closed');
  minute();
  expect(isAwake()).toBe(false);
  shopIs('open');
  minute();
  followSettings({ configured: false });
  expect(isAwake()).toBe(false);
  expect(done.filter((what) => what === 'changed')).toHaveLength(4);
});

test('the orders file is kept small and updates are looked for, also while nobody asks', () => {
  const { minute, later, done } = rig();
  minute();
  expect(done).toEqual(['checkpoint']);
  later(10 * MINUTE_MS);
  minute();
  expect(done).toContain('look for updates');
});

test('a webhook that a clock which was years ahead has noted does not keep the orders file from being put in order', () => {
  const { minute, done } = rig({ lastWebhookAt: '2031-01-01T00:00:00.000Z' });
  minute();
  expect(done).toEqual(['checkpoint']);
});

test('a demonstration changes neither the program nor how it starts, but keeps its own file small', () => {
  const { start, minute, later, done } = rig({ isDemo: true });
  start();
  later(60 * MINUTE_MS);
  minute();
  expect(done).toEqual(['checkpoint']);
});

test('the shop’s app mends its entry at the start', () => {
  const { start, done } = rig();
  start();
  expect(done).toEqual(['mend login']);
});

test.each([
  [{}, false],
  [{ isHidden: true }, true],
  [{ hasStartedApp: true }, true],
])('a start with %j stays in the tray: %s', (of, isHidden) => {
  expect(rig(of).startsHidden()).toBe(isHidden);
});

test.each([false, true])(
  'a downloaded update is installed at the end; not when the session ends (%s)',
  async (isEnding) => {
    const { pages, sessionEnds, stop, done, isAwake, followSettings } = rig();
    followSettings({ configured: true });
    await pages.checkUpdate();
    if (isEnding) sessionEnds();
    stop();
    expect(done.at(-1)).toBe(`install at quit: ${String(!isEnding)}`);
    expect(isAwake()).toBe(false);
  },
);

test('once an update is downloaded, the program may be replaced when the app ends', async () => {
  const { pages, mayBeReplaced } = rig();
  expect(mayBeReplaced()).toBe(false);
  await pages.checkUpdate();
  expect(mayBeReplaced()).toBe(true);
});

test('a switch changes nothing but itself, and says when it could not be saved', async () => {
  const { pages, settings, fillDisk } = rig();
  const { keepAwake } = SAMPLE_SETTINGS.computer;
  expect(await pages.setSwitch('keepAwake', !keepAwake)).toBe(true);
  expect(settings()).toEqual({
    ...SAMPLE_SETTINGS,
    computer: { ...SAMPLE_SETTINGS.computer, keepAwake: !keepAwake },
  });
  fillDisk();
  expect(await pages.setSwitch('automaticUpdates', false)).toBe(false);
});

test('the entry at login is switched as asked, and the view shows what the system reports', () => {
  const { pages, done } = rig();
  expect(pages.setLoginItem(false).loginItem).toEqual({ kind: 'on' });
  expect(done).toEqual(['login false']);
});

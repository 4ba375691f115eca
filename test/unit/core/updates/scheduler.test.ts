import { expect, test } from 'vitest';
import { createUpdateScheduler, type Updater } from '../../../../src/main/core/updates/scheduler.ts';
import type { UpdateFacts } from '../../../../src/main/core/updates/plan.ts';
import { err, ok, type Result } from '../../../../src/shared/result.ts';
import type { UpdateFailure } from '../../../../src/shared/computer.ts';
import { createFixedClock, NOON } from '../../../fakes/fixed-clock.ts';

function rig(found: Result<string | null, UpdateFailure>, fetched: Result<null, UpdateFailure> = ok(null)) {
  const clock = createFixedClock();
  const calls: string[] = [];
  const states: string[] = [];
  const updater: { -readonly [K in keyof Updater]: Updater[K] } = {
    isSupported: true,
    needsPassword: false,
    check: () => {
      calls.push('check');
      return Promise.resolve(found);
    },
    download: (onPercent) => {
      calls.push('download');
      onPercent(40);
      onPercent(30);
      return Promise.resolve(fetched);
    },
    installAndRestart: () => {
      calls.push('install');
      return null;
    },
    setInstallAtQuit: (on) => calls.push(`at quit: ${String(on)}`),
  };
  const facts = { automatic: true, hours: 'unknown', openAlerts: 0, upMs: 1e9, quietMs: null } as const;
  let changed: Partial<UpdateFacts> = {};
  const scheduler = createUpdateScheduler({
    updater,
    facts: () => ({ ...facts, now: clock.now(), ...changed }),
    now: clock.now,
    onChange: () => {
      const state = scheduler.state();
      states.push(state.kind === 'downloading' ? `downloading ${String(state.percent)}` : state.kind);
    },
    log: { info: () => undefined, error: () => undefined },
  });
  return {
    scheduler,
    updater,
    calls,
    states,
    clock,
    change: (facts: Partial<UpdateFacts>) => (changed = facts),
  };
}

test('asked for, it is looked for and fetched at once, with its progress, and waits for the end of the app', async () => {
  const { scheduler, calls, states } = rig(ok('2.0.0'));
  await scheduler.checkNow();
  expect(states).toEqual(['checking', 'found', 'downloading 0', 'downloading 40', 'ready']);
  scheduler.stop({ isSessionEnding: false });
  expect(calls).toEqual(['check', 'download', 'at quit: true']);
});

test('while the computer shuts down nothing is installed', async () => {
  const { scheduler, calls } = rig(ok('2.0.0'));
  await scheduler.checkNow();
  scheduler.stop({ isSessionEnding: true });
  expect(calls.at(-1)).toBe('at quit: false');
});

test('with nothing newer the day is noted, and a second question is a second look', async () => {
  const { scheduler, calls } = rig(ok(null));
  await scheduler.checkNow();
  expect(scheduler.state()).toEqual({ kind: 'current', checkedAt: NOON });
  await scheduler.checkNow();
  expect(calls).toEqual(['check', 'check']);
});

test('what is not what was published is never ready, and the app can be asked to try again', async () => {
  const { scheduler, calls } = rig(ok('2.0.0'), err('tampered'));
  await scheduler.checkNow();
  expect(scheduler.state()).toEqual({ kind: 'failed', why: 'tampered', at: NOON });
  scheduler.installNow();
  scheduler.stop({ isSessionEnding: false });
  expect(calls).toEqual(['check', 'download', 'at quit: false']);
});

test('installed on demand, but not with an alert that waits, nor while the shop is open', async () => {
  const { scheduler, calls, change } = rig(ok('2.0.0'));
  await scheduler.checkNow();
  change({ openAlerts: 1 });
  scheduler.installNow();
  expect(scheduler.block()).toBe('alerts');
  change({ hours: 'open' });
  scheduler.installNow();
  expect(scheduler.block()).toBe('open');
  expect(calls).not.toContain('install');
  change({});
  scheduler.installNow();
  scheduler.installNow();
  // The alert that comes while the app ends does not undo what was decided.
  change({ openAlerts: 1 });
  scheduler.stop({ isSessionEnding: false });
  expect(calls.slice(2)).toEqual(['install', 'at quit: true']);
});

test('an installation that does not end the app within a minute is forgotten, and may be tried again', async () => {
  const { scheduler, calls, change } = rig(ok('2.0.0'));
  await scheduler.checkNow();
  change({ hours: 'closed', upMs: 1e9 });
  scheduler.installNow();
  change({ hours: 'closed', upMs: 1e9 + 59_999 });
  scheduler.installNow();
  expect(calls.slice(2)).toEqual(['install']);
  change({ hours: 'closed', upMs: 1e9 + 60_000 });
  scheduler.installNow();
  expect(calls.slice(2)).toEqual(['install', 'install']);
  // Hours later the app ends while the shop is open.
  change({ hours: 'open', upMs: 2e9 });
  scheduler.stop({ isSessionEnding: false });
  expect(calls.at(-1)).toBe('at quit: false');
});

test('the minute does what is due and nothing twice', async () => {
  const { scheduler, calls, change } = rig(ok('2.0.0'));
  scheduler.tick();
  scheduler.tick();
  await Promise.resolve();
  await Promise.resolve();
  expect(calls).toEqual(['check']);
  scheduler.tick();
  scheduler.tick();
  expect(calls).toEqual(['check', 'download']);
  await Promise.resolve();
  await Promise.resolve();
  change({ hours: 'closed' });
  scheduler.tick();
  scheduler.tick();
  expect(calls).toEqual(['check', 'download', 'install']);
});

test.each(['tampered', 'install', 'disk'] as const)(
  'what cannot be installed (%s) is said, is not tried again at once, and is looked for anew on demand',
  async (why) => {
    const { scheduler, updater, calls, change } = rig(ok('2.0.0'));
    await scheduler.checkNow();
    updater.installAndRestart = () => why;
    change({ hours: 'closed' });
    scheduler.tick();
    expect(scheduler.state()).toMatchObject({ kind: 'failed', why });
    const before = calls.length;
    scheduler.tick();
    expect(calls).toHaveLength(before);
    await scheduler.checkNow();
    expect(scheduler.state().kind).toBe('ready');
  },
);

test('an updater that throws is a failure like any other', async () => {
  const { scheduler } = rig(ok(null));
  const broken = createUpdateScheduler({
    updater: {
      isSupported: true,
      needsPassword: false,
      check: () => Promise.reject(new Error('x')),
      download: () => Promise.reject(new Error('x')),
      installAndRestart: () => null,
      setInstallAtQuit: () => undefined,
    },
    facts: () => ({ automatic: true, hours: 'unknown', openAlerts: 0, upMs: 0, quietMs: null, now: NOON }),
    now: () => NOON,
    onChange: () => undefined,
    log: { info: () => undefined, error: () => undefined },
  });
  await broken.checkNow();
  expect(broken.state()).toMatchObject({ kind: 'failed', why: 'server' });
  expect(scheduler.state().kind).toBe('current');
});

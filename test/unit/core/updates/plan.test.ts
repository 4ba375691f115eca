import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  installBlock,
  installsAtQuit,
  planUpdate,
  type UpdateFacts,
} from '../../../../src/main/core/updates/plan.ts';
import { UPDATE_FAILURES, type UpdateState } from '../../../../src/shared/computer.ts';

const HOUR = 3_600_000;
const NOW = '2026-11-24T12:00:00.000Z';
const ago = (hours: number): string => new Date(Date.parse(NOW) - hours * HOUR).toISOString();
const FACTS: UpdateFacts = {
  state: { kind: 'current', checkedAt: ago(6) },
  now: NOW,
  automatic: true,
  hours: 'unknown',
  openAlerts: 0,
  upMs: HOUR,
  quietMs: HOUR,
};
const found = (hours: number): UpdateState => ({ kind: 'found', version: '2.0.0', at: ago(hours) });
const ready: UpdateState = { kind: 'ready', version: '2.0.0', needsPassword: false };
const deb: UpdateState = { ...ready, needsPassword: true };

describe('what is done about updates when nobody asks', () => {
  test.each<readonly [string, Partial<UpdateFacts>, ReturnType<typeof planUpdate>]>([
    ['it is looked for every six hours', {}, 'check'],
    ['not before', { state: { kind: 'current', checkedAt: ago(5.9) } }, 'none'],
    ['for the first time soon after the start', { state: { kind: 'current', checkedAt: null } }, 'check'],
    ['not in the first ten minutes', { upMs: 599_999 }, 'none'],
    ['also while the shop is open: that costs next to nothing', { hours: 'open' }, 'check'],
    ['after a failure an hour later', { state: { kind: 'failed', why: 'offline', at: ago(1) } }, 'check'],
    ['not at once', { state: { kind: 'failed', why: 'offline', at: ago(0.9) } }, 'none'],
    ['what is found is fetched', { state: found(0) }, 'download'],
    ['but not while the shop is open', { state: found(71), hours: 'open' }, 'none'],
    ['unless three days went by', { state: found(72), hours: 'open' }, 'download'],
    ['what is fetched is installed while the shop is closed', { state: ready, hours: 'closed' }, 'install'],
    ['not while it is open', { state: ready, hours: 'open' }, 'none'],
    ['nor while nobody said when it is open', { state: ready }, 'none'],
    ['nor right after an order', { state: ready, hours: 'closed', quietMs: HOUR / 2 - 1 }, 'none'],
    ['nor where somebody has to type a password', { state: deb, hours: 'closed' }, 'none'],
    [
      'a clock set back by a year stops nothing',
      { state: { kind: 'current', checkedAt: ago(-9_000) } },
      'check',
    ],
  ])('%s', (_, facts, step) => {
    expect(planUpdate({ ...FACTS, ...facts })).toBe(step);
  });
});

const states = fc.oneof(
  fc.constantFrom<UpdateState>({ kind: 'unsupported' }, { kind: 'checking' }, ready, deb),
  fc.double({ min: -99, max: 99, noNaN: true }).map(found),
  fc.constantFrom(...UPDATE_FAILURES).map((why): UpdateState => ({ kind: 'failed', why, at: ago(9) })),
  fc.constant<UpdateState>({ kind: 'downloading', version: '2.0.0', percent: 4 }),
  fc.option(fc.constant(ago(9))).map((checkedAt): UpdateState => ({ kind: 'current', checkedAt })),
);
const anyFacts = fc.record({
  // The rules are about what could be installed.
  state: fc.oneof({ weight: 2, arbitrary: fc.constant(ready) }, states),
  now: fc.constant(NOW),
  automatic: fc.boolean(),
  hours: fc.constantFrom('open', 'closed', 'unknown'),
  openAlerts: fc.constantFrom(0, 0, 0, 1, 3),
  upMs: fc.nat(2 * HOUR),
  quietMs: fc.option(fc.nat(2 * HOUR)),
});

test('whatever else is so: no step with an alert that nobody has seen, nothing installed in opening hours', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const step = planUpdate(facts);
      if (facts.openAlerts > 0 || !facts.automatic) expect(step).toBe('none');
      if (facts.hours !== 'closed') expect(step).not.toBe('install');
      if (facts.openAlerts > 0 || facts.hours === 'open') {
        expect(installsAtQuit(facts)).toBe(false);
        expect(installBlock(facts)).not.toBeNull();
      }
      if (step === 'install' || installsAtQuit(facts)) expect(facts.state).toEqual(ready);
    }),
    { numRuns: 1_000 },
  );
});

test('at the end of the app it is installed, unless that would ask for a password or was switched off', () => {
  expect(installsAtQuit({ ...FACTS, state: ready })).toBe(true);
  expect(installsAtQuit({ ...FACTS, state: deb })).toBe(false);
  expect(installsAtQuit({ ...FACTS, state: ready, automatic: false })).toBe(false);
  expect(installsAtQuit({ ...FACTS, state: found(1) })).toBe(false);
});

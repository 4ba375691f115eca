import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TunnelErrorCode } from '../../../../src/shared/tunnel.ts';
import { ALIVE, createTunnelRig, failing } from './rig.ts';

const MINUTE = 60_000;
const CODES = ['timeout', 'local_down', 'no_network', 'quota', 'wrong_endpoint', 'http_status'] as const;
const step = fc.oneof(
  fc.record({ what: fc.constant('answer' as const), code: fc.constantFrom(null, ...CODES) }),
  fc.record({ what: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 10 * MINUTE }) }),
  fc.record({ what: fc.constantFrom('up', 'down', 'fatal', 'late', 'wake', 'inbound', 'restart') }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Rig = ReturnType<typeof createTunnelRig>;

const trouble = { code: 'unreachable', detail: null } as const;
const result = (code: TunnelErrorCode | null) => (code === null ? ALIVE : failing(code));

async function play(rig: Rig, one: Step): Promise<void> {
  if ('ms' in one) return rig.pass(one.ms);
  if ('code' in one) {
    rig.answer(result(one.code));
    return;
  }
  if (one.what === 'up') rig.emit({ type: 'up' });
  if (one.what === 'down') rig.emit({ type: 'down', error: trouble });
  if (one.what === 'fatal') rig.emit({ type: 'fatal', error: trouble });
  if (one.what === 'late') rig.links[0]?.emit({ type: 'fatal', error: trouble });
  if (one.what === 'wake') rig.supervisor.wake();
  if (one.what === 'inbound') rig.supervisor.noteInbound();
  if (one.what === 'restart') {
    await rig.supervisor.stop();
    rig.supervisor.start();
  }
  await rig.settle();
}

test('whatever happens: one connection at a time, online only while the last question came back, and well again in the end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 30 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      async (steps, random) => {
        const rig = createTunnelRig({ random });
        rig.supervisor.start();
        await rig.settle();
        for (const one of steps) {
          await play(rig, one);
          expect(rig.links.filter(({ closed }) => closed === null).length).toBeLessThanOrEqual(1);
          const { state, lastProbe, error, nextRetryAt } = rig.supervisor.status();
          if (state === 'online') expect([lastProbe?.ok, error]).toEqual([true, null]);
          else if (state !== 'starting') expect(error).not.toBeNull();
          // There is always something that will move it on.
          expect(rig.timers() + (nextRetryAt === null ? 0 : 1)).toBeGreaterThan(0);
        }
        rig.answer(ALIVE);
        await rig.pass(31 * MINUTE);
        expect(rig.supervisor.status()).toMatchObject({ state: 'online', attempt: 0, error: null });
        await rig.supervisor.stop();
        expect(rig.timers()).toBe(0);
      },
    ),
    { numRuns: 300 },
  );
});

test('a tunnel that is down for a day is tried often enough to heal and too rarely to be a storm', async () => {
  const rig = createTunnelRig({ autoUp: false });
  rig.supervisor.start();
  await rig.settle();
  for (let tries = 0; rig.monotonicMs() < 24 * 60 * MINUTE; tries += 1) {
    rig.emit({ type: 'down', error: trouble });
    const before = rig.monotonicMs();
    const { length } = rig.links;
    while (rig.links.length === length) await rig.pass(4_000);
    expect(rig.monotonicMs() - before).toBeLessThanOrEqual(40_000);
    expect(tries).toBeLessThan(3_000);
  }
});

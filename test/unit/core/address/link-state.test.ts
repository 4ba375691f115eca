import { describe, expect, test } from 'vitest';
import {
  explainMiss,
  linkDown,
  NEW_WATCH,
  opening,
  probed,
  probeInMs,
  reopenInMs,
  type TunnelWatch,
} from '../../../../src/main/core/address/link-state.ts';
import type { TunnelErrorCode } from '../../../../src/shared/tunnel.ts';
import { ALIVE, failing } from './rig.ts';

const MINUTE = 60_000;
const error = (code: TunnelErrorCode) => ({ code, detail: null });
const watching = (more: Partial<TunnelWatch>): TunnelWatch => ({ ...NEW_WATCH, ...more });

describe('a connection that ends', () => {
  const ended = (watch: Partial<TunnelWatch>, code: TunnelErrorCode, isFatal = false): TunnelWatch =>
    linkDown(watching({ link: 'up', misses: 2, isSuspect: true, ...watch }), error(code), isFatal);

  test('begins without misses and suspicion, and keeps why it ended', () => {
    expect(ended({ state: 'online' }, 'unreachable')).toEqual({
      state: 'degraded',
      link: 'down',
      misses: 0,
      attempt: 0,
      isSuspect: false,
      error: error('unreachable'),
    });
    expect(opening(ended({ state: 'online' }, 'unreachable'))).toMatchObject({ link: 'opening', attempt: 1 });
  });

  test.each([
    ['failed', { state: 'online' }, 'auth_failed', true],
    ['offline', { state: 'online' }, 'no_network', false],
    ['degraded', { state: 'online', attempt: 2 }, 'unreachable', false],
    ['offline', { state: 'online', attempt: 3 }, 'unreachable', false],
    ['offline', { state: 'starting', link: 'opening' }, 'timeout', false],
    ['starting', { state: 'starting', link: 'opening' }, 'unreachable', false],
    ['starting', { state: 'starting', link: 'up' }, 'timeout', false],
    ['offline', { state: 'offline' }, 'unreachable', false],
  ] as const)('is %s after %j and %s', (state, watch, code, isFatal) => {
    expect(ended(watch, code, isFatal).state).toBe(state);
  });
});

describe('a probe', () => {
  const facts = { hasLink: true, sinceOpenMs: 10 * MINUTE };

  test('that comes back forgets all that was', () => {
    const before = watching({ state: 'offline', link: 'up', misses: 4, attempt: 5, isSuspect: true });
    expect(probed({ ...before, error: error('timeout') }, ALIVE, facts)).toEqual({
      watch: { state: 'online', link: 'up', misses: 0, attempt: 0, isSuspect: false, error: null },
      recycle: false,
    });
  });

  test.each([
    ['port_taken', 'degraded'],
    ['local_down', 'degraded'],
    ['unverified', 'degraded'],
    ['no_network', 'offline'],
  ] as const)('that fails by %s is %s, counts as no miss and replaces nothing', (code, state) => {
    const before = watching({ state: 'online', link: 'up', misses: 2, isSuspect: true });
    expect(probed(before, failing(code), facts)).toEqual({
      watch: { ...before, state, error: error(code) },
      recycle: false,
    });
  });

  test.each([
    // What was proven is degraded for two misses, and replaced at the third.
    ['degraded', false, { state: 'online', misses: 0 }, {}],
    ['degraded', false, { state: 'degraded', misses: 1 }, {}],
    ['offline', true, { state: 'degraded', misses: 2 }, {}],
    ['offline', false, { state: 'offline', misses: 0, attempt: 1 }, {}],
    // A new address gets its time; without a connection of the app's own there is none to wait for.
    ['starting', false, { state: 'starting', misses: 9, attempt: 1 }, { sinceOpenMs: 44_999 }],
    ['offline', true, { state: 'starting', misses: 0, attempt: 1 }, { sinceOpenMs: 45_000 }],
    ['degraded', false, { state: 'starting', misses: 0 }, { hasLink: false, sinceOpenMs: 0 }],
    ['offline', false, { state: 'starting', misses: 2 }, { hasLink: false, sinceOpenMs: 0 }],
    // Only one that is up can be replaced.
    ['offline', false, { state: 'degraded', misses: 2, link: 'opening' }, {}],
    // A connection without proof is left alone for longer each time, five minutes at most.
    ['offline', false, { state: 'offline', misses: 2, attempt: 1 }, { sinceOpenMs: 9_999 }],
    ['offline', true, { state: 'offline', misses: 2, attempt: 1 }, { sinceOpenMs: 10_000 }],
    ['offline', false, { state: 'offline', misses: 2, attempt: 3 }, { sinceOpenMs: 39_999 }],
    ['offline', true, { state: 'offline', misses: 2, attempt: 3 }, { sinceOpenMs: 40_000 }],
    ['offline', false, { state: 'offline', misses: 2, attempt: 20 }, { sinceOpenMs: 299_999 }],
    ['offline', true, { state: 'offline', misses: 2, attempt: 20 }, { sinceOpenMs: 300_000 }],
    // After sleep the first miss is enough.
    ['degraded', true, { state: 'online', misses: 0, isSuspect: true }, {}],
  ] as const)('that is missed is %s, replaced: %s, after %j with %j', (state, recycle, watch, more) => {
    const before = watching({ link: 'up', ...watch });
    const after = probed(before, failing('timeout'), { ...facts, ...more });
    expect(after).toEqual({
      watch: { ...before, state, misses: before.misses + 1, error: error('timeout'), isSuspect: false },
      recycle,
    });
  });

  test('that the provider refuses for its quota replaces nothing, and what was suspect stays so', () => {
    const before = watching({ state: 'degraded', link: 'up', misses: 2, isSuspect: true });
    const after = probed(before, failing('quota'), facts);
    expect(after).toMatchObject({ recycle: false, watch: { state: 'offline', isSuspect: true } });
  });
});

describe('a miss of an own address that webhooks reach', () => {
  const facts = { hasLink: false, wasProven: false, hasInbound: true };

  test('means that this computer cannot reach itself by that name', () => {
    expect(explainMiss(failing('timeout'), facts)).toEqual(failing('unverified'));
  });
  test.each([{ hasLink: true }, { wasProven: true }, { hasInbound: false }])('but not with %j', (more) => {
    expect(explainMiss(failing('timeout'), { ...facts, ...more })).toEqual(failing('timeout'));
  });
  test.each(['local_down', 'port_taken', 'no_network'] as const)('nor when it is %s', (code) => {
    expect(explainMiss(failing(code), facts)).toEqual(failing(code));
  });
  test('nor when it came back', () => {
    expect(explainMiss(ALIVE, facts)).toBe(ALIVE);
  });
});

describe('the next connection', () => {
  test.each([
    [500, { attempt: 0 }],
    [10_000, { attempt: 4 }],
    [30_000, { attempt: 5 }],
    [30_000, { attempt: 50 }],
    [15 * MINUTE, { state: 'failed', error: error('quota') }],
    [5 * MINUTE, { error: error('quota') }],
    [30_000, { attempt: 1, error: error('no_network') }],
    [500, { error: error('unreachable') }],
  ] as const)('is tried after %i ms, a fifth more or less, with %j', (ms, watch) => {
    expect(reopenInMs(watching(watch), 0.5)).toBe(ms);
    expect(reopenInMs(watching(watch), 0)).toBe(ms * 0.8);
    expect(reopenInMs(watching(watch), 1)).toBeCloseTo(ms * 1.2);
  });
});

describe('the next probe', () => {
  const steadyMs = MINUTE;
  const facts = { steadyMs, random: 0.5, sinceProofMs: 0, sinceInboundMs: null };

  test.each([
    [1_000, { state: 'starting' }],
    [5_000, { state: 'degraded', misses: 3 }],
    [10_000, { state: 'degraded', misses: 4 }],
    [40_000, { state: 'offline', misses: 6 }],
    [60_000, { state: 'offline', misses: 7 }],
    [60_000, { state: 'offline', misses: 30 }],
    [5 * MINUTE, { state: 'starting', error: error('quota') }],
    [30_000, { state: 'starting', error: error('no_network') }],
    [5_000, { state: 'degraded', error: error('timeout') }],
  ] as const)('comes after %i ms, a tenth more or less, with %j', (ms, watch) => {
    expect(probeInMs(watching(watch), facts)).toBe(ms);
    expect(probeInMs(watching(watch), { ...facts, random: 0 })).toBe(ms * 0.9);
    expect(probeInMs(watching(watch), { ...facts, random: 1 })).toBeCloseTo(ms * 1.1);
  });

  test.each([
    [MINUTE, {}],
    [20_000, { sinceProofMs: 40_000 }],
    [0, { sinceProofMs: 2 * MINUTE }],
    // A webhook stands for a probe, for a quarter of an hour after the last one.
    [50_000, { sinceProofMs: 40_000, sinceInboundMs: 10_000 }],
    [20_000, { sinceProofMs: 40_000, sinceInboundMs: 50_000 }],
    [10_000, { sinceProofMs: 15 * 60_000 - 10_000, sinceInboundMs: 0 }],
    [0, { sinceProofMs: 15 * 60_000 + 10_000, sinceInboundMs: 0 }],
    // One that asks more rarely than that keeps its pace.
    [20 * MINUTE, { steadyMs: 20 * MINUTE }],
  ] as const)('of what is online comes after %i ms with %j', (ms, more) => {
    expect(probeInMs(watching({ state: 'online' }), { ...facts, ...more })).toBe(ms);
  });
});

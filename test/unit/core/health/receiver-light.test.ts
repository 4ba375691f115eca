import { expect, test } from 'vitest';
import { createHealthBoard } from '../../../../src/main/core/health/board.ts';
import { createReceiverLight } from '../../../../src/main/core/health/receiver-light.ts';
import type { WebhookEvidence } from '../../../../src/main/core/inbound/webhook-evidence.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';

function rig() {
  const health = createHealthBoard({ now: () => NOON, onChange: () => undefined });
  const warned: string[] = [];
  const clock = { ms: 0 };
  const said: { against: ReturnType<WebhookEvidence['health']> } = { against: null };
  const light = createReceiverLight({
    health,
    evidence: () => said.against,
    monotonicMs: () => clock.ms,
    log: { warn: (message) => warned.push(message) },
  });
  return {
    light,
    warned,
    clock,
    said,
    shown: () => `${health.read().receiver.state} ${health.read().receiver.code}`,
  };
}

test('it shows what speaks against the webhooks only while the receiver itself is well', () => {
  const { light, said, shown } = rig();
  light.set('ok', 'ok', '4765');
  expect([shown(), light.isOpen()]).toEqual(['ok ok', true]);
  said.against = ['degraded', 'webhook-not-calling'];
  light.show();
  expect(shown()).toBe('degraded webhook-not-calling');
  light.set('down', 'receiver-port-in-use', { kind: 'port', port: 4765, owner: null, suggested: null });
  expect([shown(), light.isOpen()]).toEqual(['down receiver-port-in-use', false]);
  light.set('ok', 'ok', '4765');
  said.against = null;
  light.show();
  expect(shown()).toBe('ok ok');
});

test('strangers that crowd are told and logged once, and forgotten when they stay away', () => {
  const { light, warned, clock, said, shown } = rig();
  light.set('ok', 'ok', '4765');
  for (let call = 0; call < 100; call += 1) light.crowded();
  expect([shown(), warned.length]).toEqual(['degraded receiver-crowded', 1]);
  said.against = ['degraded', 'webhook-wrong-secret'];
  light.show();
  expect(shown()).toBe('degraded webhook-wrong-secret');
  said.against = null;
  clock.ms = 4 * 60_000;
  light.crowded();
  clock.ms = 8 * 60_000;
  light.show();
  expect([shown(), warned.length]).toEqual(['degraded receiver-crowded', 1]);
  clock.ms = 10 * 60_000;
  light.show();
  expect(shown()).toBe('ok ok');
  light.crowded();
  expect(warned).toHaveLength(2);
});

import { expect, test } from 'vitest';
import { createPublicAddress } from '../../../../src/main/core/address/public-address.ts';
import { createHealthBoard } from '../../../../src/main/core/health/board.ts';
import type { Delivery } from '../../../../src/main/core/inbound/types.ts';
import type { SettingsView } from '../../../../src/shared/ipc-contract.ts';
import { ok } from '../../../../src/shared/result.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { noSecrets } from '../../../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';
import { ALIVE, failing, URL } from './rig.ts';

const settings = {
  ...SAMPLE_SETTINGS,
  tunnel: { ...SAMPLE_SETTINGS.tunnel, provider: 'own-url' as const, publicUrl: URL },
};
const view: SettingsView = {
  settings,
  secrets: { ...noSecrets(), 'webhook-secret': { present: true, last4: null, savedAt: null } },
  configured: true,
  problems: [],
};

/** The whole way in, without a network. */
function rig() {
  const time = createFakeTime();
  let answer = ALIVE;
  let record: (delivery: Delivery) => void = () => undefined;
  const refuse = () => Promise.reject(new Error('not asked for here'));
  const address = createPublicAddress({
    ...time,
    random: () => 0.5,
    health: createHealthBoard({ now: time.now, onChange: () => undefined }),
    settings: () => settings,
    keys: { sshKey: refuse, pinHostKey: refuse },
    notes: { read: () => null, save: () => undefined, lastWebhookAt: () => null },
    hasNetwork: () => true,
    makeProvider: () =>
      Promise.resolve(
        ok({
          steadyMs: 0,
          hasLink: false,
          open: (onEvent) => {
            onEvent({ type: 'up' });
            return { close: () => Promise.resolve() };
          },
        }),
      ),
    makeProbe: () => () => Promise.resolve(answer),
    openReceiver: (hooks) => {
      record = hooks.record;
      return {
        follow: () => Promise.resolve(hooks.onState('ok', 'ok')),
        hold: () => Promise.resolve(),
        retry: () => Promise.resolve(),
        port: () => settings.receiver.port,
        stop: () => Promise.resolve(),
      };
    },
    onDelivery: () => undefined,
    onStatus: () => undefined,
    onHint: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return {
    time,
    address,
    deliver: (): void =>
      record({
        at: time.now(),
        outcome: 'stored',
        status: 200,
        ms: 1,
        bytes: 9,
        orderId: '1',
        notes: [],
      }),
    cut: (): void => void (answer = failing('unreachable')),
  };
}

test('webhooks count as arriving only where one arrived and the way is still free', async () => {
  const { time, address, deliver, cut } = rig();
  expect(address.webhooksArrive()).toBe(false);
  await address.follow(view);
  await time.pass(5_000);
  expect([address.pages.status().state, address.webhooksArrive()]).toEqual(['online', false]);
  deliver();
  expect([address.isProven(), address.webhooksArrive()]).toEqual([true, true]);

  cut();
  await time.pass(30 * 60_000);
  expect(address.pages.status().state).not.toBe('online');
  expect(address.webhooksArrive()).toBe(false);
});

import { expect, onTestFinished, test } from 'vitest';
import { createSetup } from '../../../src/main/core/setup/setup.ts';
import { createDeliveryLog } from '../../../src/main/store/orders/delivery-log.ts';
import { createSetupRecords } from '../../../src/main/store/settings/setup-records.ts';
import type { SettingsView } from '../../../src/shared/ipc-contract.ts';
import type { SetupTest, TestLight } from '../../../src/shared/setup.ts';
import { createFakeMostrador, healthOf } from '../../fakes/mostrador-api.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { TUNNEL_STOPPED } from '../../fakes/tunnel-status.ts';

const AT = '2026-03-12T12:00:00.000Z';
const URL = 'https://shop.example';
const OK: TestLight = { state: 'ok', ms: null, why: null };
const SILENT: TestLight = {
  state: 'failed',
  ms: null,
  why: { kind: 'health', code: 'sound-no-device', detail: null },
};

/** The setup over records on a disk, which outlive it. Every test sent arrives. */
async function rig() {
  const opened = openTempStore(() => AT);
  const log = createDeliveryLog({ db: opened.db, log: { error: () => undefined } });
  onTestFinished(() => {
    log.flush();
    opened.close();
  });
  const fake = await createFakeMostrador().api['settings:read']();
  const secret = { present: true, last4: null, savedAt: AT };
  let view: SettingsView = {
    ...fake,
    settings: {
      ...fake.settings,
      tunnel: { ...fake.settings.tunnel, provider: 'own-url', publicUrl: URL },
    },
    secrets: { ...fake.secrets, 'webhook-secret': secret },
  };
  let sound = OK;
  const start = () =>
    createSetup({
      view: () => Promise.resolve(view),
      save: () => Promise.resolve(),
      partner: {
        getOrder: () => Promise.reject(new Error('not asked')),
        check: () => Promise.resolve({ ok: true, orders: 0, ms: 5, shop: null }),
      },
      receive: () => [],
      publish: () => undefined,
      runTest: (): Promise<SetupTest> => {
        log.add({
          at: AT,
          outcome: 'test',
          status: 200,
          ms: 3,
          bytes: 60,
          orderId: null,
          notes: [{ kind: 'public-test' }],
        });
        const lights = { partner: OK, tunnel: OK, computer: OK, toasts: OK, sound };
        return Promise.resolve({ at: AT, path: 'public', inboundAt: null, ms: 84, lights });
      },
      records: createSetupRecords({ db: opened.db, flush: log.flush }),
      health: { read: () => healthOf(), set: () => undefined },
      tunnel: () => TUNNEL_STOPPED,
      now: () => AT,
    });
  let setup = start();
  return {
    send: () => setup.test(),
    step: async () => (await setup.read()).steps.test.state,
    lights: async () => (await setup.read()).test,
    restart: () => {
      setup = start();
    },
    breakSound: () => {
      sound = SILENT;
    },
    moveTo: (publicUrl: string) => {
      const { tunnel } = view.settings;
      view = { ...view, settings: { ...view.settings, tunnel: { ...tunnel, publicUrl } } };
    },
    renewSecret: () => {
      const savedAt = '2026-03-12T13:00:00.000Z';
      view = { ...view, secrets: { ...view.secrets, 'webhook-secret': { ...secret, savedAt } } };
    },
  };
}

test('a test that failed has still failed after a restart, although its webhook arrived', async () => {
  const { send, step, restart, breakSound } = await rig();
  breakSound();
  await send();
  expect(await step()).toBe('failing');
  restart();
  expect(await step()).toBe('failing');
});

test('a test that passed has still passed after a restart', async () => {
  const { send, step, restart } = await rig();
  expect(await step()).toBe('open');
  await send();
  expect(await step()).toBe('proven');
  restart();
  expect(await step()).toBe('proven');
});

test('a test that passed proves nothing of another address, now or after a restart', async () => {
  const { send, step, lights, restart, moveTo } = await rig();
  await send();
  moveTo('https://other.example');
  expect(await step()).toBe('open');
  expect(await lights()).toBeNull();
  restart();
  expect(await step()).toBe('open');
  // Back at the one that was tested.
  moveTo(URL);
  expect(await step()).toBe('proven');
});

test('a test that passed proves nothing of another secret', async () => {
  const { send, step, restart, renewSecret } = await rig();
  await send();
  renewSecret();
  expect(await step()).toBe('open');
  restart();
  expect(await step()).toBe('open');
});

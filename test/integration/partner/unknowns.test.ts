import { describe, expect, test } from 'vitest';
import { SWITCH_GROUPS } from '../../../src/simulator/control/control-state.ts';
import type { SwitchChanges } from '../../../src/simulator/api/switches.ts';
import { openBothSources } from '../core/both-sources.ts';

const MINUTE = 60_000;

/** One order that becomes ready and is told by webhook and list, and what is stored of it. */
async function tell(switches: SwitchChanges) {
  const rig = await openBothSources({ switches }, { timeoutMs: 20_000 });
  const { orders, webhooks } = rig.simulator;
  const read = async (): Promise<void> => {
    const before = rig.outcomes.length;
    await rig.until(() => rig.outcomes.length > before, 2 * MINUTE);
    expect(rig.outcomes.at(-1)).toMatchObject({ ok: true });
  };
  rig.polling.follow('shop');
  await read();
  const order = orders.ready(orders.create({ quiet: true }).id);
  await webhooks.idle();
  expect(webhooks.log.map(({ tries }) => tries.at(-1)?.status)).toEqual([200]);
  // The answer goes out first.
  await expect.poll(rig.raised).toEqual([`ready ${order.code}`]);
  const news = rig.told.length;
  await read();
  return { kept: rig.store.findOrder(order.id)?.order, raised: rig.raised(), again: rig.told.slice(news) };
}

describe('an order that says what nobody knows yet', () => {
  test.for<[SwitchChanges['paymentType'] & string, string | null]>([
    ['PAID', 'PAID'],
    ['CASH', 'CASH'],
    ['unknown', 'SPLIT_WALLET'],
    ['null', null],
    ['absent', null],
  ])('is kept with payment.type %s as it is, and rings once', async ([paymentType, expected]) => {
    const { kept, raised } = await tell({ paymentType });
    expect(kept).toMatchObject({ status: 'READY_FOR_PICKUP', totals: { paymentType: expected } });
    expect(kept?.totals.totalMinor).not.toBeNull();
    expect(raised).toHaveLength(1);
  });

  test.for<SwitchChanges>([
    { replacementPreference: 'order' },
    { replacementPreference: 'lines' },
    { webhookStatus: 'sys' },
    { webhookStatus: 'order' },
    { extraFields: true, webhookStatus: 'order', replacementPreference: 'lines', paymentType: 'unknown' },
  ])('is kept with its lines and rings once with %j', async (switches) => {
    const { kept, raised } = await tell(switches);
    expect(kept?.status).toBe('READY_FOR_PICKUP');
    expect(kept?.lines).not.toEqual([]);
    expect(kept?.lines.filter(({ sku, name }) => sku === '' || name === '')).toEqual([]);
    expect(raised).toHaveLength(1);
  });

  test('is no news in the list when only webhook_status is another one', async () => {
    const { again } = await tell({ webhookStatus: 'sys' });
    expect(again.flatMap(({ codes }) => codes)).toEqual([]);
  });
});

test('every way in which an order may be written is read, one switch after the other', async () => {
  const group = SWITCH_GROUPS.find(({ switches }) => switches.some(({ name }) => name === 'moneyAs'));
  const rig = await openBothSources({}, { timeoutMs: 20_000 });
  const { orders, switches, webhooks } = rig.simulator;
  rig.polling.follow('shop');
  await rig.until(() => rig.outcomes.length > 0, MINUTE);
  for (const one of group?.switches ?? []) {
    const values = one.kind === 'choice' ? one.choices : [true, false];
    for (const value of values) {
      switches.reset();
      switches.set({ [one.name]: value });
      const order = orders.ready(orders.create({ quiet: true }).id);
      await webhooks.idle();
      const kept = rig.store.findOrder(order.id)?.order;
      expect(kept?.status, `${one.name} ${String(value)}`).toBe('READY_FOR_PICKUP');
      expect(kept?.lines).toHaveLength(order.lines.length);
    }
  }
  expect(webhooks.log.length).toBeGreaterThan(30);
  expect(new Set(webhooks.log.map(({ tries }) => tries.at(-1)?.status))).toEqual(new Set([200]));
  await expect.poll(rig.raised).toHaveLength(webhooks.log.length);
  // The list tells the same orders again, each written as the last switch has it.
  const before = rig.outcomes.length;
  await rig.until(() => rig.outcomes.length > before, 2 * MINUTE);
  expect(rig.raised()).toHaveLength(webhooks.log.length);
});

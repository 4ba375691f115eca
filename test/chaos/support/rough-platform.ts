import type { SwitchChanges } from '../../../src/simulator/api/switches.ts';
import type { Simulator } from '../../../src/simulator/contract.ts';
import type { Random } from '../../../src/simulator/orders/random.ts';
import { openBothSources } from '../../integration/core/both-sources.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ROUNDS = 5;
const API_TROUBLES = ['server-error', 'rate-limited', 'close', 'garbage'] as const;

export type RoughRun = {
  /** What is wrong; empty when nothing is. */
  readonly findings: readonly string[];
  readonly orders: number;
  readonly alerts: number;
  /** How often each happened. */
  readonly did: Readonly<
    Record<'dropped' | 'copied' | 'reordered' | 'jumped' | 'restarted' | 'troubled', number>
  >;
};

/**
 * A platform with a clock of its own, which loses webhooks, sends them twice, late and out of order, and answers badly,
 * while this computer's clock is set and the app starts anew; all of it at random. In the end everything has to be known,
 * and told once.
 */
export async function runRough(random: Random): Promise<RoughRun> {
  // A simulator's time is asked for before the rig is there.
  let platformMs = (): number => 0;
  const rig = await openBothSources({
    now: () => platformMs(),
    switches: { webhookPausesMs: [10], rateLimitPerMinute: 1_000 },
  });
  const startMs = Date.parse(rig.time.now()) + random.between(-3, 3) * HOUR;
  platformMs = () => startMs + rig.time.monotonicMs();
  const { simulator } = rig;
  const did = { dropped: 0, copied: 0, reordered: 0, jumped: 0, restarted: 0, troubled: 0 };
  const lives = [rig.told];
  let app: Pick<ReturnType<typeof rig.start>, 'polling' | 'outcomes'> = rig;
  app.polling.follow('shop');
  await rig.until(() => app.outcomes.some(({ ok }) => ok), 5 * MINUTE);

  const restart = async (): Promise<void> => {
    await app.polling.stop();
    const next = rig.start();
    lives.push(next.told);
    app = next;
    app.polling.follow('shop');
    did.restarted += 1;
  };
  const must: string[] = [];
  const may: string[] = [];
  const ids: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const switches = roughSwitches(random);
    simulator.switches.set(switches);
    if (switches.webhookDrop !== 'none') did.dropped += 1;
    if (switches.webhookCopies !== 1) did.copied += 1;
    if (switches.webhookReorder === true) did.reordered += 1;
    if (random.chance(0.4)) {
      rig.time.jump(random.between(-26, 26) * HOUR);
      did.jumped += 1;
    }
    if (random.chance(0.4)) {
      simulator.faults.add({ kind: random.pick(API_TROUBLES), times: random.between(1, 3) });
      did.troubled += 1;
    }
    for (let count = random.between(2, 5); count > 0; count -= 1)
      liveOrder(simulator, random, { must, may, ids });
    if (random.chance(0.4)) await restart();
    simulator.webhooks.release();
    await rig.pass(random.between(1, 20) * 10_000);
  }
  simulator.switches.set({ webhookDrop: 'none', webhookReorder: false });
  simulator.webhooks.release();
  await simulator.webhooks.idle();

  const findings: string[] = [];
  const isKnown = (id: string): boolean =>
    rig.store.findOrder(id)?.order.status === simulator.orders.get(id)?.status;
  await rig
    .until(() => ids.every(isKnown), 30 * MINUTE)
    .catch(() => {
      findings.push(`${String(ids.filter((id) => !isKnown(id)).length)} orders are missing`);
    });
  await rig.pass(5 * MINUTE);
  const raised = lives
    .flatMap((told) => told.flatMap((one) => one.raised))
    .filter((one) => !one.startsWith('connection'));
  for (const one of new Set(raised)) {
    const times = raised.filter((other) => other === one).length;
    if (times > 1) findings.push(`${one} rang ${String(times)} times`);
    if (!must.includes(one) && !may.includes(one)) findings.push(`${one} rang, and nobody asked for it`);
  }
  findings.push(...must.filter((one) => !raised.includes(one)).map((one) => `${one} never rang`));
  const open = rig.store.openAlerts().filter(({ kind }) => kind !== 'connection');
  if (open.length !== must.length)
    findings.push(`${String(open.length)} alerts are open, not ${String(must.length)}`);
  return { findings, orders: ids.length, alerts: must.length, did };
}

function roughSwitches(random: Random): SwitchChanges {
  return {
    webhookDrop: random.pick(['none', 'every-third', 'every-second', 'all']),
    webhookCopies: random.pick([1, 1, 2, 3]),
    webhookReorder: random.chance(0.5),
    webhookDelayMs: random.pick([0, 0, 30, 120]),
    listOrder: random.pick(['newest-first', 'oldest-first', 'shuffled']),
    listFiltersBy: random.pick(['created', 'updated']),
  };
}

/** One order's life, as far as it gets; notes which alerts it has to have and which it may have. */
function liveOrder(
  { orders }: Simulator,
  random: Random,
  { must, may, ids }: Readonly<Record<'must' | 'may' | 'ids', string[]>>,
): void {
  const { id, code } = orders.create();
  ids.push(id);
  const dice = random.next();
  if (dice < 0.25) {
    orders.cancel(id, { reason: 'CLOSED' });
    must.push(`cancelled ${code}`);
    return;
  }
  orders.ready(id);
  if (dice < 0.5) {
    orders.cancel(id, { reason: 'ITEM_UNAVAILABLE' });
    must.push(`cancelled ${code}`);
    may.push(`ready ${code}`);
  } else if (dice < 0.65) {
    orders.pickUp(id);
    may.push(`ready ${code}`);
  } else must.push(`ready ${code}`);
}

import type { Simulator } from '../contract.ts';
import type { NewOrder } from '../orders/new-order.ts';
import type { SimOrder } from '../orders/order-model.ts';
import type { Scene } from './director.ts';
import type { Relay } from './relay.ts';

/** The parts that the story may use. */
export type DemoStage = {
  readonly simulator: Pick<Simulator, 'orders' | 'resend' | 'faults' | 'auto'>;
  readonly relay: Relay;
  /** Makes the app poll at once; otherwise it would do so within some minutes. */
  readonly ask: () => void;
  /** Codes of the orders in this scene. */
  readonly name: (...orders: readonly SimOrder[]) => void;
  /** Milliseconds between two orders after the story has ended. */
  readonly calmEveryMs: number;
};

const QUIET = { quiet: true } as const;

const PICKED: NewOrder = {
  lines: [
    { sku: 'YERBA-1KG', pieces: 2 },
    { sku: 'QUESO-COL-KG', grams: 500 },
    { sku: 'PALTA-U', pieces: 3 },
  ],
  comment: 'Tocar timbre, gracias',
};

/** A busy counter for about three and a half minutes; after that, orders come now and then. */
export function writeScript(stage: DemoStage, again: boolean): readonly Scene[] {
  const { orders, faults, auto, resend } = stage.simulator;

  const ready = (id: string): SimOrder => orders.ready(id);
  /** How many minutes the order has been ready when the app learns of it. */
  const waiting = (minutes: number): SimOrder => {
    const { id } = orders.create(QUIET);
    orders.ready(id, QUIET);
    const order = orders.travel(id, minutes);
    resend(id);
    return order;
  };

  // Each order is created when its scene begins; this is safe because a director never skips an act.
  let late = '';
  let gone = '';
  let lost = '';

  return [
    {
      step: 'welcome',
      seconds: 15,
      acts: again ? [{ atSeconds: 0, run: () => tidyUp(stage) }] : [],
    },
    {
      step: 'ready',
      seconds: 22,
      acts: [
        {
          atSeconds: 0,
          run: () => {
            const { id } = orders.create(PICKED);
            orders.pick(id, { line: 'PALTA-U', action: 'not-found' }, { line: 'QUESO-COL-KG', grams: 485 });
            stage.name(ready(id));
          },
        },
      ],
    },
    {
      step: 'waiting',
      seconds: 25,
      acts: [
        {
          atSeconds: 0,
          run: () => {
            const [old, younger] = [waiting(14), waiting(6)];
            late = old.id;
            gone = younger.id;
            stage.name(old, younger);
          },
        },
      ],
    },
    {
      step: 'cancelled',
      seconds: 22,
      acts: [{ atSeconds: 0, run: () => stage.name(orders.cancel(late, { reason: 'CUSTOMER_REQUEST' })) }],
    },
    {
      step: 'cancelled-after',
      seconds: 22,
      acts: [
        { atSeconds: 0, run: () => stage.name(orders.pickUp(gone, QUIET)) },
        { atSeconds: 3, run: () => void orders.cancel(gone, { by: 'LOGISTICS', reason: 'CLOSED' }) },
      ],
    },
    {
      step: 'webhook-lost',
      seconds: 12,
      acts: [
        {
          atSeconds: 0,
          run: () => {
            lost = orders.create(QUIET).id;
            stage.name(orders.ready(lost, QUIET));
          },
        },
      ],
    },
    {
      step: 'found',
      seconds: 22,
      acts: [
        {
          atSeconds: 0,
          run: () => {
            stage.name(orders.get(lost));
            stage.ask();
          },
        },
      ],
    },
    {
      step: 'tunnel-lost',
      seconds: 32,
      acts: [
        {
          atSeconds: 0,
          run: () => {
            stage.relay.cut();
            faults.add({ kind: 'close', times: null });
          },
        },
        // Twice, because the first may join a poll that began earlier.
        { atSeconds: 2, run: stage.ask },
        { atSeconds: 5, run: stage.ask },
        {
          atSeconds: 8,
          run: () => stage.name(...[1, 2].map(() => ready(orders.create().id))),
        },
      ],
    },
    {
      step: 'tunnel-back',
      seconds: 28,
      acts: [
        {
          atSeconds: 0,
          run: () => {
            faults.clear();
            return stage.relay.open();
          },
        },
      ],
    },
    { step: 'calm', seconds: null, acts: [{ atSeconds: 5, run: () => auto.start(stage.calmEveryMs) }] },
  ];
}

/** Riders pick up the orders that are left from an earlier run. */
async function tidyUp({ simulator, relay, ask }: DemoStage): Promise<void> {
  const { orders, faults, auto } = simulator;
  auto.stop();
  faults.clear();
  await relay.open();
  for (const { id, status } of orders.list()) {
    if (status === 'RECEIVED' || status === 'ACCEPTED') orders.remove(id);
    if (status === 'READY_FOR_PICKUP') orders.pickUp(id, QUIET);
  }
  ask();
}

import { announce, expectDelivery, expectOrder } from './expect.ts';
import type { Scenario } from './scenario.ts';

const QUIET = { quiet: true } as const;

/** Cancellations, and news that comes twice or too late. Source: docs/partner-api.md, "Cancellation". */
export const CANCEL_SCENARIOS: readonly Scenario[] = [
  {
    name: 'T6',
    title: { es: 'Cancelado antes de estar listo', en: 'Cancelled before it is ready' },
    story: {
      es: 'El cliente cancela mientras se prepara. El pedido aparece ya cancelado.',
      en: 'The customer cancels while it is being picked. The order appears as cancelled.',
    },
    run: async (stage) => {
      const { id } = stage.orders.create({ storeId: stage.shop.storeId, ...QUIET });
      const order = stage.orders.cancel(id, QUIET);
      const { known, deliveries } = await announce(stage, order);
      return { orders: [expectOrder(order, known, ['cancelled'])], deliveries };
    },
  },
  {
    name: 'T7',
    title: { es: 'Cancelado cuando ya estaba listo', en: 'Cancelled after it was ready' },
    story: {
      es: 'Suena como listo y después se cancela sin que lo retiren: NO ENTREGAR.',
      en: 'It rings as ready and is then cancelled before pick-up: DO NOT HAND OVER.',
    },
    run: async (stage) => {
      const { id } = stage.orders.create({ storeId: stage.shop.storeId, ...QUIET });
      const first = await announce(stage, stage.orders.ready(id, QUIET));
      const order = stage.orders.cancel(id, { by: 'VENDOR', reason: 'ITEM_UNAVAILABLE', ...QUIET });
      const { known, deliveries } = await announce(stage, order);
      return {
        orders: [expectOrder(order, known, ['cancelled'])],
        deliveries: [...first.deliveries, ...deliveries],
      };
    },
  },
  {
    name: 'T8',
    title: { es: 'Cancelado después del retiro', en: 'Cancelled after pick-up' },
    story: {
      es: 'El repartidor ya lo llevó y el pedido se cancela: la mercadería salió.',
      en: 'The rider has taken it and the order is cancelled: the goods have left.',
    },
    run: async (stage) => {
      const { id } = stage.orders.create({ storeId: stage.shop.storeId, ...QUIET });
      const first = await announce(stage, stage.orders.ready(id, QUIET));
      stage.orders.pickUp(id, QUIET);
      const order = stage.orders.cancel(id, { by: 'LOGISTICS', reason: 'CUSTOMER_REQUEST', ...QUIET });
      const { known, deliveries } = await announce(stage, order);
      return {
        orders: [expectOrder(order, known, ['cancelled-after-handover'])],
        deliveries: [...first.deliveries, ...deliveries],
      };
    },
  },
  {
    name: 'T9',
    title: { es: 'El mismo aviso dos veces', en: 'The same webhook twice' },
    story: {
      es: 'Llegan dos avisos iguales. Los dos reciben 200 y suena una sola vez.',
      en: 'Two equal webhooks arrive. Both get 200 and it rings once only.',
    },
    run: async (stage) => {
      const { id } = stage.orders.create({ storeId: stage.shop.storeId, ...QUIET });
      const order = stage.orders.ready(id, QUIET);
      const message = stage.messageOf(order);
      const first = await stage.send(message);
      const second = await stage.send(message);
      return {
        orders: [expectOrder(order, stage.hasWebhook ? 'webhook' : 'api', ['ready'])],
        deliveries: [...expectDelivery(first, 'delivered', 200), ...expectDelivery(second, 'delivered', 200)],
      };
    },
  },
  {
    name: 'T10',
    title: { es: 'El cancelado llega antes que el listo', en: 'CANCELLED arrives before READY' },
    story: {
      es: 'Los avisos llegan al revés. Queda cancelado y el «listo» tardío no suena.',
      en: 'The webhooks arrive the wrong way round. It stays cancelled and the late READY is silent.',
    },
    run: async (stage) => {
      const { id } = stage.orders.create({ storeId: stage.shop.storeId, ...QUIET });
      const late = stage.messageOf(stage.orders.ready(id, QUIET));
      const order = stage.orders.cancel(id, QUIET);
      const first = await stage.send(stage.messageOf(order));
      const second = await stage.send(late);
      return {
        orders: [expectOrder(order, stage.hasWebhook ? 'webhook' : 'api', ['cancelled'])],
        deliveries: [...expectDelivery(first, 'delivered', 200), ...expectDelivery(second, 'delivered', 200)],
      };
    },
  },
];

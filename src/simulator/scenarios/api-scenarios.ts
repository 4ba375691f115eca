import { expectOrder } from './expect.ts';
import type { NewOrder } from '../orders/new-order.ts';
import type { SimOrder } from '../orders/order-model.ts';
import type { Scenario, Stage } from './scenario.ts';

const QUIET = { quiet: true } as const;
const OLD_DAYS = 61;
// More than the largest page size that a client may request.
const MORE_THAN_A_PAGE = 510;

function readySilently(stage: Stage, input: NewOrder = {}): SimOrder {
  const { id } = stage.orders.create({ storeId: stage.shop.storeId, ...input, ...QUIET });
  return stage.orders.ready(id, QUIET);
}

/** What only a client that reads the list finds. Source: docs/partner-api.md, "Order list". */
export const API_SCENARIOS: readonly Scenario[] = [
  {
    name: 'T15',
    title: { es: 'El token deja de valer', en: 'The token stops working' },
    story: {
      es: 'La próxima lectura recibe 401. Con otro token (o al repetir) se lee y aparece un pedido.',
      en: 'The next reading gets 401. With a new token (or on repeating) it is read and an order appears.',
    },
    run: (stage) => {
      const order = readySilently(stage);
      stage.access.revokeIssued();
      stage.faults.add({ kind: 'unauthorized', times: 1 });
      return Promise.resolve({ orders: [expectOrder(order, 'api', ['ready'])], deliveries: [] });
    },
  },
  {
    name: 'T16',
    title: { es: 'Demasiadas consultas (429)', en: 'Too many requests (429)' },
    story: {
      es: 'La próxima lectura recibe 429 y pide esperar 1 s. Después sigue y aparece un pedido.',
      en: 'The next reading gets 429 and is asked to wait 1 s. Then it goes on and an order appears.',
    },
    run: (stage) => {
      const order = readySilently(stage);
      stage.switches.set({ retryAfter: 'seconds' });
      stage.faults.add({ kind: 'rate-limited', times: 1 });
      return Promise.resolve({ orders: [expectOrder(order, 'api', ['ready'])], deliveries: [] });
    },
  },
  {
    name: 'T17',
    title: { es: 'La ruta documentada no existe', en: 'The documented route does not exist' },
    story: {
      es: 'La lista sin «/orders» responde 404 vacío. Se usa la otra ruta y aparece un pedido.',
      en: 'The list without "/orders" answers an empty 404. The other route is used and an order appears.',
    },
    run: (stage) => {
      const order = readySilently(stage);
      stage.switches.set({ routeListDocumented: false, routeListWithOrders: true });
      return Promise.resolve({ orders: [expectOrder(order, 'api', ['ready'])], deliveries: [] });
    },
  },
  {
    name: 'T18',
    title: { es: 'Más de una página', en: 'More than one page' },
    story: {
      es: 'Hay más de 500 pedidos del último día. El que espera está primero y último: hay que leer todas las páginas.',
      en: 'There are more than 500 orders of the last day. The waiting ones are first and last: every page must be read.',
    },
    run: (stage) => {
      const minutesInADay = 24 * 60;
      const first = stage.orders.travel(readySilently(stage).id, minutesInADay - 30);
      stage.seed(MORE_THAN_A_PAGE, { days: 0.9, cancelled: 0 });
      const last = readySilently(stage);
      return Promise.resolve({
        orders: [expectOrder(first, 'api', ['ready']), expectOrder(last, 'api', ['ready'])],
        deliveries: [],
      });
    },
  },
  {
    name: 'T19',
    title: { es: 'Un pedido de hace más de 60 días', en: 'An order older than 60 days' },
    story: {
      es: 'Un pedido de hace 61 días no se puede leer: ni en la lista ni por su id (404).',
      en: 'An order of 61 days ago cannot be read: neither in the list nor by its id (404).',
    },
    run: (stage) => {
      const { id } = readySilently(stage);
      const order = stage.orders.travel(id, OLD_DAYS * 24 * 60);
      return Promise.resolve({ orders: [expectOrder(order, 'never', [])], deliveries: [] });
    },
  },
];

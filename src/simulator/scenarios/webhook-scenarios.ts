import { announce, expectDelivery, expectOrder } from './expect.ts';
import type { Scenario } from './scenario.ts';

const QUIET = { quiet: true } as const;
const DEFAULT_TRIES = 5;
const SHORT_PAUSES = [100];

/** Odd deliveries and odd bodies. Source: docs/partner-api.md, "Webhook". */
export const WEBHOOK_SCENARIOS: readonly Scenario[] = [
  {
    name: 'T11',
    title: { es: 'Cinco intentos sin respuesta', en: 'Receiver down for all five tries' },
    story: {
      es: 'El aviso no llega en ninguno de sus 5 intentos. El pedido se encuentra al leer la lista.',
      en: 'The webhook fails in all of its 5 tries. The order is found by reading the list.',
    },
    run: async (stage) => {
      const { id } = stage.orders.create({ storeId: stage.shop.storeId, ...QUIET });
      const order = stage.orders.ready(id, QUIET);
      const delivery = await stage.send(stage.messageOf(order), {
        url: await stage.deadUrl(),
        maxTries: DEFAULT_TRIES,
        pausesMs: SHORT_PAUSES,
      });
      return {
        orders: [expectOrder(order, 'api', ['ready'])],
        deliveries: expectDelivery(delivery, 'failed', null, DEFAULT_TRIES),
      };
    },
  },
  {
    name: 'T12',
    title: { es: 'Contraseña equivocada o ausente', en: 'Wrong or missing password' },
    story: {
      es: 'Dos avisos falsos, uno con otra contraseña y uno sin contraseña: 401 y nada más.',
      en: 'Two forged webhooks, one with another password and one without: 401 and nothing else.',
    },
    run: async (stage) => {
      const made = stage.orders.draft({ storeId: stage.shop.storeId });
      const forged = { ...made, status: 'READY_FOR_PICKUP' } as const;
      const message = stage.messageOf(forged);
      const wrong = await stage.send(message, { secret: 'otro-secreto', maxTries: 1 });
      const missing = await stage.send(message, { secret: null, maxTries: 1 });
      return {
        orders: [expectOrder(forged, 'never', [])],
        deliveries: [...expectDelivery(wrong, 'failed', 401), ...expectDelivery(missing, 'failed', 401)],
      };
    },
  },
  {
    name: 'T13',
    title: { es: 'Estado y campos desconocidos', en: 'Unknown status and fields' },
    story: {
      es: 'Llega un estado que no existía y campos nuevos. Se guarda y se muestra tal cual; si vino por un aviso, suena para que alguien lo mire.',
      en: 'A status that did not exist and new fields arrive. Stored and shown as they came; told by a webhook, it rings so that somebody looks.',
    },
    run: async (stage) => {
      const { id } = stage.orders.create({
        storeId: stage.shop.storeId,
        look: { extraFields: true },
        extra: { courier: { vehicle: 'BIKE' } },
        ...QUIET,
      });
      const order = stage.orders.setOddStatus(id, 'COURIER_NEARBY', QUIET);
      const { known, deliveries } = await announce(stage, order);
      return { orders: [expectOrder(order, known, known === 'webhook' ? ['unclear'] : [])], deliveries };
    },
  },
  {
    name: 'T14',
    title: {
      es: 'Sin cliente, sin código de barras, importes como texto',
      en: 'Null customer, money as text',
    },
    story: {
      es: 'Cliente nulo, código de barras vacío e importes entre comillas: se lee como cualquier otro.',
      en: 'A null customer, an empty barcode and amounts in quotes: read like any other order.',
    },
    run: async (stage) => {
      const { id } = stage.orders.create({
        storeId: stage.shop.storeId,
        look: { customerAs: 'null', barcodeAs: 'empty', moneyAs: 'string', discountSign: 'positive' },
        ...QUIET,
      });
      const order = stage.orders.ready(id, QUIET);
      const { known, deliveries } = await announce(stage, order);
      return { orders: [expectOrder(order, known, ['ready'])], deliveries };
    },
  },
  {
    name: 'T20',
    title: { es: 'Dos tiendas, una dirección', en: 'Two shops, one address' },
    story: {
      es: 'Otra tienda de la cadena avisa a la misma dirección. Solo suena el pedido propio.',
      en: 'Another shop of the chain calls the same address. Only our own order rings.',
    },
    run: async (stage) => {
      const theirs = stage.orders.create({ storeId: stage.otherShop().storeId, ...QUIET });
      const foreign = stage.orders.ready(theirs.id, QUIET);
      const ours = stage.orders.create({ storeId: stage.shop.storeId, ...QUIET });
      const order = stage.orders.ready(ours.id, QUIET);
      const first = await announce(stage, foreign);
      const { known, deliveries } = await announce(stage, order);
      return {
        orders: [expectOrder(foreign, 'never', []), expectOrder(order, known, ['ready'])],
        deliveries: [...first.deliveries, ...deliveries],
      };
    },
  },
  {
    name: 'T21',
    title: { es: 'La respuesta no llega a tiempo', en: 'The answer comes too late' },
    story: {
      es: 'La plataforma se cansa de esperar el 200 y repite el aviso. Suena una sola vez.',
      en: 'The platform tires of waiting for the 200 and sends again. It rings once only.',
    },
    run: async (stage) => {
      const { id } = stage.orders.create({ storeId: stage.shop.storeId, ...QUIET });
      const order = stage.orders.ready(id, QUIET);
      const delivery = await stage.send(stage.messageOf(order), {
        hangUpFirst: true,
        pausesMs: SHORT_PAUSES,
      });
      return {
        orders: [expectOrder(order, stage.hasWebhook ? 'webhook' : 'api', ['ready'])],
        deliveries: expectDelivery(delivery, 'delivered', 200, 2),
      };
    },
  },
  {
    name: 'T22',
    title: { es: 'Acentos y emojis', en: 'Accents and emoji' },
    story: {
      es: 'Nombre, comentario e indicaciones con ñ, acentos y emojis llegan intactos.',
      en: 'A name, a comment and instructions with ñ, accents and emoji arrive unharmed.',
    },
    run: async (stage) => {
      const { id } = stage.orders.create({
        storeId: stage.shop.storeId,
        customer: { firstName: 'Íñigo 🧉' },
        comment: '¡Ojo! Portón «azul» — piñata & café <3 🎉👩‍🍳',
        lines: [
          { sku: 'RACION-GATO-1', instructions: 'La de la bolsa más fría 🥶' },
          { sku: 'TE-25', pieces: 2 },
        ],
        ...QUIET,
      });
      const order = stage.orders.ready(id, QUIET);
      const { known, deliveries } = await announce(stage, order);
      return { orders: [expectOrder(order, known, ['ready'])], deliveries };
    },
  },
];

import { randomUUID } from 'node:crypto';

export const CHAIN_ID = 'c';
export const VENDOR_ID = '412207';
export const BODY_BYTES = 4096;

const STARTED_MS = Date.now();
const FIRST_NAMES = ['Ana', 'Lucía', 'Bruno', 'Martina', 'Joaquín', 'Sofía', 'Diego', 'Valentina', 'Facundo'];
const PRODUCTS = [
  'Leche entera',
  'Yerba',
  'Arroz',
  'Fideos',
  'Aceite',
  'Azúcar',
  'Café',
  'Jabón',
  'Galletas',
];

/**
 * An ordinary order as the platform sends it, of exactly BODY_BYTES; every call another, or the one with the given id. Of
 * today, or of so many days ago: what is older than a day waits for nobody.
 */
export function orderBody(
  code: number,
  {
    id = randomUUID(),
    isPickedUp = false,
    daysAgo = 0,
  }: { readonly id?: string; readonly isPickedUp?: boolean; readonly daysAgo?: number } = {},
): string {
  const minutesAgo = (minutes: number): string =>
    new Date(STARTED_MS - (daysAgo * 24 * 60 + minutes) * 60_000).toISOString();
  const items = Array.from({ length: 5 }, (_, index) => item(code + index));
  const order = {
    order_id: id,
    external_order_id: String(1_800_000_000 + code),
    order_code: String(code % 10_000),
    status: isPickedUp ? 'PICKED_UP' : 'READY_FOR_PICKUP',
    order_type: 'DELIVERY',
    transport_type: 'LOGISTICS_DELIVERY',
    isPreorder: false,
    promised_for: minutesAgo(15),
    client: { name: 'Súper del Barrio', country_code: 'uy', store_id: VENDOR_ID },
    customer: {
      _id: 'c-90871',
      first_name: FIRST_NAMES[code % FIRST_NAMES.length],
      last_name: 'P.',
      phone_number: '+59899*****1',
      delivery_address: { city: 'Montevideo', street: 'Calle de Prueba', number: '1234' },
    },
    items,
    payment: {
      type: 'PAID',
      sub_total: 485,
      delivery_fee: 49,
      service_fee: 15,
      discount: -10,
      order_total: 539,
    },
    sys: {
      created_at: minutesAgo(50),
      updated_at: minutesAgo(isPickedUp ? 5 : 30),
    },
    comment: '',
  };
  const missing = BODY_BYTES - Buffer.byteLength(JSON.stringify(order));
  if (missing < 0) throw new Error(`The order is ${-missing} bytes too long`);
  return JSON.stringify({ ...order, comment: 'x'.repeat(missing) });
}

function item(index: number) {
  const pricing = {
    pricing_type: 'UNIT',
    quantity: 2,
    min_quantity: 1,
    max_quantity: 3,
    unit_price: 48.5,
    total_price: 97,
    vat_percent: 10,
    weight: 0,
    weighted_pieces: 0,
  };
  return {
    _id: `l-${index}`,
    sku: `ART-${index}`,
    barcode: ['7730100000011'],
    name: `${PRODUCTS[index % PRODUCTS.length] ?? ''} ${index}`,
    image_url: 'https://example.invalid/leche.png',
    instructions: '',
    status: 'IN_CART',
    replaced_id: null,
    discount: 0,
    original_pricing: pricing,
    pricing,
  };
}

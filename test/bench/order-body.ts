import { randomUUID } from 'node:crypto';

export const VENDOR_ID = '412207';
export const BODY_BYTES = 4096;

/** Of today: what is older than a day waits for nobody. */
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const PROMISED_FOR = minutesAgo(15);
const CREATED_AT = minutesAgo(50);
const READY_AT = minutesAgo(30);
const PICKED_UP_AT = minutesAgo(5);

/** An ordinary order as the platform sends it, of exactly BODY_BYTES; every call another, or the one with the given id. */
export function orderBody(
  code: number,
  { id = randomUUID(), isPickedUp = false }: { readonly id?: string; readonly isPickedUp?: boolean } = {},
): string {
  const items = Array.from({ length: 5 }, (_, index) => item(index));
  const order = {
    order_id: id,
    external_order_id: String(1_800_000_000 + code),
    order_code: String(code % 10_000),
    status: isPickedUp ? 'PICKED_UP' : 'READY_FOR_PICKUP',
    order_type: 'DELIVERY',
    transport_type: 'LOGISTICS_DELIVERY',
    isPreorder: false,
    promised_for: PROMISED_FOR,
    client: { name: 'Súper del Barrio', country_code: 'uy', store_id: VENDOR_ID },
    customer: {
      _id: 'c-90871',
      first_name: 'Ana',
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
      created_at: CREATED_AT,
      updated_at: isPickedUp ? PICKED_UP_AT : READY_AT,
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
    sku: `LECHE-ENT-${index}L`,
    barcode: ['7730100000011'],
    name: `Leche entera ${index} L`,
    image_url: 'https://example.invalid/leche.png',
    instructions: '',
    status: 'IN_CART',
    replaced_id: null,
    discount: 0,
    original_pricing: pricing,
    pricing,
  };
}

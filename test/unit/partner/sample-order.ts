/** An order as the platform writes it, invented for these tests: weighed, missing and replaced lines. */
export function sampleOrder(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    order_id: '3f0d1c52-7a4e-4c0b-9b43-0d6f5a2e8c11',
    external_order_id: '1843920571',
    order_code: '4821',
    status: 'READY_FOR_PICKUP',
    order_type: 'DELIVERY',
    transport_type: 'LOGISTICS_DELIVERY',
    comment: 'Tocar timbre, gracias 🙂',
    isPreorder: false,
    accepted_for: null,
    promised_for: '2025-06-12T18:55:00.000Z',
    client: {
      id: 'b0a5f5c4-52a1-4d6d-8f0e-6f1f0d9a7e01',
      chain_id: '5d7e2a90-1b3c-4f86-9a25-c4e8b7d61f02',
      name: 'Súper del Barrio',
      country_code: 'uy',
      store_id: '0412207',
      external_partner_config_id: 'SUC-03',
    },
    customer: {
      _id: 'c-90871',
      first_name: 'Ana María',
      last_name: 'Pereyra',
      phone_number: '+59899123451',
      national_id: '4.321.987-6',
      tax_id: '219999990011',
      loyalty_card: 'LC-777',
      delivery_address: {
        street: 'Calle de Prueba',
        latitude: -34.9101,
        formattedAddress: 'Calle de Prueba 1',
      },
    },
    items: [
      line('l-1', 'IN_CART', unit(2, 48.5, 97), unit(3, 48.5, 145.5)),
      line('l-2', 'IN_CART', kilos(0.535, 420, 224.7), kilos(0.5, 420, 210)),
      line('l-3', 'NOT_FOUND', unit(1, 189, 189), unit(1, 189, 189)),
      line('l-4', 'REPLACED', unit(1, 75, 75), unit(1, 75, 75)),
      line('l-5', 'ADDITION', unit(1, 79, 79), null, { replaced_id: 'l-4' }),
    ],
    payment: {
      type: 'PAID',
      sub_total: 400.7,
      delivery_fee: 49,
      service_fee: 15,
      discount: -10,
      discounts: [{ name: 'Promo', value: 10 }],
      collect_at_pickup: 0,
      order_total: 454.7,
    },
    sys: { created_at: '2025-06-12T18:20:04.512Z', updated_at: '2025-06-12T18:37:41.090Z' },
    ...changes,
  };
}

export function line(
  id: string,
  status: string,
  pricing: unknown,
  original: unknown,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const { sku, name } = { sku: `SKU-${id}`, name: `Producto ${id}` };
  return { _id: id, sku, name, barcode: ['11'], status, pricing, original_pricing: original, ...more };
}

export function unit(quantity: unknown, unitPrice: unknown, total: unknown): Record<string, unknown> {
  return { pricing_type: 'UNIT', quantity, unit_price: unitPrice, total_price: total, weight: 0 };
}

export function kilos(weight: unknown, unitPrice: unknown, total: unknown): Record<string, unknown> {
  const pricing = { pricing_type: 'KG', quantity: 1, weighted_pieces: 1 };
  return { ...pricing, weight, unit_price: unitPrice, total_price: total };
}

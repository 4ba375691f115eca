import { describe, expect, it } from 'vitest';
import { parsePartnerOrder } from '../../../src/main/partner/wire/schemas.ts';
import type { Order } from '../../../src/shared/orders/order.ts';
import { sampleOrder } from './sample-order.ts';

function read(body: unknown): Order {
  const parsed = parsePartnerOrder(body, { country: 'uy' });
  if (!parsed.ok) throw new Error(parsed.error.note.kind);
  return parsed.value.order;
}

describe('a status', () => {
  it.each([
    ['READY_FOR_PICKUP', 'READY_FOR_PICKUP'],
    [' ready for pickup ', 'READY_FOR_PICKUP'],
    ['Ready-For-Pickup', 'READY_FOR_PICKUP'],
    ['readyForPickup', 'READY_FOR_PICKUP'],
    ['READY_FOR_PICK_UP', 'READY_FOR_PICKUP'],
    ['picked up', 'PICKED_UP'],
    ['CANCELED', 'CANCELLED'],
    ['cancelled', 'CANCELLED'],
    ['Cancelado', 'CANCELLED'],
    ['CANCEL', 'CANCELLED'],
    ['CANCELLED_BY_CUSTOMER', 'CANCELLED'],
    ['cancelled-by-vendor', 'CANCELLED'],
    ['CANCELLATION', 'CANCELLED'],
    ['ORDER_CANCELLED', 'CANCELLED'],
    ['orderCanceled', 'CANCELLED'],
    ['READY\u200B_FOR_PICKUP', 'READY_FOR_PICKUP'],
    ['ready-for-pickup', 'READY_FOR_PICKUP'],
    ['Ｒｅａｄｙ for pickup', 'READY_FOR_PICKUP'],
    ['order.ready_for_pickup', 'READY_FOR_PICKUP'],
    ['ORDER_STATUS_PICKED_UP', 'PICKED_UP'],
    ['NOT_READY_FOR_PICKUP', 'UNKNOWN'],
    ['ORDER', 'UNKNOWN'],
    ['Cancelled by vendor', 'CANCELLED'],
    ['CANCELLED_PAYMENT_FAILED', 'CANCELLED'],
    ['CANCELLED_NO_COURIER', 'CANCELLED'],
    ['Cancelled - rejected by vendor', 'CANCELLED'],
    ['CANCELLED: item not available', 'CANCELLED'],
    ['NO_SHOW_CANCELLED', 'CANCELLED'],
    ['not yet cancelled', 'UNKNOWN'],
    ['CANCELLED_PARTIALLY', 'UNKNOWN'],
    ['CANCELLATION_REVERTED', 'UNKNOWN'],
    ['CANCEL_REQUEST_DENIED', 'UNKNOWN'],
    ['CANCELLATION_REJECTED', 'UNKNOWN'],
    ['CANCELLATION_CONFIRMED', 'CANCELLED'],
    ['CANCELLED_REQUESTED_BY_CUSTOMER', 'CANCELLED'],
    ['CANCELLEDBYCUSTOMER_REQUEST', 'CANCELLED'],
    ['CANCELLATION_REQUESTED', 'UNKNOWN'],
    ['CANCEL_REQUESTED', 'UNKNOWN'],
    ['PENDING_CANCELLATION', 'UNKNOWN'],
    ['Cancelación solicitada', 'UNKNOWN'],
    ['CANCELLABLE', 'UNKNOWN'],
    ['NOT_CANCELLED', 'UNKNOWN'],
    ['PARTIALLY_CANCELLED', 'UNKNOWN'],
    ['READY', 'UNKNOWN'],
    ['ANULADO', 'UNKNOWN'],
    ['__proto__', 'UNKNOWN'],
    ['toString', 'UNKNOWN'],
  ])('%j is %s', (status, known) => {
    expect(read(sampleOrder({ status }))).toMatchObject({ status: known });
  });

  it('and a code that stand in an object are read by their text', () => {
    const order = read(sampleOrder({ status: { code: 'READY_FOR_PICKUP' }, order_code: { value: 4821 } }));
    expect(order).toMatchObject({ status: 'READY_FOR_PICKUP', code: '4821' });
    expect(parsePartnerOrder(sampleOrder({ status: { at: 1 } }), { country: 'uy' }).ok).toBe(false);
  });

  it.each(['READY_FOR_PICKUP', 'ON_THE_MOON', 'RECEIVED'])(
    '%s beside who cancelled, or why, is cancelled',
    (status) => {
      for (const cancellation of [
        { reason: 'TOO_BUSY' },
        { cancelled_by: 'CUSTOMER' },
        { canceled_by: 'CUSTOMER' },
        'CLOSED',
        [{ reason: 'TOO_BUSY' }],
        { post_picked_up: true },
        { cancelled: true },
        { is_canceled: 'true' },
        { cancelled_at: '2026-11-29T22:20:00Z' },
        { reason: 'UNKNOWN', cancelled_by: 'CUSTOMER' },
        { reason: 'OTHER' },
        true,
        'true',
      ]) {
        expect(read(sampleOrder({ status, cancellation })).status).toBe('CANCELLED');
      }
    },
  );

  it('beside the empty form of a cancellation stays what it is', () => {
    for (const cancellation of [
      {},
      [],
      null,
      '',
      'null',
      'NONE',
      { cancelled_by: null, reason: '', post_picked_up: false },
      { reason: 'N/A' },
      { reason: 'NOT_CANCELLED' },
      { reason: 'No aplica' },
      { reason: 'ninguno', cancelled_by: '—' },
      { reason: 'sin motivo', cancelled_by: 'N.A.' },
      [{}],
      [null],
      false,
      'false',
      'unknown',
      { reason: 'unknown', cancelled_by: 'UNKNOWN', post_picked_up: false },
      { reason: 'Not specified' },
      { reason: 'Desconocido', cancelled_by: 'nadie' },
      { reason: 'Ningún' },
      { reason: 'vacío', cancelled_by: 'sin especificar' },
      { cancelled: false, cancelled_at: null },
      { cancelled_at: '0001-01-01T00:00:00Z' },
    ]) {
      expect(read(sampleOrder({ cancellation })).status).toBe('READY_FOR_PICKUP');
    }
  });

  it('beside a flag or a time that says that the order is cancelled is cancelled', () => {
    for (const said of [
      { cancelled: true },
      { canceled: 'true' },
      { is_cancelled: 1 },
      { isCancelled: true },
      { cancelled_at: '2026-11-29T22:20:00Z' },
      { canceled_at: 1_796_000_000 },
    ]) {
      expect(read(sampleOrder(said)).status).toBe('CANCELLED');
      expect(read(sampleOrder({ ...said, status: 'PICKED_UP' }))).toMatchObject({
        status: 'CANCELLED',
        cancellation: { afterPickUp: true },
      });
    }
    for (const said of [
      { cancelled: false },
      { isCancelled: 'no' },
      { cancelled_at: null },
      { cancelled: 'x' },
    ]) {
      expect(read(sampleOrder(said)).status).toBe('READY_FOR_PICKUP');
    }
  });

  it.each(['N/A', 'unknown', 'NONE', 'sin especificar', '-', 'null'])(
    'gives no reason with %j',
    (nothing) => {
      const order = read(
        sampleOrder({
          status: 'CANCELLED',
          cancellation: { reason: nothing, cancelled_by: nothing, post_picked_up: false },
        }),
      );
      expect(order).toMatchObject({
        status: 'CANCELLED',
        cancellation: { by: null, reason: null, afterPickUp: false },
      });
    },
  );

  it('that says picked up beside a cancellation is cancelled after pick-up', () => {
    const order = read(sampleOrder({ status: 'PICKED_UP', cancellation: { reason: 'CUSTOMER_REQUEST' } }));
    expect(order).toMatchObject({ status: 'CANCELLED', cancellation: { afterPickUp: true } });
  });
});

import { describe, expect, test } from 'vitest';
import { textsFor } from '../../../src/shared/texts/texts.ts';

const { alerts: es, orderDetail: detailEs } = textsFor('es');
const { alerts: en, orderDetail: detailEn } = textsFor('en');

describe('what the platform sends as a code', () => {
  test.each([
    ['ITEM_UNAVAILABLE', 'Faltaba un producto', 'An item was missing'],
    ['OUT_OF_STOCK_UNAVAILABLE', 'Faltaba un producto', 'An item was missing'],
    ['TECHNICAL_PROBLEM', 'Un problema técnico', 'A technical problem'],
    ['UNREACHABLE', 'No se pudo ubicar al cliente', 'The customer could not be reached'],
    ['too busy', 'La tienda tenía demasiados pedidos', 'The shop was too busy'],
    ['customer-request', 'Lo pidió el cliente', 'The customer asked for it'],
  ])('is said in words: the reason %s', (reason, inSpanish, inEnglish) => {
    expect(es.reason(reason)).toBe(inSpanish);
    expect(en.reason(reason)).toBe(inEnglish);
    expect(es.cancelledBody(reason)).toBe(`Pedido cancelado: ${inSpanish}.`);
  });

  test.each([
    ['PAID', 'Ya pagado', 'Paid already'],
    ['CASH', 'Efectivo', 'Cash'],
    ['Online', 'Pagado en línea', 'Paid online'],
    ['CREDIT_CARD', 'Tarjeta de crédito', 'Credit card'],
    ['debit card', 'Tarjeta de débito', 'Debit card'],
    ['SPLIT_WALLET', 'Otra forma de pago (SPLIT_WALLET)', 'Another payment (SPLIT_WALLET)'],
  ])('is said in words: the payment %s', (type, inSpanish, inEnglish) => {
    expect(detailEs.paymentOf(type)).toBe(inSpanish);
    expect(detailEn.paymentOf(type)).toBe(inEnglish);
  });

  test('is kept beside the words when nobody knows it, and a sentence of a person stays as it is', () => {
    expect(es.reason('NEW_REASON')).toBe('Otro motivo (NEW_REASON)');
    expect(en.reason('NEW_REASON')).toBe('Another reason (NEW_REASON)');
    expect(es.reason('El cliente se fue')).toBe('El cliente se fue');
  });
});

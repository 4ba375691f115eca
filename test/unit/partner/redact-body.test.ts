import { describe, expect, it } from 'vitest';
import { redactBody } from '../../../src/main/partner/wire/redact-body.ts';
import { sampleOrder } from './sample-order.ts';

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, field]) => [key, shuffled(field)]);
  return Object.fromEntries(entries.toReversed());
}

describe('redactBody', () => {
  it('cuts what tells who and where the customer is', () => {
    const { body } = redactBody(sampleOrder());
    for (const personal of [
      'Pereyra',
      'María',
      '99123451',
      '4.321.987-6',
      '219999990011',
      'LC-777',
      'Calle',
      '34.91',
      'c-90871',
    ]) {
      expect(body).not.toContain(personal);
    }
    expect(JSON.parse(body)).toMatchObject({
      customer: { first_name: 'Ana', phone_number: '***451' },
      order_code: '4821',
      client: { store_id: '0412207' },
      payment: { order_total: 454.7 },
    });
  });

  it('cuts it wherever it stands, in either way of writing names', () => {
    const { body } = redactBody({
      delivery_address: { street: 'Secreta 1' },
      deliveryAddress: 'Secreta 2',
      courier: { phoneNumber: '099 111 222', e_mail: 'secreta@example.invalid' },
      items: [{ recipient: { 'last-name': 'Secreta', lat: -34.91 } }],
    });
    expect(body).toBe('{"courier":{},"items":[{"recipient":{}}]}');
  });

  it('keeps fields that this version does not know', () => {
    expect(redactBody({ loyalty_tier: 'oro', flags: ['novedad'] }).body).toBe(
      '{"flags":["novedad"],"loyalty_tier":"oro"}',
    );
  });

  it('gives the same news the same digest, whichever way it came', () => {
    const { digest } = redactBody(sampleOrder());
    expect(redactBody(shuffled(sampleOrder())).digest).toBe(digest);
    const sys = { ...(sampleOrder()['sys'] as object), webhook_status: 'DELIVERED' };
    expect(redactBody(sampleOrder({ sys })).digest).toBe(digest);
    expect(redactBody(sampleOrder({ sys })).body).toContain('webhook_status');
  });

  it('gives other news another digest', () => {
    const { digest } = redactBody(sampleOrder());
    expect(redactBody(sampleOrder({ status: 'CANCELLED' })).digest).not.toBe(digest);
    expect(redactBody(sampleOrder({ sys: { updated_at: '2025-06-12T18:37:41.091Z' } })).digest).not.toBe(
      digest,
    );
  });

  it('changes nothing when a kept body is read again', () => {
    const once = redactBody(sampleOrder());
    expect(redactBody(JSON.parse(once.body))).toEqual(once);
  });
});

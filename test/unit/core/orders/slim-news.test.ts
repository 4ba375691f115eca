import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parsePartnerOrder } from '../../../../src/main/partner/wire/schemas.ts';
import { ID } from './rig.ts';
import { createReceiveRig, type ReceiveRig } from './rig.ts';

const V1 = '2026-03-02T14:50:00.000Z';
const V2 = '2026-03-02T14:55:00.000Z';

let rig: ReceiveRig;
beforeEach(() => {
  rig = createReceiveRig();
});
afterEach(() => rig.close());

const FULL = {
  order_id: ID,
  external_order_id: '1843920571',
  order_code: '4821',
  status: 'READY_FOR_PICKUP',
  client: { store_id: '0042', country_code: 'uy' },
  customer: { first_name: 'Ana', phone_number: '+59899123451' },
  sys: { created_at: '2026-03-02T14:40:00.000Z', updated_at: V1 },
};

function arrive(body: object): void {
  const read = parsePartnerOrder(body, { country: 'uy' });
  if (!read.ok) throw new Error('no order');
  rig.take(read.value, 'webhook');
}

describe('news that leave out what was known take nothing away', () => {
  const slims: readonly (readonly [string, object])[] = [
    [
      'a later cancellation with the id alone',
      { order_id: ID, status: 'CANCELLED', sys: { updated_at: V2 } },
    ],
    ['one of the same version', { order_id: ID, status: 'CANCELLED', sys: { updated_at: V1 } }],
    ['one without a version', { order_id: ID, status: 'CANCELLED' }],
    [
      'one whose fields are null',
      {
        ...FULL,
        order_code: null,
        external_order_id: null,
        customer: null,
        status: 'CANCELLED',
        sys: { updated_at: V2 },
      },
    ],
    [
      'one whose fields are empty',
      {
        ...FULL,
        order_code: ' ',
        external_order_id: '',
        customer: {},
        status: 'CANCELLED',
        sys: { updated_at: V2 },
      },
    ],
    [
      'one with the external number alone',
      { order_id: ID, external_order_id: '1843920571', status: 'CANCELLED', sys: { updated_at: V2 } },
    ],
  ];

  test.each(slims)('%s: whichever comes first, the code and the name stay', (_what, slim) => {
    for (const bodies of [
      [FULL, slim],
      [slim, FULL],
      [slim, FULL, slim],
    ]) {
      rig.close();
      rig = createReceiveRig();
      bodies.forEach(arrive);
      expect(rig.stored().order).toMatchObject({
        code: '4821',
        externalId: '1843920571',
        status: 'CANCELLED',
        customer: { firstName: 'Ana' },
      });
      expect(rig.alert('cancelled')).toMatchObject({ code: '4821', customerFirstName: 'Ana' });
    }
  });

  test('what they do say counts', () => {
    arrive(FULL);
    arrive({ ...FULL, order_code: '4822', customer: { first_name: 'Eva' }, sys: { updated_at: V2 } });
    expect(rig.stored().order).toMatchObject({ code: '4822', customer: { firstName: 'Eva' } });
    arrive({ ...FULL, order_code: '4823', sys: { updated_at: V1 } });
    expect(rig.stored().order.code).toBe('4822');
  });
});

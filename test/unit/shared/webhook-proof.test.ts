import { expect, test } from 'vitest';
import { readProof, type WebhookProof } from '../../../src/shared/health/webhook-proof.ts';

const AT = '2026-03-02T15:00:00.000Z';
const LATER = '2026-03-02T16:00:00.000Z';
const PROOF: WebhookProof = {
  subject: '["https://a.example", 4765, "tienda - 1"]',
  acceptedAt: AT,
  refused: { at: LATER, fault: 'secret' },
  missedAt: LATER,
  otherShopAt: null,
};

test('a proof is read as it was stored', () => {
  expect(readProof(JSON.stringify(PROOF))).toEqual(PROOF);
  expect(readProof(JSON.stringify({ ...PROOF, refused: null }))).toEqual({ ...PROOF, refused: null });
});

test('the older form is still read', () => {
  expect(readProof(`${AT} ${LATER} secret ${LATER} - shop 1 here`)).toEqual({
    ...PROOF,
    subject: 'shop 1 here',
  });
  expect(readProof(`${AT} - - - ${LATER} here`)).toEqual({
    subject: 'here',
    acceptedAt: AT,
    refused: null,
    missedAt: null,
    otherShopAt: LATER,
  });
  expect(readProof(`yesterday ${LATER} weather - - here`)).toMatchObject({ acceptedAt: null, refused: null });
});

test.each([
  '',
  '-',
  'null',
  '[]',
  '{"acceptedAt":1}',
  JSON.stringify({ ...PROOF, acceptedAt: 'yesterday' }),
  JSON.stringify({ ...PROOF, refused: { at: AT, fault: 'weather' } }),
])('what is no proof is none: %j', (stored) => {
  expect(readProof(stored)).toBeNull();
});

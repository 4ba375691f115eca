import { z } from 'zod';
import { MAX_TRAVEL_MINUTES } from '../orders/orders.ts';

const text = z.string().trim().min(1).max(200);
const pieces = z.int().min(1).max(999).exactOptional();
const grams = z.int().min(1).max(100_000).exactOptional();
const line = z.union([text, z.int().min(0).max(999)]);

export const NEW_ORDER = z.strictObject({
  lines: z
    .array(z.strictObject({ sku: text, pieces, grams, instructions: z.string().max(500).exactOptional() }))
    .min(1)
    .max(100)
    .exactOptional(),
  lineCount: z.int().min(1).max(50).exactOptional(),
  code: text.exactOptional(),
  comment: z.string().max(500).nullable().exactOptional(),
  customer: z.strictObject({ firstName: text }).nullable().exactOptional(),
  isPreorder: z.boolean().exactOptional(),
  promisedInMinutes: z.int().min(0).max(14_400).exactOptional(),
  storeId: text.exactOptional(),
  quiet: z.boolean().exactOptional(),
});

export const PICK = z.strictObject({
  steps: z
    .array(
      z.union([
        z.strictObject({ line, action: z.literal('in-cart').exactOptional(), pieces, grams }),
        z.strictObject({ line, action: z.literal('not-found') }),
        z.strictObject({ line, action: z.literal('replace'), withSku: text, pieces, grams }),
      ]),
    )
    .min(1)
    .max(100),
});

export const QUIET = z.strictObject({ quiet: z.boolean().exactOptional() });
export const CANCEL = z.strictObject({
  by: text.exactOptional(),
  reason: text.exactOptional(),
  afterPickUp: z.boolean().nullable().exactOptional(),
  quiet: z.boolean().exactOptional(),
});
export const TRAVEL = z.strictObject({ minutesBack: z.int().min(0).max(MAX_TRAVEL_MINUTES) });
export const ODD_STATUS = z.strictObject({ status: text.nullable(), quiet: z.boolean().exactOptional() });
export const SEED = z.strictObject({
  count: z.int().min(1).max(20_000),
  days: z.number().min(0).max(70).exactOptional(),
  ready: z.int().min(0).max(20_000).exactOptional(),
});
export const WEBHOOK = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
  /** When absent, the secret does not change. */
  secret: z.string().max(1000).exactOptional(),
});
export const AUTO = z.strictObject({ everySeconds: z.number().min(0.2).max(3600).nullable() });
export const NOTHING = z.strictObject({});

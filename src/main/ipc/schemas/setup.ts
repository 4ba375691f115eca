import { z } from 'zod';
import { HEALTH_CODES, type HealthCode } from '../../../shared/health/health.ts';
import {
  SETUP_STEPS,
  type SetupCaseId,
  type SetupReason,
  type SetupStepId,
  type TestLightId,
} from '../../../shared/setup.ts';
import { numberOrNull, textOrNull } from './common.ts';
import { fact, healthCode, partnerError, tunnelError, tunnelStatus } from './state.ts';

const REASONS = [
  'shop-missing',
  'shop-unproven',
  'shop-proven',
  'key-missing',
  'key-unproven',
  'key-proven',
  'secret-missing',
  'secret-unproven',
  'secret-proven',
  'secret-previous',
  'secret-refused',
  'secret-off',
  'address-undecided',
  'address-off',
  'address-starting',
  'address-unverified',
  'address-proven',
  'address-failing',
  'test-missing',
  'test-outdated',
  'test-nothing',
  'test-proven',
  'test-failing',
  'cases-none',
  'cases-some',
  'cases-proven',
] as const satisfies readonly SetupReason[];

const reason = z.enum([...REASONS, ...HEALTH_CODES.filter(isTrouble)]);
const step = z.object({
  state: z.enum(['open', 'unproven', 'proven', 'failing', 'off']),
  reason,
  at: textOrNull,
  detail: fact.nullable().exactOptional(),
});

const testLight = z.object({
  state: z.enum(['ok', 'failed', 'off']),
  ms: numberOrNull,
  why: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('health'), code: healthCode, detail: fact.nullable() }),
      z.object({ kind: z.literal('tunnel'), error: tunnelError }),
    ])
    .nullable(),
});

export const setupTest = z.object({
  at: z.string(),
  path: z.enum(['public', 'local']),
  inboundAt: textOrNull,
  ms: numberOrNull,
  lights: z.object({
    partner: testLight,
    tunnel: testLight,
    computer: testLight,
    toasts: testLight,
    sound: testLight,
  } satisfies Record<TestLightId, z.ZodType>),
});

const proof = z.object({ code: z.string(), at: z.string(), by: z.enum(['webhook', 'api']) }).nullable();

export const setupView = z.object({
  steps: z.object({
    shop: step,
    key: step,
    secret: step,
    address: step,
    test: step,
    cases: step,
  } satisfies Record<SetupStepId, z.ZodType>),
  next: z.enum(SETUP_STEPS),
  foundShop: z.object({ chainId: z.string(), vendorId: z.string(), name: textOrNull }).nullable(),
  tunnel: tunnelStatus,
  webhookUrl: textOrNull,
  test: setupTest.nullable(),
  cases: z.object({
    full: proof,
    partial: proof,
    weighed: proof,
    replaced: proof,
    cancelled: proof,
    'get-single': proof,
    'get-list': proof,
  } satisfies Record<SetupCaseId, z.ZodType>),
});

export const singleAsk = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), code: z.string() }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('failed'), error: partnerError }),
]);

/** True for trouble with the shop, its key, the keychain that holds it, or the connection to PedidosYa. */
function isTrouble(code: HealthCode): code is Extract<SetupReason, HealthCode> {
  return code.startsWith('partner-') || code === 'keychain-unavailable';
}

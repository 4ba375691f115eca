import { z } from 'zod';
import { TONE_IDS } from '../../../shared/settings/alert-settings.ts';
import { OUTLET_STATES } from '../../../shared/outlet.ts';
import { DEMO_STEPS } from '../../../shared/demo.ts';
import { PROXY_TROUBLES } from '../../../shared/proxy.ts';
import { HEALTH_CODES, type HealthPart } from '../../../shared/health/health.ts';
import { PARTNER_ERROR_CODES } from '../../../shared/partner.ts';
import { TUNNEL_PROVIDERS } from '../../../shared/settings/tunnel-settings.ts';
import { TUNNEL_ERROR_CODES, TUNNEL_STATES } from '../../../shared/tunnel.ts';
import { list, numberOrNull, textOrNull } from './common.ts';
import { orderShop } from './orders.ts';

const proxyStop = z.object({
  kind: z.literal('proxy'),
  trouble: z.enum(PROXY_TROUBLES),
  proxy: textOrNull,
});
const networkFact = z.union([z.string(), proxyStop]).nullable();
const tunnelCode = z.enum(TUNNEL_ERROR_CODES);
export const fact = z.union([
  z.string(),
  proxyStop,
  z.object({ kind: z.literal('port'), port: z.number(), owner: textOrNull, suggested: numberOrNull }),
  z.object({ kind: z.literal('tunnel'), code: tunnelCode, detail: networkFact }),
  z.object({
    kind: z.literal('outlet'),
    last: z.enum(OUTLET_STATES).nullable(),
    said: textOrNull,
    until: textOrNull,
    reason: textOrNull,
    isDue: z.boolean(),
  }),
]);
export const healthCode = z.enum(HEALTH_CODES);
const healthState = z.enum(['ok', 'degraded', 'down', 'off']);
const light = z.object({ state: healthState, code: healthCode, since: z.string(), detail: fact.nullable() });

export const health = z.object({
  partner: light,
  tunnel: light,
  receiver: light,
  store: light,
  sound: light,
  toasts: light,
  power: light,
  clock: light,
  orders: light,
  printer: light,
  outgoing: light,
  outlet: light,
  facts: z.object({
    lastPollAt: textOrNull,
    lastWebhookAt: textOrNull,
    lastOutletAt: textOrNull,
    clockOffsetMs: z.number(),
  }),
} satisfies Record<HealthPart | 'facts', z.ZodType>);

export const partnerError = z.object({
  code: z.enum(PARTNER_ERROR_CODES),
  status: numberOrNull,
  detail: networkFact,
  retryAfterMs: numberOrNull,
  isRouteMissing: z.boolean(),
});

export const refreshOutcome = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    added: z.number(),
    changed: z.number(),
    read: z.number(),
    at: z.string(),
  }),
  z.object({ ok: z.literal(false), error: partnerError, at: z.string() }),
]);

export const refreshProgress = z.object({
  running: z.boolean(),
  page: z.number(),
  totalPages: numberOrNull,
  orders: z.number(),
});

export const partnerCheck = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), orders: z.number(), ms: z.number(), shop: orderShop.nullable() }),
  z.object({ ok: z.literal(false), error: partnerError }),
]);

export const tunnelError = z.object({ code: tunnelCode, detail: networkFact });

export const tunnelStatus = z.object({
  state: z.enum(TUNNEL_STATES),
  provider: z.enum(TUNNEL_PROVIDERS),
  url: textOrNull,
  since: z.string(),
  attempt: z.number(),
  nextRetryAt: textOrNull,
  lastProbe: z.object({ at: z.string(), ok: z.boolean(), ms: z.number() }).nullable(),
  lastInboundAt: textOrNull,
  error: tunnelError.nullable(),
});

export const tunnelTest = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), ms: z.number() }),
  z.object({ ok: z.literal(false), error: tunnelError }),
]);

export const sshKeyAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), publicKey: z.string() }),
  z.object({ ok: z.literal(false), error: tunnelError }),
]);

export const tone = z.enum(TONE_IDS);
export const muteState = z.object({ until: textOrNull });
export const soundCheck = z.object({
  state: healthState,
  code: healthCode,
  detail: textOrNull,
  isSystemKnown: z.boolean(),
});
export const soundOrder = z.object({
  id: z.number(),
  tone: tone.nullable(),
  volume: z.number(),
  hush: z.boolean().exactOptional(),
});
export const soundReport = z.object({
  id: z.int().nonnegative(),
  ok: z.boolean(),
  devices: z.int().nonnegative().nullable(),
  detail: z.string().max(300).nullable(),
});

export const demoState = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('starting') }),
  z.object({
    phase: z.literal('playing'),
    scene: z.object({ step: z.enum(DEMO_STEPS), codes: list(z.string()), isPaused: z.boolean() }),
  }),
  z.object({ phase: z.literal('stopped'), cause: z.enum(['keychain', 'disk', 'simulator']) }),
]);

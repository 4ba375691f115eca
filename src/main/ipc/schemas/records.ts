import { z } from 'zod';
import { ALERT_KINDS } from '../../../shared/orders/alert.ts';
import { DELIVERY_GROUPS, DELIVERY_OUTCOMES } from '../../../shared/health/delivery.ts';
import { deliveryNote } from '../../../shared/health/delivery-note.ts';
import { REPORT_FILES } from '../../../shared/health/diagnostics.ts';
import { CIRCUMSTANCES } from '../../../shared/orders/why.ts';
import { list, textOrNull } from './common.ts';
import { orderId, orderSource, orderStatus } from './orders.ts';

const lastAt = z.string();
const at = z.string();
const alert = z.enum(ALERT_KINDS);

export const deliveryQuery = z.object({
  group: z.enum(DELIVERY_GROUPS).nullable(),
  before: z.int().positive().nullable(),
});

const deliveryEntry = z.object({
  id: z.number(),
  at,
  outcome: z.enum(DELIVERY_OUTCOMES),
  status: z.number(),
  ms: z.number(),
  bytes: z.number(),
  orderId: textOrNull,
  code: textOrNull,
  isKept: z.boolean(),
  notes: list(deliveryNote),
});

export const deliveryPage = z.object({
  entries: list(deliveryEntry),
  hasMore: z.boolean(),
  counts: z.object({ received: z.number(), rejected: z.number(), failed: z.number() }),
  lastDay: z.object({
    received: z.number(),
    rejected: z.number(),
    wrongSecret: z.number(),
    noSecret: z.number(),
  }),
});

export const reprocessOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), raised: z.number() }),
  z.object({ kind: z.literal('unchanged') }),
  z.object({ kind: z.literal('not-kept') }),
  z.object({ kind: z.literal('other-shop') }),
  z.object({ kind: z.literal('unreadable') }),
]);

const rejection = z.object({
  count: z.number(),
  lastAt,
  why: z.enum(['wrong-secret', 'no-secret', 'unreadable']),
});
const gap = z.object({ from: z.string(), to: z.string() });

const verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rang'), alert, at, isHeard: z.boolean().nullable() }),
  z.object({ kind: z.literal('silenced'), alert, at, by: z.enum(CIRCUMSTANCES).exclude(['audible']) }),
  z.object({ kind: z.literal('not-shown'), alert, at }),
  z.object({ kind: z.literal('ready-too-long-ago'), since: textOrNull }),
  z.object({ kind: z.literal('cancelled-too-long-ago') }),
  z.object({ kind: z.literal('already-left') }),
  z.object({ kind: z.literal('handed-over-before'), at }),
  z.object({ kind: z.literal('not-ready'), status: orderStatus, statusText: z.string() }),
  z.object({ kind: z.literal('other-shop'), at }),
  z.object({ kind: z.literal('rejected'), rejected: rejection }),
  z.object({ kind: z.literal('app-off'), gap }),
  z.object({ kind: z.literal('never-arrived') }),
]);

const end = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('seen'), at, by: z.string() }),
  z.object({ kind: z.literal('closed'), at, how: z.enum(['handed-over', 'left', 'cancelled']) }),
  z.object({ kind: z.literal('open') }),
]);

export const whyQuestion = z.object({ code: z.string().min(1).max(200), orderId: orderId.nullable() });
export const whyAnswer = z.object({
  code: z.string(),
  orderId: textOrNull,
  choices: list(z.object({ orderId: z.string(), at })),
  story: z.object({
    verdict,
    arrived: z.object({ at, source: orderSource }).nullable(),
    cameCancelled: z.boolean(),
    delay: z.object({ minutes: z.number(), gap: gap.nullable(), rejected: rejection.nullable() }).nullable(),
    end: end.nullable(),
    repeats: z.object({ count: z.number(), lastAt }).nullable(),
  }),
});

export const diagnosticsReport = z.object({
  id: z.number(),
  madeAt: z.string(),
  files: list(
    z.object({
      id: z.enum(Object.keys(REPORT_FILES).filter(isReportFile)),
      name: z.string(),
      text: z.string(),
    }),
  ),
});
export const diagnosticsSaved = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), file: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('outdated') }),
  z.object({ kind: z.literal('disk-failed') }),
]);

function isReportFile(id: string): id is keyof typeof REPORT_FILES {
  return Object.hasOwn(REPORT_FILES, id);
}

export const aboutInfo = z.object({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  licences: list(z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() })),
  hasChromiumLicences: z.boolean(),
});

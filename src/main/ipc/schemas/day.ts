import { z } from 'zod';
import { list, numberOrNull, textOrNull } from './common.ts';

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine((text) => !Number.isNaN(Date.parse(text)));
const range = z.object({ from: day, to: day });
const durations = z.object({
  count: z.number(),
  medianMs: numberOrNull,
  worstMs: numberOrNull,
  worstCode: textOrNull,
});

export const dayChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('today') }),
  z.object({ kind: z.literal('yesterday') }),
  range.extend({ kind: z.literal('range') }),
]);

export const dayReport = z.object({
  range,
  today: day,
  firstDay: day,
  ready: z.number(),
  left: z.number(),
  cancelledBefore: z.number(),
  cancelledAfter: z.number(),
  stillWaiting: z.number(),
  waiting: durations,
  seen: durations,
  closedUnseen: z.number(),
  hours: list(
    z.object({
      hour: z.int().min(0).max(23),
      isRepeated: z.boolean(),
      ready: z.number(),
      left: z.number(),
      medianWaitMs: numberOrNull,
    }),
  ),
  outages: list(
    z.object({
      kind: z.enum(['connection', 'app-off']),
      from: z.string(),
      to: textOrNull,
      hidReady: z.number(),
      hidCancelled: z.number(),
    }),
  ),
  foundByAsking: z.object({ count: z.number(), codes: list(z.string()) }),
});

export const daySaved = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), file: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('disk-failed') }),
]);

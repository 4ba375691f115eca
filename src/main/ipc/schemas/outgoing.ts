import { z } from 'zod';
import { OUTBOX_TARGETS, OUTGOING_TESTS, OUTGOING_TROUBLES } from '../../../shared/settings/outgoing.ts';
import { list, nothing } from './common.ts';

const target = z.enum(OUTBOX_TARGETS);
const MAX_ID = 100;
const MAX_LETTERS = 100;
const letterKey = z.object({ id: z.string().min(1).max(MAX_ID), target });
const failed = z.object({ trouble: z.enum(OUTGOING_TROUBLES), status: z.number().nullable() });
const last = z.object({ at: z.string(), failed: failed.nullable() }).nullable();
const state = z.object({ waiting: z.int().min(0), dead: z.int().min(0), last });

export const outgoingView = z.object({
  phone: state,
  'till-post': state,
  'till-file': state,
  heartbeat: last,
  deadLetters: list(z.object({ id: z.string(), target, code: z.string(), at: z.string(), failed })),
});

/** Requests about outgoing messages. */
export const CHANNELS = {
  'outgoing:read': { arg: nothing, answer: outgoingView },
  'outgoing:test': {
    arg: z.object({ what: z.enum(OUTGOING_TESTS) }),
    answer: z.union([
      z.object({ ok: z.literal(true), ms: z.number() }),
      failed.extend({ ok: z.literal(false) }),
    ]),
  },
  'outgoing:resend': { arg: letterKey, answer: outgoingView },
  'outgoing:dismiss': {
    arg: z.object({ letters: z.array(letterKey).max(MAX_LETTERS) }),
    answer: outgoingView,
  },
  'outgoing:choose-folder': { arg: nothing, answer: z.object({ folder: z.string().nullable() }) },
} as const;

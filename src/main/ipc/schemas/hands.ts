import { z } from 'zod';
import { SHORTCUT_OUTCOMES, SHORTCUT_STATES } from '../../../shared/settings/shortcut.ts';
import { MAX_STAFF, VOICE_OUTCOMES } from '../../../shared/settings/hands.ts';
import { done, nothing, textOrNull } from './common.ts';

const MAX_KEYS_CHARS = 60;
const initials = z.string().max(10);

export const shortcutView = z.object({
  keys: z.string(),
  state: z.enum(SHORTCUT_STATES),
  isWayland: z.boolean(),
});

const voiceCheck = z.object({ outcome: z.enum(VOICE_OUTCOMES), voice: textOrNull });
export const voiceOrder = z.object({
  id: z.int(),
  text: z.string(),
  language: z.enum(['es', 'en']),
  volume: z.number(),
});

export const CHANNELS = {
  'voice:set': { arg: z.object({ on: z.boolean() }), answer: z.boolean() },
  'voice:try': { arg: z.object({ aloud: z.boolean() }), answer: voiceCheck },
  'voice:report': {
    arg: z.object({
      id: z.int().nonnegative(),
      outcome: z.enum(VOICE_OUTCOMES),
      voice: z.string().max(100).nullable(),
    }),
    answer: done,
  },
  'staff:list': {
    arg: z.object({ initials: z.array(initials).max(MAX_STAFF).readonly() }),
    answer: z.boolean(),
  },
  'staff:at-counter': { arg: z.object({ initials }), answer: z.boolean() },
  'shortcut:read': { arg: nothing, answer: shortcutView },
  'shortcut:set': {
    arg: z.object({ keys: z.string().max(MAX_KEYS_CHARS) }),
    answer: z.enum(SHORTCUT_OUTCOMES),
  },
};

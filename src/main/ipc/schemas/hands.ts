import { z } from 'zod';
import { SHORTCUT_OUTCOMES, SHORTCUT_STATES } from '../../../shared/settings/shortcut.ts';
import { MAX_STAFF } from '../../../shared/settings/initials.ts';
import { nothing } from './common.ts';

const MAX_KEYS_CHARS = 60;
const initials = z.string().max(10);

export const shortcutView = z.object({
  keys: z.string(),
  state: z.enum(SHORTCUT_STATES),
  isWayland: z.boolean(),
});

export const CHANNELS = {
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

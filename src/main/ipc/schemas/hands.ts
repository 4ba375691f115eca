import { z } from 'zod';
import { SHORTCUT_OUTCOMES, SHORTCUT_STATES } from '../../../shared/settings/shortcut.ts';
import { nothing } from './common.ts';

const MAX_KEYS_CHARS = 60;

export const shortcutView = z.object({
  keys: z.string(),
  state: z.enum(SHORTCUT_STATES),
  isWayland: z.boolean(),
});

export const CHANNELS = {
  'shortcut:read': { arg: nothing, answer: shortcutView },
  'shortcut:set': {
    arg: z.object({ keys: z.string().max(MAX_KEYS_CHARS) }),
    answer: z.enum(SHORTCUT_OUTCOMES),
  },
};

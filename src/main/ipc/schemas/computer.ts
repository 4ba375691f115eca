import { z } from 'zod';
import { LOGIN_ITEM_BLOCKS, UPDATE_FAILURES } from '../../../shared/computer.ts';
import { textOrNull } from './common.ts';

const at = z.string();
const version = z.string();

export const appInfo = z.object({
  version,
  platform: z.string(),
  timeZone: z.string(),
  language: z.enum(['es', 'en']),
  demo: z.boolean(),
});

export const computerView = z.object({
  keepAwake: z.boolean(),
  automaticUpdates: z.boolean(),
  loginItem: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('on') }),
    z.object({ kind: z.literal('off') }),
    z.object({ kind: z.literal('blocked'), why: z.enum(LOGIN_ITEM_BLOCKS) }),
    z.object({ kind: z.literal('failed') }),
  ]),
  isKeptAwake: z.boolean(),
  update: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('unsupported') }),
    z.object({ kind: z.literal('current'), checkedAt: textOrNull }),
    z.object({ kind: z.literal('checking') }),
    z.object({ kind: z.literal('found'), version, at }),
    z.object({ kind: z.literal('downloading'), version, percent: z.number() }),
    z.object({ kind: z.literal('ready'), version, needsPassword: z.boolean() }),
    z.object({ kind: z.literal('failed'), why: z.enum(UPDATE_FAILURES), at }),
  ]),
  installBlock: z.enum(['open', 'alerts']).nullable(),
});

import { z } from 'zod';
import {
  SECRET_NAMES,
  type SecretName,
  type SecretStatuses,
  type Settings,
} from '../../../shared/settings/settings.ts';
import { SAVE_TROUBLES } from '../../../shared/ipc-contract.ts';
import {
  isSettingPath,
  SECRET_FAULTS,
  SETTING_FAULTS,
  type SettingPath,
} from '../../../shared/settings/setting-faults.ts';
import { MAX_TEXT_SIZE, TEXT_SIZE_STEPS, USUAL_TEXT_SIZE } from '../../../shared/settings/text-size.ts';
import { list, textOrNull } from './common.ts';

/** Checks only the structure. The values are checked field by field when they are saved. */
export const settings = z.custom<Settings>((value) => typeof value === 'object' && value !== null);

export const textSizeChange = z.union([
  z.enum(TEXT_SIZE_STEPS),
  z.int().min(USUAL_TEXT_SIZE).max(MAX_TEXT_SIZE),
]);

export const secretName = z.enum(SECRET_NAMES);
const secret = z.object({ present: z.boolean(), last4: textOrNull, savedAt: textOrNull });
const secrets = z.object({
  'partner-token': secret,
  'partner-client-secret': secret,
  'webhook-secret': secret,
  'webhook-secret-previous': secret,
  'tunnel-token': secret,
  'ssh-private-key': secret,
  'ngrok-token': secret,
  'cloudflared-token': secret,
  'phone-token': secret,
  'till-secret': secret,
} satisfies Record<SecretName, z.ZodType<SecretStatuses[SecretName]>>);
const place = z.string().exactOptional();
const bindings = z.object({
  'partner-token': place,
  'partner-client-secret': place,
  'webhook-secret': place,
  'webhook-secret-previous': place,
  'tunnel-token': place,
  'ssh-private-key': place,
  'ngrok-token': place,
  'cloudflared-token': place,
  'phone-token': place,
  'till-secret': place,
} satisfies Record<SecretName, z.ZodType>);

export const settingsView = z.object({
  settings,
  secrets,
  boundTo: bindings.exactOptional(),
  configured: z.boolean(),
  problems: list(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('file-damaged'), keptAs: z.string() }),
      z.object({ kind: z.literal('section-reset'), section: z.string() }),
    ]),
  ),
});

const refused = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('setting'),
    field: z.custom<SettingPath>((path) => typeof path === 'string' && isSettingPath(path)).nullable(),
    fault: z.enum(SETTING_FAULTS),
  }),
  z.object({ what: z.literal('secret'), name: secretName, fault: z.enum(SECRET_FAULTS) }),
]);
export const saveOutcome = z.union([
  z.object({ ok: z.literal(true), view: settingsView }),
  z.object({ ok: z.literal(false), code: z.literal('invalid'), refused }),
  z.object({ ok: z.literal(false), code: z.enum(SAVE_TROUBLES), detail: textOrNull }),
]);

export const exportOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), file: z.string() }),
  z.object({ kind: z.enum(['cancelled', 'failed']) }),
]);

const program = z.string().exactOptional();
export const importOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), file: z.string(), settings, program }),
  z.object({
    kind: z.literal('refused'),
    why: z.enum(['unreadable', 'foreign', 'damaged', 'newer']),
    detail: textOrNull,
  }),
  z.object({ kind: z.literal('cancelled') }),
]);

export const backupSaved = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), file: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('disk-failed') }),
]);
export const backupRestored = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    file: z.string(),
    madeAt: z.string(),
    orders: z.number(),
    settings,
    program,
  }),
  z.object({ kind: z.literal('restarts') }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({
    kind: z.literal('refused'),
    why: z.enum(['damaged', 'newer', 'not-a-backup', 'disk-failed']),
  }),
]);

import { z } from 'zod';
import { TONE_IDS } from './alert-settings.ts';
import { isCountryCode } from '../orders/money.ts';
import { DEFAULT_HANDS_SETTINGS, isInitials, MAX_STAFF } from './hands.ts';
import { isShortcut } from './shortcut.ts';
import { createOutgoingSchema } from './outgoing-schema.ts';
import { createPaperSchema } from './paper-schema.ts';
import { NO_OUTLET_WATCH, OUTLET_REFUSALS } from '../outlet.ts';
import { err, ok, type Result } from '../result.ts';
import { chainFault, chainIdIn, isPageAddress, unwrapped, valueIn } from './pasted.ts';
import { NO_RIDERS_SCREEN, RIDERS_DIGITS } from './riders.ts';
import { isWebAddress, line, withoutSlash } from './schema-fields.ts';
import { isSettingFault, isSettingPath, type RefusedSetting } from './setting-faults.ts';
import type { Settings } from './settings.ts';
import { MAX_TEXT_SIZE, USUAL_TEXT_SIZE } from './text-size.ts';
import { createTunnelSchema } from './tunnel-schema.ts';
import { isTimeZone } from './zones.ts';

const MAX_MINUTE = 24 * 60 - 1;
const MAX_PORT = 65_535;
const NOT_IN_ID = /[\s/\\]/;
/** A file may hold any port. A person who types one gets the ports that ordinary programs may use. */
const MIN_PORT = { kept: 1, typed: 1_024 } as const;

/** `kept`: values that a file may hold and the app may save. `typed`: values that a person may enter. */
type Origin = keyof typeof MIN_PORT;

/** Returns the schema of each section: complete, trimmed, `baseUrl` without `/v2`. The message of an issue is a fault. */
export function createSections(origin: Origin) {
  const isTyped = origin === 'typed';
  /** What was pasted is put right when only one thing can be meant. */
  const mended = (mend: (pasted: string) => string) => (value: string) => (isTyped ? mend(value) : value);
  const id = (mend: (pasted: string) => string) =>
    line()
      .transform(mended(mend))
      .refine((value) => !isTyped || !isPageAddress(value), { error: 'a-page', abort: true })
      .refine((value) => !isTyped || !NOT_IN_ID.test(value), 'not-an-id');
  const chainId = line()
    .transform(mended(chainIdIn))
    .superRefine((value, context) => {
      const fault = isTyped ? (chainFault(value) ?? (NOT_IN_ID.test(value) ? 'not-an-id' : null)) : null;
      if (fault !== null) context.addIssue({ code: 'custom', message: fault });
    });
  const tone = z.enum(TONE_IDS);
  const minuteOfDay = z.int().min(0).max(MAX_MINUTE);
  const minutes = z.number().min(0).max(120);
  const day = z.object({ open: z.boolean(), fromMinute: minuteOfDay, toMinute: minuteOfDay });
  return {
    shop: z.object({
      name: line(),
      chainId,
      vendorId: id(valueIn),
      country: line()
        .transform((value) => value.toLowerCase())
        .pipe(z.custom(isCountry, { error: 'unknown-country' })),
      timeZone: line().refine((value) => value === '' || isTimeZone(value), 'unknown-time-zone'),
    }),
    partner: z.object({
      baseUrl: line()
        .transform(mended(unwrapped))
        .transform(withoutVersion)
        .refine(isWebAddress, 'https-needed'),
      auth: z.enum(['token', 'client-credentials']),
      clientId: id(unwrapped),
      tokenLabel: line(),
    }),
    receiver: z.object({ port: z.int().min(MIN_PORT[origin]).max(MAX_PORT) }),
    tunnel: createTunnelSchema(mended),
    alerts: z.object({
      volume: z.int().min(0).max(100),
      tones: z.object({ ready: tone, cancelled: tone, 'cancelled-after-handover': tone, connection: tone }),
      escalateAfterMinutes: minutes,
      connectionAfterMinutes: minutes,
      unclaimed: z.object({ afterMinutes: minutes, everyMinutes: minutes }),
      quiet: z.object({ enabled: z.boolean(), fromMinute: minuteOfDay, toMinute: minuteOfDay }),
    }),
    hours: z.object({
      enabled: z.boolean(),
      days: z.object({
        monday: day,
        tuesday: day,
        wednesday: day,
        thursday: day,
        friday: day,
        saturday: day,
        sunday: day,
      }),
    }),
    paper: createPaperSchema(),
    computer: z.object({ keepAwake: z.boolean(), automaticUpdates: z.boolean() }),
    outgoing: createOutgoingSchema(mended),
    hands: createHandsSchema().default(() => ({ ...DEFAULT_HANDS_SETTINGS, initials: [] })),
    language: z.enum(['es', 'en']),
    riders: z.object({ on: z.boolean(), digits: z.enum(RIDERS_DIGITS) }).default(NO_RIDERS_SCREEN),
    outlet: z
      .object({ on: z.boolean(), refused: z.literal(OUTLET_REFUSALS).nullable() })
      .default(NO_OUTLET_WATCH),
    textSize: z.int().min(USUAL_TEXT_SIZE).max(MAX_TEXT_SIZE).default(USUAL_TEXT_SIZE),
  } satisfies { readonly [S in keyof Settings]: z.ZodType<Settings[S]> };
}

/** Returns settings that may be saved, or everything that is wrong with them, field by field. */
export type CheckSettings = (settings: unknown) => Result<Settings, readonly RefusedSetting[]>;

/** Returns the check that the form, the file and the save all use for each value. */
export function createSettingsCheck(origin: Origin): CheckSettings {
  const schema: z.ZodType<Settings> = z.object(createSections(origin));
  return (settings) => {
    const read = schema.safeParse(settings);
    return read.success ? ok(read.data) : err(read.error.issues.map(toRefused));
  };
}

function toRefused(issue: z.core.$ZodIssue): RefusedSetting {
  const path = issue.path.join('.');
  const fault = issue.code === 'custom' || issue.message === 'too-long' ? issue.message : issue.code;
  return {
    field: isSettingPath(path) ? path : null,
    fault: isSettingFault(fault) ? fault : 'invalid_type',
  };
}

function isCountry(value: unknown): value is Settings['shop']['country'] {
  return typeof value === 'string' && isCountryCode(value);
}

/** Users paste the address as the guide prints it. */
function withoutVersion(value: string): string {
  return withoutSlash(withoutSlash(value).replace(/\/v2$/i, ''));
}

/** Returns the schema of the section `hands`. */
function createHandsSchema() {
  return z
    .object({
      shortcut: z.string().refine((keys) => keys === '' || isShortcut(keys), 'not-a-shortcut'),
      initials: z
        .array(z.string().refine(isInitials, 'not-initials'))
        .max(MAX_STAFF, 'too-long')
        .refine((list) => new Set(list).size === list.length, 'not-initials'),
      atCounter: z.string(),
      voice: z.boolean(),
    })
    .transform((hands) => ({
      ...hands,
      atCounter: hands.initials.includes(hands.atCounter) ? hands.atCounter : '',
    }));
}

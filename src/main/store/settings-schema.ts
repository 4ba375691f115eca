import { z } from 'zod';
import { TONE_IDS } from '../../shared/alert-settings.ts';
import { isCountryCode } from '../../shared/money.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings.ts';
import { isTimeZone, zoneOfShop } from '../../shared/zones.ts';
import { isWebAddress, line, withoutSlash } from './schema-fields.ts';
import { tunnelSchema } from './tunnel-schema.ts';

const timeZone = line.refine((value) => value === '' || isTimeZone(value), 'unknown-time-zone');
const country = line
  .transform((value) => value.toLowerCase())
  .pipe(z.custom(isCountry, { error: 'unknown-country' }));
const baseUrl = line.transform(withoutVersion).refine(isWebAddress, 'https-needed');

const tone = z.enum(TONE_IDS);
const minuteOfDay = z
  .int()
  .min(0)
  .max(24 * 60 - 1);

const day = z.object({ open: z.boolean(), fromMinute: minuteOfDay, toMinute: minuteOfDay });

/** What each section of `settings.json` may hold. The message of an issue is a code; its path names the field. */
const SECTIONS = {
  shop: z.object({ name: line, chainId: line, vendorId: line, country, timeZone }),
  partner: z.object({
    baseUrl,
    auth: z.enum(['token', 'client-credentials']),
    clientId: line,
    tokenLabel: line,
  }),
  receiver: z.object({ port: z.int().min(1).max(65_535) }),
  tunnel: tunnelSchema,
  alerts: z.object({
    volume: z.int().min(0).max(100),
    tones: z.object({ ready: tone, cancelled: tone, 'cancelled-after-handover': tone, connection: tone }),
    escalateAfterMinutes: z.number().min(0).max(120),
    connectionAfterMinutes: z.number().min(0).max(120),
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
  computer: z.object({ keepAwake: z.boolean(), automaticUpdates: z.boolean() }),
  language: z.enum(['es', 'en']),
} satisfies { readonly [S in keyof Settings]: z.ZodType<Settings[S]> };

/** Settings as they may be saved: complete, trimmed, `baseUrl` without `/v2`. */
export const settingsSchema: z.ZodType<Settings> = z.object(SECTIONS);

/** A zone that this computer does not know costs only itself: the shop keeps its name and number. */
const shopAsRead = SECTIONS.shop
  .extend({ timeZone: line })
  .transform((shop) => ({ ...shop, timeZone: shop.timeZone === '' ? '' : zoneOfShop(shop) }));

export type ReadSettings = {
  readonly settings: Settings;
  /** Sections that were not valid and have their defaults again. */
  readonly reset: readonly string[];
};

/** Reads what a settings file holds: missing keys take their defaults, an invalid section resets alone. */
export function readSettings(raw: Readonly<Record<string, unknown>>): ReadSettings {
  const reset: string[] = [];
  const section = <S extends keyof Settings>(name: S, schema: z.ZodType<Settings[S]>): Settings[S] => {
    const fallback = DEFAULT_SETTINGS[name];
    const value = raw[name];
    if (value === undefined) return fallback;
    const read = schema.safeParse(withDefaults(value, fallback));
    if (read.success) return read.data;
    reset.push(name);
    return fallback;
  };
  const settings: Settings = {
    shop: section('shop', shopAsRead),
    partner: section('partner', SECTIONS.partner),
    receiver: section('receiver', SECTIONS.receiver),
    tunnel: section('tunnel', SECTIONS.tunnel),
    alerts: section('alerts', SECTIONS.alerts),
    hours: section('hours', SECTIONS.hours),
    computer: section('computer', SECTIONS.computer),
    language: section('language', SECTIONS.language),
  };
  return { settings, reset };
}

/** `value` with the keys it lacks, at any depth. */
function withDefaults(value: unknown, fallback: unknown): unknown {
  if (value === undefined) return fallback;
  if (!isObject(value) || !isObject(fallback)) return value;
  const filled = Object.entries(fallback).map(
    ([key, inner]) => [key, withDefaults(value[key], inner)] as const,
  );
  return { ...value, ...Object.fromEntries(filled) };
}

/** The first thing wrong, as `<path of the field>: <code>`. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'settings: invalid';
  const code = issue.code === 'custom' || issue.message === 'too-long' ? issue.message : issue.code;
  return `${issue.path.length === 0 ? 'settings' : issue.path.join('.')}: ${code}`;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCountry(value: unknown): value is Settings['shop']['country'] {
  return typeof value === 'string' && isCountryCode(value);
}

/** People paste the address as the guide prints it. */
function withoutVersion(value: string): string {
  return withoutSlash(withoutSlash(value).replace(/\/v2$/i, ''));
}

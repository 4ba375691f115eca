import { z } from 'zod';
import { createSections } from '../../../shared/settings/settings-schema.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/settings/settings.ts';
import { zoneOfShop } from '../../../shared/settings/zones.ts';

const SECTIONS = createSections('kept');
/** A zone that this computer does not know costs only itself: the shop keeps its name and number. */
const shopAsRead = SECTIONS.shop
  .extend({ timeZone: z.string().trim() })
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
    hands: section('hands', SECTIONS.hands),
    computer: section('computer', SECTIONS.computer),
    outgoing: section('outgoing', SECTIONS.outgoing),
    paper: section('paper', SECTIONS.paper),
    language: section('language', SECTIONS.language),
    riders: section('riders', SECTIONS.riders),
    outlet: section('outlet', SECTIONS.outlet),
    textSize: section('textSize', SECTIONS.textSize),
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

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

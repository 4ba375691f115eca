import { DEFAULT_SETTINGS, type SecretName, type Settings } from './settings.ts';

type PathsIn<T, Before extends string = ''> = T extends string | number | boolean | readonly unknown[]
  ? never
  : { [K in keyof T & string]: `${Before}${K}` | PathsIn<T[K], `${Before}${K}.`> }[keyof T & string];

/** The path of a setting: its section and its keys, joined by dots. */
export type SettingPath = PathsIn<Settings>;

export const SETTING_FAULTS = [
  'too-long',
  'control-characters',
  'not-an-id',
  'a-page',
  'no-chain',
  'two-chains',
  'cut',
  'unknown-country',
  'unknown-time-zone',
  'https-needed',
  'not-a-domain',
  'not-a-host',
  'not-a-user',
  'not-a-bind',
  'not-a-fingerprint',
  'not-a-pattern',
  'not-own-place',
  'not-a-topic',
  'not-a-folder',
  'missing',
  'not-a-printer',
  'not-a-shortcut',
  'not-initials',
  'too_small',
  'too_big',
  'invalid_value',
  'invalid_type',
] as const;
/** What is wrong with a setting. */
export type SettingFault = (typeof SETTING_FAULTS)[number];

/** `field`: null when the value is no settings object at all. */
export type RefusedSetting = { readonly field: SettingPath | null; readonly fault: SettingFault };

export const SECRET_FAULTS = [
  'empty',
  'control-characters',
  'too-long',
  'spaces',
  'masked',
  'a-page',
  'not-signing',
] as const;
/** What is wrong with a secret. */
export type SecretFault = (typeof SECRET_FAULTS)[number];

/** What was refused when something was to be saved, and why. */
export type Refused =
  | ({ readonly what: 'setting' } & RefusedSetting)
  | { readonly what: 'secret'; readonly name: SecretName; readonly fault: SecretFault };

const PATHS: ReadonlySet<string> = new Set(pathsIn(DEFAULT_SETTINGS));

export function isSettingPath(path: string): path is SettingPath {
  return PATHS.has(path);
}

export function isSettingFault(code: string): code is SettingFault {
  return SETTING_FAULTS.some((known) => known === code);
}

function pathsIn(value: unknown, before = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    `${before}${key}`,
    ...pathsIn(inner, `${before}${key}.`),
  ]);
}

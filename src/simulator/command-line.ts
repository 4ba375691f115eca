import { parseArgs } from 'node:util';
import { z } from 'zod';
import { SCENARIO_NAMES } from './scenarios/scenario.ts';
import type { Language } from '../shared/settings/settings.ts';
import type { SimulatorOptions } from './contract.ts';
import type { ScenarioName } from './scenarios/scenario.ts';

export const DEFAULT_PORT = 4780;
const DEFAULT_EVERY_SECONDS = 20;

export type CommandLine = {
  readonly language: Language;
  readonly wantsHelp: boolean;
  readonly options: SimulatorOptions;
  /** Seconds between automatic orders; null: there are none. */
  readonly autoEverySeconds: number | null;
  readonly seed: number;
  readonly scenarios: readonly ScenarioName[];
};

const text = z.string().min(1);
const count = (max: number) => z.coerce.number().int().min(0).max(max);
const VALUES = z.object({
  port: count(65_535).default(DEFAULT_PORT),
  'webhook-url': z.url({ protocol: /^https?$/ }).optional(),
  'webhook-secret': z.string().default(''),
  token: z.array(text).optional(),
  client: z.array(z.string().regex(/^[^:]+:.+$/)).default([]),
  chain: text.optional(),
  vendor: text.optional(),
  shop: text.optional(),
  auto: z.boolean().default(false),
  every: z.coerce.number().min(0.2).max(3600).default(DEFAULT_EVERY_SECONDS),
  seed: count(20_000).default(0),
  scenario: z.array(z.enum(SCENARIO_NAMES)).default([]),
  switch: z.array(z.string().regex(/^\w+=.*$/)).default([]),
  lang: z.enum(['es', 'en']).default('es'),
  help: z.boolean().default(false),
});

/** Reads the arguments; throws when one is unknown or invalid. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const one = { type: 'string' } as const;
  const many = { type: 'string', multiple: true } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      port: one,
      'webhook-url': one,
      'webhook-secret': one,
      token: many,
      client: many,
      chain: one,
      vendor: one,
      shop: one,
      auto: flag,
      every: one,
      seed: one,
      scenario: many,
      switch: many,
      lang: one,
      help: { ...flag, short: 'h' },
    },
  });
  const read = VALUES.parse(values);
  const url = read['webhook-url'];
  return {
    language: read.lang,
    wantsHelp: read.help,
    autoEverySeconds: read.auto ? read.every : null,
    seed: read.seed,
    scenarios: read.scenario,
    options: {
      port: read.port,
      language: read.lang,
      clients: read.client.map(toClient),
      switches: Object.fromEntries(read.switch.map(toSwitch)),
      webhook: url === undefined ? null : { url, secret: read['webhook-secret'] },
      ...(read.token === undefined ? {} : { tokens: read.token }),
      ...(read.chain === undefined ? {} : { chainId: read.chain }),
      ...(read.vendor === undefined ? {} : { vendorId: read.vendor }),
      ...(read.shop === undefined ? {} : { shopName: read.shop }),
    },
  };
}

function toClient(pair: string): { readonly id: string; readonly secret: string } {
  const colon = pair.indexOf(':');
  return { id: pair.slice(0, colon), secret: pair.slice(colon + 1) };
}

/** `moneyAs=string`, `webhookCopies=2`, `webhookPausesMs=[0]`: JSON where it is JSON, else text. */
function toSwitch(pair: string): readonly [string, unknown] {
  const equals = pair.indexOf('=');
  const value = pair.slice(equals + 1);
  try {
    return [pair.slice(0, equals), JSON.parse(value)];
  } catch {
    return [pair.slice(0, equals), value];
  }
}

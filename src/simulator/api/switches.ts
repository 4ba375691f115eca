import { z } from 'zod';

const milliseconds = z.int().min(0).max(600_000);

/** Ways of writing an order that the sources disagree on. Source: docs/partner-api.md, "Unknowns and the switch for each". */
const ORDER_LOOK = {
  moneyAs: z.enum(['number', 'string']).default('number'),
  discountSign: z.enum(['negative', 'positive']).default('negative'),
  totalsRecomputed: z.boolean().default(true),
  missingLineAmounts: z.enum(['zero', 'ordered']).default('zero'),
  replacedIdOn: z.enum(['addition', 'replaced', 'both']).default('addition'),
  cancellationAs: z.enum(['object', 'string', 'absent']).default('object'),
  cancellationSaysPickedUp: z.boolean().default(true),
  cancelledSpelling: z.enum(['CANCELLED', 'CANCELED']).default('CANCELLED'),
  customerAs: z.enum(['full', 'empty', 'null']).default('full'),
  barcodeAs: z.enum(['array', 'empty', 'string']).default('array'),
  orderCodeAs: z.enum(['digits', 'dashed']).default('digits'),
  externalOrderIdAs: z.enum(['digits', 'dashed', 'null']).default('digits'),
  externalPartnerConfigId: z.enum(['given', 'null']).default('given'),
  sysMilliseconds: z.boolean().default(true),
  paymentType: z.enum(['PAID', 'CASH', 'unknown', 'null', 'absent']).default('PAID'),
  replacementPreference: z.enum(['absent', 'order', 'lines']).default('absent'),
  webhookStatus: z.enum(['absent', 'sys', 'order']).default('absent'),
  extraFields: z.boolean().default(false),
} as const;

const API = {
  routeListWithOrders: z.boolean().default(true),
  routeListDocumented: z.boolean().default(false),
  routeSingleChain: z.boolean().default(true),
  routeSingleShort: z.boolean().default(true),
  outletAnswers: z
    .enum([
      'OPEN',
      'CLOSED',
      'CLOSED_TODAY',
      'CLOSED_UNTIL',
      'CHECKIN',
      'unknown',
      'no-route',
      'forbidden',
      'unauthorized',
      'rate-limited',
      'garbage',
      'hang',
    ])
    .default('no-route'),
  putAnswers: z.enum(['403', '405']).default('403'),
  authAccepts: z.enum(['both', 'static', 'oauth']).default('both'),
  tokenSeconds: z.int().min(1).max(86_400).default(7200),
  listShowsReceived: z.boolean().default(true),
  listOrder: z.enum(['newest-first', 'oldest-first', 'shuffled']).default('newest-first'),
  listTellsTotalPages: z.boolean().default(true),
  listTellsPageSize: z.boolean().default(true),
  listMaxPageSize: z.int().min(1).max(500).default(500),
  listFiltersBy: z.enum(['created', 'updated']).default('created'),
  endTimeInFuture: z.enum(['accepted', 'refused']).default('accepted'),
  timesRequired: z.boolean().default(true),
  timesTolerateZ: z.boolean().default(true),
  tooOldRange: z.enum(['clamp', 'error']).default('clamp'),
  rateLimitPerMinute: z.int().min(0).max(1_000_000).default(60),
  tokenRateLimitPerMinute: z.int().min(0).max(1_000_000).default(50),
  retryAfter: z.enum(['none', 'seconds', 'date']).default('none'),
  errorBody: z.enum(['message', 'error', 'oauth', 'errors', 'html', 'empty']).default('message'),
} as const;

const WEBHOOK = {
  webhookSendsReceived: z.boolean().default(false),
  webhookSendsAll: z.boolean().default(false),
  webhookMaxTries: z.int().min(1).max(20).default(5),
  webhookPausesMs: z.array(milliseconds).min(1).max(20).default([2000, 5000, 10_000, 20_000]),
  webhookTimeoutMs: z.int().min(1).max(600_000).default(10_000),
  webhookRetries4xx: z.boolean().default(true),
  webhookCopies: z.int().min(1).max(20).default(1),
  webhookReorder: z.boolean().default(false),
  webhookDrop: z.enum(['none', 'every-third', 'every-second', 'all']).default('none'),
  webhookDelayMs: milliseconds.default(0),
  webhookSecret: z.enum(['right', 'wrong', 'missing']).default('right'),
} as const;

const ALL = z.strictObject({ ...ORDER_LOOK, ...API, ...WEBHOOK });
const LOOK = z.object(ORDER_LOOK);

export type OrderLook = z.output<typeof LOOK>;
export type Switches = z.output<typeof ALL>;
export type SwitchName = keyof Switches;

export type SwitchChanges = Partial<Switches>;

export const DEFAULT_SWITCHES: Switches = ALL.parse({});

export type SwitchBoard = {
  readonly get: () => Switches;
  /** Changes some switches and keeps the rest; throws when a name or a value is unknown. */
  readonly set: (changes: SwitchChanges) => Switches;
  readonly reset: () => Switches;
};

export function createSwitchBoard(initial: SwitchChanges, onChange: () => void): SwitchBoard {
  const start = apply(DEFAULT_SWITCHES, initial);
  let current = start;
  const turn = (next: Switches): Switches => {
    current = next;
    onChange();
    return current;
  };
  return {
    get: () => current,
    set: (changes) => turn(apply(current, changes)),
    reset: () => turn(start),
  };
}

function apply(current: Switches, changes: SwitchChanges): Switches {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return ALL.parse({ ...current, ...Object.fromEntries(given) });
}

export type SwitchKind =
  | { readonly kind: 'yes-no' | 'number' | 'numbers' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

/** How a switch is to be shown. */
export function switchKind(name: SwitchName): SwitchKind {
  const inner: unknown = ALL.shape[name].unwrap();
  if (inner instanceof z.ZodEnum) return { kind: 'choice', choices: inner.options.map(String) };
  if (inner instanceof z.ZodBoolean) return { kind: 'yes-no' };
  return { kind: inner instanceof z.ZodArray ? 'numbers' : 'number' };
}

import type { Fact } from './health/fact.ts';
import type { HealthCode } from './health/health.ts';
import type { PartnerError } from './partner.ts';
import type { TunnelError, TunnelStatus } from './tunnel.ts';

/** What has to be proven, in its order. */
export const SETUP_STEPS = ['shop', 'key', 'address', 'secret', 'test', 'cases'] as const;
export type SetupStepId = (typeof SETUP_STEPS)[number];

/** The pages of the setup assistant: shop and key are asked for together, because one call proves both. */
export const SETUP_PAGES = ['shop', 'address', 'secret', 'test', 'cases'] as const;
export type SetupPageId = (typeof SETUP_PAGES)[number];

/**
 * `open`: something is missing. `unproven`: complete, but not proven yet. `proven` and `failing`: by what happened.
 * `off`: the shop has chosen to work without it.
 */
export type SetupState = 'open' | 'unproven' | 'proven' | 'failing' | 'off';

/** Why a step is in its state; each has a sentence in `texts/setup-reasons`. */
export type SetupReason =
  | 'shop-missing'
  | 'shop-unproven'
  | 'shop-proven'
  | 'key-missing'
  | 'key-unproven'
  | 'key-proven'
  | 'secret-missing'
  | 'secret-unproven'
  | 'secret-proven'
  | 'secret-previous'
  | 'secret-refused'
  | 'secret-off'
  | 'address-undecided'
  | 'address-off'
  | 'address-starting'
  | 'address-unverified'
  | 'address-proven'
  | 'address-failing'
  | 'test-missing'
  | 'test-outdated'
  | 'test-nothing'
  | 'test-proven'
  | 'test-failing'
  | 'cases-none'
  | 'cases-some'
  | 'cases-proven'
  | SetupTrouble;

/** Errors of PedidosYa, or on the way to it, that concern shop or key. */
export type SetupTrouble = Extract<HealthCode, `partner-${string}` | 'keychain-unavailable'>;

export type SetupStep = {
  readonly state: SetupState;
  readonly reason: SetupReason;
  /** ISO UTC of the proof or the failure; null when there is no time. */
  readonly at: string | null;
  /** A value for the sentence, as a light has it. */
  readonly detail?: Fact | null;
};

/** The store that an order names. */
export type FoundShop = {
  readonly chainId: string;
  readonly vendorId: string;
  readonly name: string | null;
};

export const TEST_LIGHTS = ['partner', 'tunnel', 'computer', 'toasts', 'sound'] as const;
export type TestLightId = (typeof TEST_LIGHTS)[number];

/** Where a test webhook went: to the public address, or straight to the receiver. */
export type TestPath = 'public' | 'local';

export type TestLight = {
  readonly state: 'ok' | 'failed' | 'off';
  /** Round trip in milliseconds, for a light that measures one. */
  readonly ms: number | null;
  /** Why it is not ok; null when it is. */
  readonly why:
    | { readonly kind: 'health'; readonly code: HealthCode; readonly detail: Fact | null }
    | { readonly kind: 'tunnel'; readonly error: TunnelError }
    | null;
};

/** The result of one test webhook. */
export type SetupTest = {
  /** ISO UTC. */
  readonly at: string;
  readonly path: TestPath;
  /**
   * Used when this computer cannot reach its own public address: when a webhook of the platform came, which proves the
   * address. Null in any other case.
   */
  readonly inboundAt: string | null;
  /** Milliseconds from sending it to its response; null when none came. */
  readonly ms: number | null;
  readonly lights: Readonly<Record<TestLightId, TestLight>>;
};

/** The platform's own cases for the homologation. Source: docs/partner-api.md, "Test cases (T1–T22)". */
export const SETUP_CASES = [
  'full',
  'partial',
  'weighed',
  'replaced',
  'cancelled',
  'get-single',
  'get-list',
] as const;
export type SetupCaseId = (typeof SETUP_CASES)[number];

/** The proof that a case works. */
export type CaseProof = {
  readonly code: string;
  /** ISO UTC: when it reached this computer. */
  readonly at: string;
  /** By webhook, or because the app polled. */
  readonly by: 'webhook' | 'api';
};
export type SetupCases = Readonly<Record<SetupCaseId, CaseProof | null>>;

export type SetupSteps = Readonly<Record<SetupStepId, SetupStep>>;

export type SetupView = {
  readonly steps: SetupSteps;
  /** The first step that needs the user. */
  readonly next: SetupStepId;
  /** The shop named by a webhook while none was set up; null: no such webhook. */
  readonly foundShop: FoundShop | null;
  readonly tunnel: TunnelStatus;
  /** The webhook URL to enter in the portal; null without a public address. */
  readonly webhookUrl: string | null;
  /** The last test since the app started; null when address or secret have changed since. */
  readonly test: SetupTest | null;
  readonly cases: SetupCases;
};

/** How the webhook secret is entered in the portal: as it is, or as a user with a password. */
export type SecretForm = 'plain' | 'basic';

/** Texts that main copies for a page. */
export type SetupCopy = 'webhook-url' | 'ssh-key';

/** The result of requesting one order; `none`: there is no order to request. */
export type SingleAsk =
  | { readonly kind: 'found'; readonly code: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly error: PartnerError };

import type { Fact } from './fact.ts';
import type { HealthCode } from './health.ts';
import type { PartnerError } from './partner.ts';
import type { TunnelError, TunnelStatus } from './tunnel.ts';

/** The steps of the setup assistant, in their order. */
export const SETUP_STEPS = ['shop', 'key', 'secret', 'address', 'test', 'cases'] as const;
export type SetupStepId = (typeof SETUP_STEPS)[number];

/**
 * `open`: something is missing. `unproven`: given, but nothing has proven it yet. `proven` and `failing`: by what
 * happened. `off`: not needed as the shop has chosen to work.
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

/** What PedidosYa, or the way to it, says against shop or key. */
export type SetupTrouble = Extract<HealthCode, `partner-${string}` | 'keychain-unavailable'>;

export type SetupStep = {
  readonly state: SetupState;
  readonly reason: SetupReason;
  /** ISO UTC of what proves it, or speaks against it; null when no time belongs to it. */
  readonly at: string | null;
  /** A fact for the sentence, as a light has it. */
  readonly detail?: Fact | null;
};

/** The store that an order names. */
export type FoundShop = {
  readonly chainId: string;
  readonly vendorId: string;
  readonly name: string | null;
};

export const TEST_LIGHTS = ['internet', 'tunnel', 'computer', 'sound'] as const;
export type TestLightId = (typeof TEST_LIGHTS)[number];

/** Where a test webhook went: to the public address, or straight to the receiver. */
export type TestRoad = 'public' | 'local';

export type TestLight = {
  readonly state: 'ok' | 'failed' | 'off';
  /** Milliseconds there and back, where the light measures a way. */
  readonly ms: number | null;
  /** Why it is not ok; null when it is. */
  readonly why:
    | { readonly kind: 'health'; readonly code: HealthCode; readonly detail: Fact | null }
    | { readonly kind: 'tunnel'; readonly error: TunnelError }
    | null;
};

/** What came of one test webhook. */
export type SetupTest = {
  /** ISO UTC. */
  readonly at: string;
  readonly road: TestRoad;
  /**
   * When the platform's own webhook came that stands for the public address, where this computer cannot reach itself by it;
   * null in any other case.
   */
  readonly inboundAt: string | null;
  /** Milliseconds from sending it to its answer; null when none came. */
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

/** What showed that a case works. */
export type CaseProof = {
  readonly code: string;
  /** ISO UTC: when it reached this computer. */
  readonly at: string;
  /** By webhook, or because the app asked. */
  readonly by: 'webhook' | 'api';
};
export type SetupCases = Readonly<Record<SetupCaseId, CaseProof | null>>;

export type SetupView = {
  readonly steps: Readonly<Record<SetupStepId, SetupStep>>;
  /** Where to go on: the first step that wants somebody. */
  readonly next: SetupStepId;
  /** Who called the webhook while no shop was known; null when nobody did. */
  readonly foundShop: FoundShop | null;
  readonly tunnel: TunnelStatus;
  /** What the portal has to be given as the webhook's address; null without a public address. */
  readonly webhookUrl: string | null;
  /** The last one since the app started; null when address or secret are others by now. */
  readonly test: SetupTest | null;
  readonly cases: SetupCases;
};

/** How the webhook secret is put into the portal: as it is, or as a user with a password. */
export type SecretForm = 'plain' | 'basic';

/** Texts that main copies for a page. */
export type SetupCopy = 'webhook-url' | 'ssh-key';

/** What asking for one order came to; `none`: there is no order to ask for. */
export type SingleAsk =
  | { readonly kind: 'found'; readonly code: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly error: PartnerError };

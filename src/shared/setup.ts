import type { HealthCode } from './health.ts';

/** The steps of the setup assistant, in their order. */
export const SETUP_STEPS = ['shop', 'key', 'secret'] as const;
export type SetupStepId = (typeof SETUP_STEPS)[number];

/** `open`: something is missing. `unproven`: given, but nothing has proven it yet. `proven` and `failing`: by what happened. */
export type SetupState = 'open' | 'unproven' | 'proven' | 'failing';

/** Why a step is in its state; each has a sentence in `texts/setup`. */
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
  | SetupTrouble;

/** What PedidosYa, or the way to it, says against shop or key. */
export type SetupTrouble = Extract<HealthCode, `partner-${string}` | 'keychain-unavailable'>;

export type SetupStep = {
  readonly state: SetupState;
  readonly reason: SetupReason;
  /** ISO UTC of what proves it, or speaks against it; null when no time belongs to it. */
  readonly at: string | null;
};

/** The store that an order names. */
export type FoundShop = {
  readonly chainId: string;
  readonly vendorId: string;
  readonly name: string | null;
};

export type SetupView = {
  readonly steps: Readonly<Record<SetupStepId, SetupStep>>;
  /** Where to go on: the first step that wants somebody. */
  readonly next: SetupStepId;
  /** Who called the webhook while no shop was known; null when nobody did. */
  readonly foundShop: FoundShop | null;
};

/** How the webhook secret is put into the portal: as it is, or as a user with a password. */
export type SecretForm = 'plain' | 'basic';

import type { Language } from './settings/settings.ts';

/** The steps of the demonstration, in order; it stays on the last one. */
export const DEMO_STEPS = [
  'welcome',
  'ready',
  'waiting',
  'cancelled',
  'cancelled-after',
  'webhook-lost',
  'found',
  'tunnel-lost',
  'tunnel-back',
  'calm',
] as const;
export type DemoStep = (typeof DEMO_STEPS)[number];

export const DEMO_COMMANDS = ['pause', 'resume', 'next', 'restart'] as const;
export type DemoCommand = (typeof DEMO_COMMANDS)[number];

export type DemoScene = {
  readonly step: DemoStep;
  /** Codes of the orders in this step. */
  readonly codes: readonly string[];
  readonly isPaused: boolean;
};

/** The state of the demonstration. `stopped` says why nothing can be shown. */
export type DemoState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'playing'; readonly scene: DemoScene }
  | { readonly phase: 'stopped'; readonly cause: 'keychain' | 'disk' | 'simulator' };

/** Messages from main to the process that simulates PedidosYa. Ports are on 127.0.0.1. */
export type DemoDirection =
  | {
      readonly kind: 'open';
      readonly apiPort: number;
      /** Acts as the public address: requests to it go on to `receiverPort`. */
      readonly publicPort: number;
      readonly receiverPort: number;
      readonly token: string;
      readonly webhookSecret: string;
      readonly language: Language;
      /** How many times faster than normal it runs. */
      readonly pace: number;
    }
  | { readonly kind: 'play' }
  | { readonly kind: 'command'; readonly command: DemoCommand };

/** Messages from that process to main. */
export type DemoNews =
  | {
      readonly kind: 'opened';
      readonly baseUrl: string;
      readonly publicUrl: string;
      readonly chainId: string;
      readonly vendorId: string;
      readonly shopName: string;
    }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'scene'; readonly scene: DemoScene }
  /** The app should poll now, not in some minutes. */
  | { readonly kind: 'ask' };

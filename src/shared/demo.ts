import type { Language } from './settings.ts';

/** What the demonstration shows, one after the other; it stays with the last one. */
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
  /** Codes of the orders that it is about. */
  readonly codes: readonly string[];
  readonly isPaused: boolean;
};

/** How the demonstration stands. `stopped` says why nothing can be shown. */
export type DemoState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'playing'; readonly scene: DemoScene }
  | { readonly phase: 'stopped'; readonly cause: 'keychain' | 'disk' | 'simulator' };

/** What main tells the process that plays PedidosYa. Ports are on 127.0.0.1. */
export type DemoDirection =
  | {
      readonly kind: 'open';
      readonly apiPort: number;
      /** Stands for the public address: what comes in there goes to `receiverPort`. */
      readonly publicPort: number;
      readonly receiverPort: number;
      readonly token: string;
      readonly webhookSecret: string;
      readonly language: Language;
      /** How many times as fast as it is made for. */
      readonly pace: number;
    }
  | { readonly kind: 'play' }
  | { readonly kind: 'command'; readonly command: DemoCommand };

/** What that process answers. */
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
  /** The app should ask PedidosYa now instead of in some minutes. */
  | { readonly kind: 'ask' };

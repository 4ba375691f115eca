import type { SecretName } from '../../../shared/settings/settings.ts';

/** Keys that a demonstration invents and saves. */
const INVENTED = [
  'partner-token',
  'webhook-secret',
  'webhook-secret-previous',
] as const satisfies readonly SecretName[];

export type Crossing = {
  /** Opens the demonstration; does nothing inside one. */
  readonly enter: () => void;
  /** Removes what the demonstration made and starts the shop's app; does nothing outside one. */
  readonly leave: () => Promise<void>;
  /** Enters the demonstration, or leaves it. Never rejects. */
  readonly cross: () => void;
};

/** Returns the ways between the shop's app and its demonstration. */
export function createCrossing(deps: {
  readonly isDemo: boolean;
  /** The shop is set up. */
  readonly isConfigured: () => boolean;
  /** Starts the demonstration; this app goes on. */
  readonly openBeside: () => void;
  /** Starts the other app and ends this one. */
  readonly startInstead: (other: 'demo' | 'shop') => void;
  readonly forget: (name: SecretName) => Promise<unknown>;
  /** Marks the demonstration's folder as left, so that it is removed later. */
  readonly leaveProfile: () => void;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): Crossing {
  const { isDemo } = deps;
  const enter = (): void => {
    if (isDemo) return;
    // A shop at work must not fall silent.
    if (deps.isConfigured()) deps.openBeside();
    else deps.startInstead('demo');
  };
  const leave = async (): Promise<void> => {
    if (!isDemo) return;
    await Promise.all(INVENTED.map(deps.forget));
    deps.leaveProfile();
    deps.startInstead('shop');
  };
  return {
    enter,
    leave,
    cross: () => {
      if (isDemo)
        leave().catch((error: unknown) => deps.log.error('The demonstration cannot be left', error));
      else enter();
    },
  };
}

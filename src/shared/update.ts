export const UPDATE_FAILURES = ['offline', 'tampered', 'server', 'insecure', 'disk', 'install'] as const;
/**
 * `tampered`: what came, or what lies here by now, is not what was published. `server`: the answer makes no sense.
 * `insecure`: the address is one where anybody on the way could answer.
 */
export type UpdateFailure = (typeof UPDATE_FAILURES)[number];

/** How it stands with a newer version of the app. Times are ISO UTC. */
export type UpdateState =
  /** This copy of the app is not one that updates itself. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'current'; readonly checkedAt: string | null }
  | { readonly kind: 'checking' }
  /** Found, and left until the shop is closed. */
  | { readonly kind: 'found'; readonly version: string; readonly at: string }
  | { readonly kind: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly kind: 'ready'; readonly version: string; readonly needsPassword: boolean }
  | { readonly kind: 'failed'; readonly why: UpdateFailure; readonly at: string };

/** Why an update that is ready cannot be installed at this moment; null: it can. */
export type InstallBlock = 'open' | 'alerts' | null;

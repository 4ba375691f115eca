export const UPDATE_FAILURES = ['offline', 'tampered', 'server', 'insecure', 'disk', 'install'] as const;
/**
 * `tampered`: the downloaded update is not the published one, or was changed since. `server`: the response is invalid.
 * `insecure`: the address is not protected, so anyone on the way could respond.
 */
export type UpdateFailure = (typeof UPDATE_FAILURES)[number];

/** The state of the app's update. Times are ISO UTC. */
export type UpdateState =
  /** This copy of the app cannot update itself. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'current'; readonly checkedAt: string | null }
  | { readonly kind: 'checking' }
  /** Found; it waits until the shop is closed. */
  | { readonly kind: 'found'; readonly version: string; readonly at: string }
  | { readonly kind: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly kind: 'ready'; readonly version: string; readonly needsPassword: boolean }
  | { readonly kind: 'failed'; readonly why: UpdateFailure; readonly at: string };

/** Why a ready update cannot be installed now; null: it can. */
export type InstallBlock = 'open' | 'alerts' | null;

export const UPDATE_FAILURES = ['offline', 'tampered', 'server', 'disk', 'install'] as const;
/** `tampered`: what came is not what was published. `server`: the answer makes no sense. */
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

export const PROXY_TROUBLES = ['sign-in', 'refused', 'unreachable'] as const;
export type ProxyTrouble = (typeof PROXY_TROUBLES)[number];

/** A proxy stopped the request: why, and its host and port when known. */
export type ProxyStop = {
  readonly kind: 'proxy';
  readonly trouble: ProxyTrouble;
  readonly proxy: string | null;
};

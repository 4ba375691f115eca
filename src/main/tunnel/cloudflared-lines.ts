import type { TunnelError } from '../../shared/tunnel.ts';

type Hint = { readonly isFatal: boolean; readonly error: TunnelError };

/** What cloudflared writes, in plain lines or as JSON, and what it means. Source: github.com/cloudflare/cloudflared */
const HINTS: readonly (readonly [RegExp, Hint])[] = [
  [
    /Provided Tunnel token is not valid|Unauthorized: |Invalid tunnel secret/,
    { isFatal: true, error: { code: 'auth_failed', detail: null } },
  ],
  [/no such host|lookup .+ on /, { isFatal: false, error: { code: 'dns', detail: null } }],
  [
    /failed to dial|Unable to establish connection|Lost connection with the edge|timeout: no recent network activity/i,
    { isFatal: false, error: { code: 'unreachable', detail: 'Cloudflare' } },
  ],
];
const WORTH_LOGGING = /\b(?:WRN|ERR|FTL)\b|"level":"(?:warn|error|fatal)"|not valid/;

/** What a line of cloudflared tells of the trouble; null for most. */
export function hintIn(line: string): Hint | null {
  return HINTS.find(([pattern]) => pattern.test(line))?.[1] ?? null;
}

export function isWorthLogging(line: string): boolean {
  return WORTH_LOGGING.test(line);
}

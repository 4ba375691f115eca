import type { Settings } from '../../shared/settings.ts';

/**
 * Returns settings that a file brought, with the program that this computer's own settings name: a file names none to start.
 * `program`: what it named instead, where something had to be left out.
 */
export function withOwnProgram(
  brought: Settings,
  own: Settings,
): { readonly settings: Settings; readonly program?: string } {
  const named = brought.tunnel.cloudflared.executable;
  const { cloudflared } = own.tunnel;
  const isForeign = named !== '' && named !== cloudflared.executable;
  const settings = { ...brought, tunnel: { ...brought.tunnel, cloudflared } };
  return { settings, ...(isForeign ? { program: named } : {}) };
}

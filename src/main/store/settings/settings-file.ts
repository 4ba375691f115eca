import { z } from 'zod';
import { withOwnPrinter } from '../../../shared/settings/paper.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { ImportRefusal } from '../../../shared/settings/transfer.ts';
import { parseJsonFile } from './settings-store.ts';
import { readSettings } from './read-settings.ts';

const APP = 'Mostrador';
const KIND = 'settings';
const VERSION = 1;

const fileSchema = z.object({
  app: z.literal(APP),
  kind: z.literal(KIND),
  version: z.int().positive(),
  settings: z.record(z.string(), z.unknown()),
});

type Refusal = { readonly why: ImportRefusal; readonly detail: string | null };

/**
 * Returns the settings for a file that leaves this computer: whoever knows a topic or the address of a monitor can use
 * it, and what is set for busy hands is of this counter and its staff.
 */
export function withoutPlaces({
  outgoing: _places,
  hands: _hands,
  ...others
}: Settings): Omit<Settings, 'outgoing' | 'hands'> {
  return others;
}

/**
 * Returns the text of a copy of the settings. `savedAt`: ISO UTC. Settings hold no secret, so neither does the copy.
 */
export function writeSettingsCopy(own: Settings, savedAt: string): string {
  const settings = withoutPlaces(own);
  return `${JSON.stringify({ app: APP, kind: KIND, version: VERSION, savedAt, settings }, null, 2)}\n`;
}

/**
 * Reads a copy back. A part that it lacks, because it was saved by an older version, stays as it is in `current`. For
 * `damaged` the detail names the part.
 */
export function readSettingsCopy(text: string, current: Settings): Result<Settings, Refusal> {
  const copy = fileSchema.safeParse(parseOrNull(text));
  if (!copy.success) return err({ why: 'foreign', detail: null });
  if (copy.data.version > VERSION) return err({ why: 'newer', detail: null });
  const { settings, reset } = readSettings({ ...current, ...copy.data.settings });
  const [part] = reset;
  return part === undefined ? ok(settings) : err({ why: 'damaged', detail: part });
}

function parseOrNull(text: string): unknown {
  try {
    return parseJsonFile(text);
  } catch {
    // No JSON: then it is no copy either.
    return null;
  }
}

/**
 * Returns settings that a file brought, with the program and the printer that this computer's own settings name, and the places that its
 * own messages go to: a file names no program to start, turns on no sending and takes no keys from other programs.
 * `program`: what it named instead, where something had to be left out.
 */
export function withOwnProgram(
  brought: Settings,
  own: Settings,
): { readonly settings: Settings; readonly program?: string } {
  const named = brought.tunnel.cloudflared.executable;
  const { cloudflared } = own.tunnel;
  const isForeign = named !== '' && named !== cloudflared.executable;
  const settings = {
    ...brought,
    tunnel: { ...brought.tunnel, cloudflared },
    outgoing: own.outgoing,
    hands: own.hands,
    paper: withOwnPrinter(brought.paper, own.paper),
  };
  return { settings, ...(isForeign ? { program: named } : {}) };
}

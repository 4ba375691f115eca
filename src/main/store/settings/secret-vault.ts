import { createHash } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import { NOWHERE } from '../../../shared/settings/secret-binding.ts';
import { SECRET_NAMES, type SecretName, type SecretStatus } from '../../../shared/settings/settings.ts';
import type { Now } from '../../../shared/time.ts';
import { createSerialQueue } from '../../core/support/scheduling.ts';
import type { SecretVault, VaultError } from '../../core/settings/types.ts';
import { startDeadline, within } from '../../timing.ts';
import { toVaultError, cleanSecret, last4Of, metaOf } from './secret-rules.ts';

/** The part of keytar that is used. */
export type Keychain = {
  readonly getPassword: (service: string, account: string) => Promise<string | null>;
  readonly setPassword: (service: string, account: string, password: string) => Promise<void>;
  readonly deletePassword: (service: string, account: string) => Promise<boolean>;
};

export type ClosableVault = SecretVault & {
  /**
   * Resolves with true when the call under way has ended, with false after `timeoutMs`; what waits behind it is not begun.
   * The keychain's library aborts the whole process when its answer comes after JavaScript has ended.
   */
  readonly close: () => Promise<boolean>;
};

type Meta = { readonly savedAt: string | null; readonly boundTo: string | null };
type Kept = Meta & { readonly value: string | null };

const TIMEOUT_MS = 5_000;
const UNKNOWN: Meta = { savedAt: null, boundTo: null };
const NOTHING: Kept = { value: null, ...UNKNOWN };
/** `mark`: of the secret that was bound; one that somebody put in its place by hand is another one. */
const metaSchema = z.object({
  savedAt: z.string().nullable(),
  boundTo: z.string().nullable().default(null),
  mark: z.string().default(''),
});

/**
 * Returns the vault: secrets in the keychain of the system, the plain value under the secret's name as account; when it
 * was saved, and where it may be sent, stands under `<name>.meta`. What was read is kept in memory, and a change only
 * once the keychain has taken it: a keychain that hangs later must not blind the app. Calls are made one at a time,
 * because one that waits for a password that nobody types holds a thread for as long; every call here ends within
 * `timeoutMs`.
 */
export function createSecretVault({
  service,
  now,
  timeoutMs = TIMEOUT_MS,
  onLate = () => undefined,
  loadKeychain = loadKeytar,
  platform = process.platform,
}: {
  readonly service: string;
  readonly now: Now;
  readonly timeoutMs?: number;
  /** A change that had been answered 'keychain-timeout' has been made after all. Must not throw. */
  readonly onLate?: () => void;
  readonly loadKeychain?: () => Promise<Keychain>;
  readonly platform?: string;
}): ClosableVault {
  const memory = new Map<SecretName, Kept>();
  const calls = createSerialQueue();
  let isClosed = false;

  /** Runs after all earlier work, or not at all when its time is over by then. */
  const inTurn = async <T>(work: (keychain: Keychain) => Promise<T>): Promise<Result<T, VaultError>> => {
    const limit = startDeadline(timeoutMs);
    const turn = calls.run(async () => {
      if (isClosed || limit.isOver()) return null;
      return { value: await work(await loadKeychain()) };
    });
    try {
      const done = await Promise.race([turn, limit.over]);
      return done === null ? err({ code: 'keychain-timeout', detail: null }) : ok(done.value);
    } catch (error) {
      return err(toVaultError(error));
    } finally {
      limit.end();
    }
  };

  const recall = async (keychain: Keychain, name: SecretName): Promise<Kept> => {
    const known = memory.get(name);
    if (known !== undefined) return known;
    const value = await keychain.getPassword(service, name);
    const kept = value === null ? NOTHING : { value, ...(await readMeta(keychain, service, name, value)) };
    memory.set(name, kept);
    return kept;
  };

  /** Makes a change; returns what is kept from then on. Until then, and when it fails, it is what was kept before. */
  const change = async (
    name: SecretName,
    make: (keychain: Keychain) => Promise<Kept>,
  ): Promise<Result<null, VaultError>> => {
    let isGivenUp = false;
    const changed = await inTurn(async (keychain) => {
      memory.set(name, await make(keychain));
      if (isGivenUp) onLate();
      return null;
    });
    isGivenUp = !changed.ok;
    return changed;
  };

  const describe = (name: SecretName): SecretStatus => {
    const { value, savedAt } = memory.get(name) ?? NOTHING;
    return { present: value !== null, last4: value === null ? null : last4Of(value), savedAt };
  };

  const read = async (name: SecretName): Promise<Result<string | null, VaultError>> => {
    const known = memory.get(name);
    if (known !== undefined) return ok(known.value);
    const kept = await inTurn((keychain) => recall(keychain, name));
    return kept.ok ? ok(kept.value.value) : kept;
  };

  /** It holds at once; a keychain that does not take it now is told again after the next start. */
  const bind = (name: SecretName, to: string): void => {
    const before = memory.get(name) ?? NOTHING;
    if (before.value === null || before.boundTo === to) return;
    const kept = { ...before, boundTo: to };
    memory.set(name, kept);
    void inTurn(async (keychain) => {
      // Another one was saved meanwhile, with a place of its own.
      if (memory.get(name) === kept) await keychain.setPassword(service, metaOf(name), writeMeta(kept));
    });
  };

  return {
    read,
    bind,
    bindings: () =>
      Object.fromEntries(
        [...memory].flatMap(([name, { boundTo }]) => (boundTo === null ? [] : [[name, boundTo]])),
      ),
    readFor: async (name, to) => {
      const secret = await read(name);
      if (!secret.ok || secret.value === null) return secret;
      const boundTo = memory.get(name)?.boundTo ?? to;
      if (to !== NOWHERE) bind(name, boundTo);
      return boundTo === to && to !== NOWHERE ? secret : err({ code: 'bound-elsewhere', detail: null });
    },
    save: async (name, pasted, to = null) => {
      const clean = cleanSecret(name, pasted, platform);
      if (!clean.ok) return clean;
      const kept = { value: clean.value, savedAt: now(), boundTo: to };
      return change(name, async (keychain) => {
        // The secret last: when this fails it is true that it was not saved.
        await keychain.setPassword(service, metaOf(name), writeMeta(kept));
        await keychain.setPassword(service, name, clean.value);
        return kept;
      });
    },
    forget: (name) =>
      change(name, async (keychain) => {
        await keychain.deletePassword(service, metaOf(name));
        await keychain.deletePassword(service, name);
        return NOTHING;
      }),
    statuses: async ({ again } = { again: false }) => {
      const isWanted = (name: SecretName): boolean => (memory.get(name)?.value ?? null) === null;
      const unknown = SECRET_NAMES.filter((name) => !memory.has(name) || (again && isWanted(name)));
      if (unknown.length > 0) {
        const read = await inTurn(async (keychain) => {
          for (const name of unknown) {
            // Not one that was saved while this waited for its turn.
            if (isWanted(name)) memory.delete(name);
            await recall(keychain, name);
          }
        });
        if (!read.ok) return read;
      }
      const [token, clientSecret, webhook, previous, tunnel, key, ngrok, cloudflared, phone, till] =
        SECRET_NAMES;
      return ok({
        [token]: describe(token),
        [clientSecret]: describe(clientSecret),
        [webhook]: describe(webhook),
        [previous]: describe(previous),
        [tunnel]: describe(tunnel),
        [key]: describe(key),
        [ngrok]: describe(ngrok),
        [cloudflared]: describe(cloudflared),
        [phone]: describe(phone),
        [till]: describe(till),
      });
    },
    close: async () => {
      isClosed = true;
      const ended = calls.idle().then(() => true);
      return (await within(timeoutMs, ended)) ?? false;
    },
  };
}

async function readMeta(keychain: Keychain, service: string, name: SecretName, value: string): Promise<Meta> {
  const text = await keychain.getPassword(service, metaOf(name));
  if (text === null) return UNKNOWN;
  try {
    const { savedAt, boundTo, mark } = metaSchema.parse(JSON.parse(text));
    return { savedAt, boundTo: mark === markOf(value) ? boundTo : null };
  } catch {
    // Somebody else wrote there. The secret itself is good, only its age is not known.
    return UNKNOWN;
  }
}

function writeMeta({ value, savedAt, boundTo }: Kept): string {
  return JSON.stringify({ savedAt, boundTo, mark: markOf(value ?? '') });
}

function markOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url').slice(0, 12);
}

/** Loaded at first use and not before: where its library is missing the app still starts and says so. */
async function loadKeytar(): Promise<Keychain> {
  return (await import('keytar')).default;
}

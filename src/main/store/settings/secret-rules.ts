import { err, ok, type Result } from '../../../shared/result.ts';
import type { SecretFault } from '../../../shared/settings/setting-faults.ts';
import { isPageAddress, unwrapped } from '../../../shared/settings/pasted.ts';
import type { SecretName } from '../../../shared/settings/settings.ts';
import type { SecretRefused, VaultError } from '../../core/settings/types.ts';

const MAX_BYTES = 8 * 1024;
/** CRED_MAX_CREDENTIAL_BLOB_SIZE: what one entry of the Windows Credential Manager holds. */
const MAX_BYTES_WINDOWS = 2_560;
const SHOW_LAST4_FROM = 12;
const CONTROL_CHARACTERS = /\p{Cc}/u;
const LINE_ENDS = /\r\n?|\n/g;

/**
 * Returns a secret as it is to be kept: without the white space and the `Bearer ` that get pasted with it. The error
 * says what is wrong with it.
 */
export function cleanSecret(
  name: SecretName,
  pasted: string,
  platform: string,
): Result<string, SecretRefused> {
  const value = name === 'ssh-private-key' ? cleanKey(pasted) : cleanLine(name, pasted);
  if (value === '') return invalid(name, 'empty');
  const wrong = wrongKind(name, value);
  if (wrong !== null) return invalid(name, wrong);
  const singleLine = name === 'ssh-private-key' ? value.replaceAll('\n', '') : value;
  if (CONTROL_CHARACTERS.test(singleLine)) return invalid(name, 'control-characters');
  const maxBytes = platform === 'win32' ? MAX_BYTES_WINDOWS : MAX_BYTES;
  return new TextEncoder().encode(value).length > maxBytes ? invalid(name, 'too-long') : ok(value);
}

/**
 * Returns the keychain account that holds when a secret was saved; it stands beside the one with the secret's own name.
 */
export function metaOf(name: SecretName): `${SecretName}.meta` {
  return `${name}.meta`;
}

/**
 * Returns the last characters of a secret, by which people tell two apart; null for one so short that it would give too
 * much of it away.
 */
export function last4Of(secret: string): string | null {
  const visible = secret.trimEnd();
  return visible.length >= SHOW_LAST4_FROM ? visible.slice(-4) : null;
}

/** The key in the command or the line of a file that its provider offers to copy. */
const COMMANDS: Readonly<Partial<Record<SecretName, RegExp>>> = {
  'ngrok-token': /(?:add-authtoken\s+|authtoken[:=]\s*)["']?([\w-]+)/i,
  'cloudflared-token': /(?:service\s+install|--token[\s=]|TUNNEL_TOKEN=)\s*["']?([\w+/=-]+)/i,
};

function cleanLine(name: SecretName, pasted: string): string {
  // What the app made itself, or what is free text, stays as it is.
  if (name === 'webhook-secret' || name === 'webhook-secret-previous') return pasted.trim();
  if (name === 'partner-client-secret') return pasted.trim().replace(QUOTED, '$1');
  const value = unwrapped(pasted);
  const inCommand = COMMANDS[name]?.exec(value)?.[1];
  if (inCommand !== undefined) return inCommand;
  return name === 'partner-token'
    ? unwrapped(value.replace(/^Authorization["']?\s*:\s*["']?/i, '').replace(/^Bearer(?:\s+|$)/i, ''))
    : value;
}

/** Anything may be part of a client secret but a pair of quotes around it. */
const QUOTED = /^["'“«](.+)["'”»]$/su;
const ONE_WORD: readonly SecretName[] = ['partner-token', 'ngrok-token', 'cloudflared-token', 'phone-token'];
/** A Standard Webhooks secret: 24 to 64 bytes in base64. */
const SIGNING = /^whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const MASK = /[•●∙·∗*…]{2}|…|\.{3}/u;

/** Returns why a text cannot be a key, when that is certain. */
function wrongKind(name: SecretName, value: string): SecretFault | null {
  if (name === 'till-secret') return SIGNING.test(value) ? null : 'not-signing';
  if (!ONE_WORD.includes(name)) return null;
  if (MASK.test(value)) return 'masked';
  if (isPageAddress(value)) return 'a-page';
  return /\p{Zs}/u.test(value) ? 'spaces' : null;
}

/** OpenSSH reads a key only when its last line ends. */
function cleanKey(pasted: string): string {
  const value = pasted.trim().replace(LINE_ENDS, '\n');
  return value === '' ? '' : `${value}\n`;
}

function invalid(name: SecretName, fault: SecretFault): Result<never, SecretRefused> {
  return err({ code: 'invalid', refused: { what: 'secret', name, fault } });
}

const MAX_DETAIL = 200;

/**
 * What the keychain libraries say when it is there but closed. They throw plain errors without a code: libsecret names
 * the collection or says locked, macOS says that it may not ask or was refused.
 */
const LOCKED =
  /object does not exist at path|locked|dismissed|cancell?ed|interaction is not allowed|-25308|-128/i;

/**
 * Returns the error of the vault for what the library threw. Everything but a closed keychain means that there is no
 * keychain to talk to: no service, no bus, no library.
 */
export function toVaultError(error: unknown): VaultError {
  const message = error instanceof Error ? error.message : String(error);
  const detail = message.slice(0, MAX_DETAIL);
  return { code: LOCKED.test(message) ? 'keychain-locked' : 'keychain-unavailable', detail };
}

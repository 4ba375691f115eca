import { z } from 'zod';
import { WEEKDAYS } from '../../../shared/settings/opening-hours.ts';
import type {
  Refused,
  RefusedSetting,
  SecretFault,
  SettingFault,
  SettingPath,
} from '../../../shared/settings/setting-faults.ts';
import { chainIdIn } from '../../../shared/settings/pasted.ts';
import { own } from '../../../shared/own.ts';
import { createSettingsCheck } from '../../../shared/settings/settings-schema.ts';
import type { SecretName, SecretStatuses, Settings } from '../../../shared/settings/settings.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { PAPER_PLACES } from './paper-fields.ts';
import { TUNNEL_PLACES } from '../../tunnel-form/tunnel-fields.ts';
import { OUTGOING_PLACES } from './outgoing-fields.ts';
import { secretOf, toSettings, type FieldName, type Fields, type TypedSecrets } from './fields.ts';

// The pages' content security policy forbids making code from text, and reports even the attempt.
z.config({ jitless: true });
const check = createSettingsCheck('typed');

type Problem = keyof Texts['settings']['problems'];
/** Everything that can be marked as a problem: fields and secrets. */
type ProblemTarget = FieldName | SecretName;
export type Problems = Partial<Readonly<Record<ProblemTarget, Problem>>>;

/** Returns the problems of the typed values, with the same check that main uses. */
export function findProblems(fields: Fields, base: Settings): Problems {
  const checked = check(toSettings(fields, base));
  if (checked.ok) return {};
  return checked.error.reduce<Problems>((found, refused) => ({ ...found, ...refusedField(refused) }), {});
}

/** Returns the settings as they will be saved: what was pasted with the values is gone. Check for problems first. */
export function mendedSettings(fields: Fields, base: Settings): Settings {
  const typed = toSettings(fields, base);
  const checked = check(typed);
  return checked.ok ? checked.value : typed;
}

/** Returns what was pasted in the field of another value. */
export function findSwapped(fields: Fields, typed: TypedSecrets): Problems {
  const secret = secretOf(fields.auth);
  const chain = chainIdIn(fields.chainId);
  const isChain = (text: string): boolean => chain !== '' && chainIdIn(text) === chain;
  return present({
    vendorId: isChain(fields.vendorId) ? 'sameAsChain' : null,
    [secret]: isChain(typed[secret]) ? 'secretId' : null,
  });
}

const REFUSED: Readonly<Record<string, Problems>> = {
  'partner-unauthorized': { 'partner-token': 'keyRefused', 'partner-client-secret': 'keyRefused' },
  'partner-forbidden': { chainId: 'chainRefused', vendorId: 'vendorRefused' },
  'partner-not-found': { vendorId: 'vendorUnknown' },
  'partner-no-route': { chainId: 'chainUnknown' },
};

/** Returns the fields that PedidosYa's answer is about. `code`: a HealthCode or a reason of the setup. */
export function partnerProblems(code: string): Problems {
  return own(REFUSED, code) ?? {};
}

/** Returns what is missing for a request to PedidosYa. */
export function findMissing(fields: Fields, typed: TypedSecrets, secrets: SecretStatuses): Problems {
  const secret = secretOf(fields.auth);
  const hasSecret = secrets[secret].present || typed[secret].trim() !== '';
  return present({
    chainId: fields.chainId.trim() === '' ? 'required' : null,
    vendorId: fields.vendorId.trim() === '' ? 'required' : null,
    clientId: fields.auth === 'client-credentials' && fields.clientId.trim() === '' ? 'required' : null,
    [secret]: hasSecret ? null : 'required',
  });
}

const PLACES: Readonly<Partial<Record<SettingPath, FieldName>>> = {
  'shop.name': 'name',
  'shop.chainId': 'chainId',
  'shop.vendorId': 'vendorId',
  'shop.country': 'country',
  'shop.timeZone': 'timeZone',
  'partner.baseUrl': 'baseUrl',
  'partner.auth': 'auth',
  'partner.clientId': 'clientId',
  'partner.tokenLabel': 'tokenLabel',
  'receiver.port': 'port',
  'alerts.volume': 'volume',
  'alerts.escalateAfterMinutes': 'escalateAfter',
  'alerts.connectionAfterMinutes': 'connectionAfter',
  'alerts.unclaimed.afterMinutes': 'unclaimedAfter',
  'alerts.unclaimed.everyMinutes': 'unclaimedEvery',
  'alerts.quiet.fromMinute': 'quietFrom',
  'alerts.quiet.toMinute': 'quietTo',
  ...Object.fromEntries(
    WEEKDAYS.flatMap((day) => [
      [`hours.days.${day}.fromMinute`, day],
      [`hours.days.${day}.toMinute`, day],
    ]),
  ),
  language: 'language',
  ...TUNNEL_PLACES,
  ...OUTGOING_PLACES,
  ...PAPER_PLACES,
};
/** The problem that a field shows for each fault. */
const PROBLEMS: Readonly<Partial<Record<SettingFault, Problem>>> = {
  'too-long': 'tooLong',
  'not-an-id': 'spaces',
  'a-page': 'page',
  'no-chain': 'noChain',
  'two-chains': 'twoChains',
  cut: 'cut',
  'https-needed': 'address',
  'not-a-domain': 'domain',
  'not-a-host': 'host',
  'not-a-user': 'user',
  'not-a-bind': 'bind',
  'not-a-pattern': 'pattern',
  'not-own-place': 'ownPlace',
  'not-a-topic': 'topic',
  'not-a-folder': 'folder',
  'not-a-printer': 'printer',
  missing: 'required',
  'unknown-time-zone': 'timeZone',
};
/** A number field always shows what it needs, whatever the fault is. */
const NUMBERS: Readonly<Partial<Record<FieldName, Problem>>> = {
  port: 'port',
  sshPort: 'anyPort',
  printerPort: 'anyPort',
  escalateAfter: 'minutes',
  connectionAfter: 'minutes',
  unclaimedAfter: 'minutes',
  unclaimedEvery: 'minutes',
  quietFrom: 'time',
  quietTo: 'time',
  ...Object.fromEntries(WEEKDAYS.map((day) => [day, 'time'])),
};
const SECRET_PROBLEMS: Readonly<Record<SecretFault, Problem>> = {
  empty: 'secretEmpty',
  'control-characters': 'secretStrange',
  'too-long': 'secretTooLong',
  spaces: 'secretSpaces',
  masked: 'secretMasked',
  'a-page': 'secretPage',
  'not-signing': 'secretSigning',
};

/** Returns the problem of the field that main refused. */
export function refusedEntry(refused: Refused): Problems {
  return refused.what === 'setting'
    ? refusedField(refused)
    : { [refused.name]: SECRET_PROBLEMS[refused.fault] };
}

function refusedField({ field, fault }: RefusedSetting): Problems {
  const place = field === null ? undefined : PLACES[field];
  return place === undefined ? {} : { [place]: NUMBERS[place] ?? PROBLEMS[fault] ?? 'refused' };
}

function present(found: Partial<Record<ProblemTarget, Problem | null>>): Problems {
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== null));
}

/**
 * Returns the problems to show: those of what was typed, or else the fields that PedidosYa refused last. `code`: a
 * HealthCode or a reason of the setup; null: nothing was refused.
 */
export function shownProblems(
  {
    problems,
    isDirty,
    busy,
  }: { readonly problems: Problems; readonly isDirty: boolean; readonly busy: string | null },
  code: string | null,
): Problems {
  const isTold = Object.keys(problems).length > 0 || isDirty || busy !== null;
  return isTold || code === null ? problems : partnerProblems(code);
}

import { WEEKDAYS, type Weekday } from '../../../shared/opening-hours.ts';
import { isLoopback } from '../../../shared/loopback.ts';
import type { SecretName, SecretStatuses } from '../../../shared/settings.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { own } from '../../../shared/own.ts';
import { isTimeZone } from '../../../shared/zones.ts';
import { findTunnelProblems, TUNNEL_PLACES } from '../../tunnel-form/tunnel-fields.ts';
import { parseMinutes } from './alert-fields.ts';
import { parseClockText } from './clock-text.ts';
import { secretOf, type FieldName, type Fields, type TypedSecrets } from './fields.ts';
import { isDay } from './hours-fields.ts';

type Problem = keyof Texts['settings']['problems'];
/** Everything that can be marked: fields and secrets. */
type ProblemPlace = FieldName | SecretName;
export type Problems = Partial<Readonly<Record<ProblemPlace, Problem>>>;

const MAX_CHARS = 200;
const MIN_PORT = 1024;
const MAX_PORT = 65_535;
const NOT_IN_ID = /[\s/\\]/;

/** What is wrong with the entries themselves. Light: main has the last word. */
export function findProblems(fields: Fields): Problems {
  return present({
    name: tooLong(fields.name),
    chainId: idProblem(fields.chainId),
    vendorId: idProblem(fields.vendorId),
    clientId: idProblem(fields.clientId),
    tokenLabel: tooLong(fields.tokenLabel),
    timeZone: fields.timeZone === '' || isTimeZone(fields.timeZone) ? null : 'timeZone',
    baseUrl: isApiAddress(fields.baseUrl.trim()) ? null : 'address',
    port: isPort(fields.port.trim()) ? null : 'port',
    escalateAfter: parseMinutes(fields.escalateAfter) === null ? 'minutes' : null,
    connectionAfter: parseMinutes(fields.connectionAfter) === null ? 'minutes' : null,
    quietFrom: parseClockText(fields.quietFrom) === null ? 'time' : null,
    quietTo: parseClockText(fields.quietTo) === null ? 'time' : null,
    ...Object.fromEntries(WEEKDAYS.map((day) => [day, isDay(fields[day]) ? null : 'time'])),
    ...findTunnelProblems(fields, isApiAddress),
  });
}

/** What is missing before PedidosYa can be asked anything. */
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

const PLACES: Readonly<Record<string, FieldName>> = {
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
  'alerts.quiet.fromMinute': 'quietFrom',
  'alerts.quiet.toMinute': 'quietTo',
  language: 'language',
  ...TUNNEL_PLACES,
};
const FIELD_PROBLEMS: Readonly<Record<string, Problem>> = {
  'too-long': 'tooLong',
  'https-needed': 'address',
  'not-a-domain': 'domain',
  'not-a-host': 'host',
  'not-a-user': 'user',
  'not-a-bind': 'bind',
  'not-a-pattern': 'pattern',
  'unknown-time-zone': 'timeZone',
};
const SECRET_PROBLEMS: Readonly<Record<string, Problem>> = {
  empty: 'secretEmpty',
  'control-characters': 'secretStrange',
  'too-long': 'secretTooLong',
};

/** Reads main's "partner.baseUrl: https-needed" as a mark on that field. */
export function refusedField(detail: string | null): Problems {
  const [path = '', code = ''] = (detail ?? '').split(': ');
  const place = own(PLACES, path) ?? dayOf(path);
  return place === undefined ? {} : { [place]: own(FIELD_PROBLEMS, code) ?? 'refused' };
}

function dayOf(path: string): Weekday | undefined {
  return WEEKDAYS.find((day) => path.startsWith(`hours.days.${day}.`));
}

/** Reads main's reason for not taking a secret. */
export function refusedSecret(name: SecretName, detail: string | null): Problems {
  return { [name]: own(SECRET_PROBLEMS, detail ?? '') ?? 'refused' };
}

function present(found: Partial<Record<ProblemPlace, Problem | null>>): Problems {
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== null));
}

function tooLong(value: string): Problem | null {
  return value.trim().length > MAX_CHARS ? 'tooLong' : null;
}

function idProblem(value: string): Problem | null {
  return NOT_IN_ID.test(value.trim()) ? 'spaces' : tooLong(value);
}

function isPort(value: string): boolean {
  const port = Number(value);
  return /^\d+$/.test(value) && port >= MIN_PORT && port <= MAX_PORT;
}

function isApiAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  if (username + password + search + hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

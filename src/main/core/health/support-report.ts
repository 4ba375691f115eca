import { notesLine } from '../../../shared/health/delivery-note.ts';
import { REPORT_FILES, type ReportFile, type ReportFileId } from '../../../shared/health/diagnostics.ts';
import { factLine } from '../../../shared/health/fact.ts';
import { HEALTH_PARTS, type Health, type HealthNote } from '../../../shared/health/health.ts';
import { SECRET_NAMES, type SecretStatuses, type Settings } from '../../../shared/settings/settings.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { inertCell } from '../support/csv.ts';
import { createPeopleHider } from './hide-people.ts';
import type { Delivery } from '../inbound/types.ts';

/** A text that identifies the user of this computer, and its replacement. */
export type OwnPlace = readonly [place: string, standIn: string];

/** Everything that a report is made from. It contains no secret and no body of an order. */
export type DiagnosticsFacts = {
  readonly madeAt: string;
  readonly versions: Readonly<Record<string, string | number | boolean>>;
  readonly settings: Settings;
  /** null: the keychain did not answer. */
  readonly secrets: SecretStatuses | null;
  readonly health: Health;
  /** Oldest first. */
  readonly history: readonly HealthNote[];
  /** Newest first. */
  readonly deliveries: readonly Delivery[];
  readonly database: Readonly<Record<string, string | number | null>>;
  readonly log: string;
  readonly oldLog: string;
  /** Names of customers as they are stored: a report must contain none of them. */
  readonly customers: Iterable<string>;
  /** Folders and names that identify the user of this computer, and their replacements. */
  readonly ownPlaces: readonly OwnPlace[];
};

/**
 * Returns the files of a report. Every file passes `hideSecrets`. Free text (logs, details) also loses people and the
 * names of this computer's own folders; the settings may contain such folders, too.
 */
export function diagnosticsFiles(
  facts: DiagnosticsFacts,
  texts: Texts,
  hideSecrets: (text: string) => string,
): readonly ReportFile[] {
  const hidePeople = createPeopleHider(facts.customers);
  const hidePlaces = createPlaceHider([
    ...facts.ownPlaces,
    [facts.settings.tunnel.cloudflared.executable, '<cloudflared>'],
  ]);
  const free = (text: string): string => hidePeople(hidePlaces(text));
  const freeOrNull = (text: string | null): string | null => (text === null ? null : free(text));
  const contents: Readonly<Record<ReportFileId, string>> = {
    about: texts.diagnostics.about(facts.madeAt),
    versions: json(facts.versions),
    settings: hidePlaces(
      json({ ...withoutCredentials(facts.settings), storedSecrets: presence(facts.secrets) }),
    ),
    health: json({
      ...Object.fromEntries(
        HEALTH_PARTS.map((part) => {
          const entry = facts.health[part];
          return [part, { ...entry, detail: freeOrNull(factLine(entry.detail)) }];
        }),
      ),
      facts: facts.health.facts,
    }),
    'health-history': csv(
      ['at', 'part', 'state', 'code', 'detail'],
      facts.history.map(({ at, part, state, code, detail }) => [at, part, state, code, freeOrNull(detail)]),
    ),
    deliveries: csv(
      ['at', 'outcome', 'status', 'ms', 'bytes', 'order', 'detail'],
      facts.deliveries.map((one) => [
        one.at,
        one.outcome,
        one.status,
        Math.round(one.ms * 10) / 10,
        one.bytes,
        one.orderId,
        freeOrNull(notesLine(one.notes)),
      ]),
    ),
    database: json(facts.database),
    log: free(facts.log),
    'old-log': free(facts.oldLog),
  };
  return FILE_IDS.filter((id) => contents[id] !== '').map((id) => ({
    id,
    name: REPORT_FILES[id],
    text: hideSecrets(contents[id]),
  }));
}

const FILE_IDS = [
  'about',
  'versions',
  'settings',
  'health',
  'health-history',
  'deliveries',
  'database',
  'log',
  'old-log',
] as const satisfies readonly ReportFileId[];

/**
 * The client id is half of a pair of credentials, whoever knows a topic or the address of a monitor can use it, and
 * initials are of the staff: the report only needs to say whether they are set.
 */
function withoutCredentials(settings: Settings): Settings {
  const { partner, outgoing, hands } = settings;
  const { phone, till, heartbeat } = outgoing;
  return {
    ...settings,
    partner: { ...partner, clientId: hidden(partner.clientId) },
    hands: { ...hands, initials: hands.initials.map(hidden), atCounter: hidden(hands.atCounter) },
    outgoing: {
      phone: { ...phone, topic: hidden(phone.topic), address: hidden(phone.address) },
      till: { ...till, address: hidden(till.address), folder: hidden(till.folder) },
      heartbeat: { ...heartbeat, address: hidden(heartbeat.address) },
    },
  };
}

function hidden(value: string): string {
  return value === '' ? '' : '***';
}

function presence(secrets: SecretStatuses | null): readonly string[] | null {
  if (secrets === null) return null;
  return SECRET_NAMES.filter((name) => secrets[name].present);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

type Cell = string | number | null;

/** RFC 4180. */
function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

function toCell(value: Cell): string {
  // Others chose some of the texts: the id of an order, what a server said.
  const text = typeof value === 'string' ? inertCell(value) : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const MIN_PLACE_CHARS = 2;

/**
 * Returns a function that removes folders and names of this computer from a text, plain or escaped in JSON, also in
 * JSON inside JSON; with either slash and in any letter case, as on Windows.
 */
function createPlaceHider(places: readonly OwnPlace[]): (text: string) => string {
  const patterns = places
    .filter(([place]) => place.length >= MIN_PLACE_CHARS)
    // The longest first: a folder before its parent.
    .toSorted(([one], [other]) => other.length - one.length)
    .map(([place, standIn]) => [toPattern(place), standIn] as const);
  return (text) =>
    patterns.reduce((known, [pattern, standIn]) => known.replace(pattern, () => standIn), text);
}

function toPattern(place: string): RegExp {
  const parts = place.split(/[/\\]+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  // Each level of JSON doubles every backslash.
  return new RegExp(parts.join(String.raw`(?:/|\\+)`), 'gi');
}

import { z } from 'zod';

/** What was noted of a request and needs no value. */
const PLAIN_NOTES = [
  'no-secret',
  'other-secret',
  'previous-secret',
  'public-test',
  'local-test',
  'timed-out',
  'aborted',
  'not-utf8',
  'nested-too-deeply',
  'not-json',
  'not-an-object',
  'empty-list',
  'too-many',
] as const;
/** several: orders in one request. left-out: those of them that were none. times: requests that share the row. */
const COUNT_NOTES = ['several', 'left-out', 'times'] as const;
/**
 * missing, too-long: names of fields. code: of another shop's order. agent: who called. other: whatever has no words of
 * its own, such as where it called or the name of an error.
 */
const TEXT_NOTES = ['missing', 'too-long', 'code', 'agent', 'other'] as const;

type PlainNote = (typeof PLAIN_NOTES)[number];
type CountNote = (typeof COUNT_NOTES)[number];
type TextNote = (typeof TEXT_NOTES)[number];

/** One fact about a request on the webhook. Already redacted: never a secret, never a customer. */
export type DeliveryNote =
  | { readonly kind: PlainNote }
  | { readonly kind: CountNote; readonly count: number }
  | { readonly kind: TextNote; readonly text: string };

/** The words of each note; those of a count or a text stand before it. */
export type NoteWords = Readonly<Record<DeliveryNote['kind'], string>>;

const SUPPORT_WORDS: NoteWords = {
  'no-secret': 'no Authorization header',
  'other-secret': 'another Authorization header',
  'previous-secret': 'the previous secret',
  'public-test': 'public road',
  'local-test': 'local road',
  'timed-out': 'timed-out',
  aborted: 'aborted',
  'not-utf8': 'not UTF-8',
  'nested-too-deeply': 'nested too deeply',
  'not-json': 'not JSON',
  'not-an-object': 'the body is not an object',
  'empty-list': 'an empty list',
  'too-many': 'too many in one',
  several: 'in one: ',
  'left-out': 'left out: ',
  times: 'times ',
  missing: 'missing or empty: ',
  'too-long': 'too long: ',
  code: 'code ',
  agent: 'agent ',
  other: '',
};

export const deliveryNote = z.union([
  z.object({ kind: z.enum(PLAIN_NOTES) }),
  z.object({ kind: z.enum(COUNT_NOTES), count: z.int() }),
  z.object({ kind: z.enum(TEXT_NOTES), text: z.string() }),
]);

/** Returns the note in these words; without any, in the English that support reads. */
export function noteText(note: DeliveryNote, words: NoteWords = SUPPORT_WORDS): string {
  const before = words[note.kind];
  if ('text' in note) return `${before}${note.text}`;
  return 'count' in note ? `${before}${String(note.count)}` : before;
}

/** Returns the notes on one line, for support; null when there are none. */
export function notesLine(notes: readonly DeliveryNote[]): string | null {
  return notes.length === 0 ? null : notes.map((note) => noteText(note)).join('; ');
}

/** Returns the notes of a line as `notesLine` writes it: the form in which older rows are stored. */
export function parseNotesLine(line: string): readonly DeliveryNote[] {
  // The caller chose its name, and may have put a semicolon into it; it is always the last.
  const [, known = '', agent] = /^(.*?)(?:(?:^|; )agent (.*))?$/s.exec(line) ?? [];
  const notes = known === '' ? [] : known.split('; ').map(parseNote);
  return agent === undefined ? notes : [...notes, { kind: 'agent', text: agent }];
}

function parseNote(part: string): DeliveryNote {
  const plain = PLAIN_NOTES.find((kind) => SUPPORT_WORDS[kind] === part);
  if (plain !== undefined) return { kind: plain };
  const valueAfter = (kind: CountNote | TextNote): string | null =>
    part.startsWith(SUPPORT_WORDS[kind]) ? part.slice(SUPPORT_WORDS[kind].length) : null;
  for (const kind of COUNT_NOTES) {
    const count = valueAfter(kind);
    if (count !== null && /^\d{1,9}$/.test(count)) return { kind, count: Number(count) };
  }
  for (const kind of TEXT_NOTES) {
    const text = valueAfter(kind);
    if (text !== null) return { kind, text };
  }
  return { kind: 'other', text: part };
}

import { z } from 'zod';
import { deliveryNote, parseNotesLine, type DeliveryNote } from '../../../shared/health/delivery-note.ts';
import { readJson } from './rows.ts';

const noteList = z.array(z.unknown());

/** Returns the notes as the cell of a row keeps them. */
export function writeNotes(notes: readonly DeliveryNote[]): string | null {
  return notes.length === 0 ? null : JSON.stringify(notes);
}

/** Returns the notes of a cell, as JSON or as the line of an older row. A note that only a newer version knows is left out. */
export function readNotes(cell: string | null): readonly DeliveryNote[] {
  if (cell === null) return [];
  const list = readJson(cell, noteList);
  if (list === null) return parseNotesLine(cell);
  return list.flatMap((one) => deliveryNote.safeParse(one).data ?? []);
}

/** Returns the condition that a cell of `deliveries` has a note; `older`: the same for the line of an older row. */
export function hasNote({
  kind,
  text,
  older,
}: {
  readonly kind: DeliveryNote['kind'];
  readonly text?: string;
  readonly older: string;
}): string {
  const sameText = text === undefined ? '' : ` AND json_extract(value, '$.text') = ${text}`;
  return `CASE WHEN detail LIKE '[{%' AND json_valid(detail)
    THEN EXISTS (SELECT 1 FROM json_each(detail) WHERE json_extract(value, '$.kind') = '${kind}'${sameText})
    ELSE ${older} END`;
}

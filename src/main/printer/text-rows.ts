import { own } from '../../shared/own.ts';

const SPELLED: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '→': '->',
  '•': '*',
  '€': 'EUR',
  '§': 'S',
  '¶': '',
};
/** Everything that code page 858 has and a shop needs. It has § and ¶ also among its commands, and they are sent as such. */
const PRINTED = /^[ -~¡-¦¨-µ·-ÿ]$/u;

/** Returns a text in letters that the printer has: another accent is left out, and so is what is no letter at all. */
export function printable(text: string): string {
  return Array.from(text.normalize('NFC')).map(spell).join('').replace(/ +/g, ' ');
}

function spell(character: string): string {
  if (PRINTED.test(character)) return character;
  const spelled = own(SPELLED, character);
  if (spelled !== undefined) return spelled;
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return Array.from(bare).every((each) => PRINTED.test(each)) ? bare : '';
}

/** Returns the rows of a text, broken between words where possible. */
export function wrap(text: string, columns: number): readonly string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    const next = row === '' ? word : `${row} ${word}`;
    if (next.length <= columns) {
      row = next;
      continue;
    }
    if (row !== '') rows.push(row);
    row = word;
    while (row.length > columns) {
      rows.push(row.slice(0, columns));
      row = row.slice(columns);
    }
  }
  return row === '' && rows.length > 0 ? rows : [...rows, row];
}

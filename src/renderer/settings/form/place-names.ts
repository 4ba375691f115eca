import { own } from '../../../shared/own.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { MINUTE_CHOICES, type OutgoingFields } from './outgoing-fields.ts';
import type { PaperFields } from './paper-fields.ts';

/** What a field is called, and how its value reads. */
export type Named = { readonly label: string; readonly format?: (value: string) => string };
type Names<F> = readonly (readonly [keyof F, Named])[];
type Choices = Readonly<Record<string, string>>;

/** Returns the names of what goes out, each behind the title of its part: alone, some are called the same. */
export function placeNames({ outgoing: words }: Texts): Names<OutgoingFields> {
  const phone = (label: string, format?: Named['format']): Named => named(words.phoneTitle, label, format);
  const till = (label: string, format?: Named['format']): Named => named(words.tillTitle, label, format);
  const beat = (label: string): Named => named(words.beatTitle, label);
  const minutes = (value: string): string => {
    const choice = MINUTE_CHOICES.find((each) => String(each) === value);
    return choice === undefined ? value : words.minutes(choice);
  };
  return [
    ['phoneWay', phone(words.phoneWay, chosen(words.phoneWays))],
    ['phoneServer', phone(words.phoneServer)],
    ['phoneTopic', phone(words.phoneTopic)],
    ['phoneAddress', phone(words.phoneAddress)],
    ['phoneReady', phone(words.ready, minutes)],
    ['phoneCancelled', phone(words.cancelled, minutes)],
    ['phoneConnection', phone(words.connection, minutes)],
    ['tillPost', till(words.tillPost)],
    ['tillAddress', till(words.tillAddress)],
    ['tillFiles', till(words.tillFiles)],
    ['tillFolder', till(words.tillFolder)],
    ['tillForm', till(words.tillForm, chosen(words.tillForms))],
    ['tillPeople', till(words.people)],
    ['beat', beat(words.beat)],
    ['beatAddress', beat(words.beatAddress)],
    ['beatMethod', beat(words.beatMethod)],
  ];
}

/** Returns the names of the fields about slips, each behind the title of their part. */
export function paperNames({ paper: words }: Texts): Names<PaperFields> {
  const slip = (label: string, format?: Named['format']): Named => named(words.title, label, format);
  return [
    ['paperWay', slip(words.way, chosen(words.ways))],
    ['printerName', slip(words.printer)],
    ['printerHost', slip(words.host)],
    ['printerPort', slip(words.port)],
    ['printerDevice', slip(words.device)],
    ['paperWidth', slip(words.width, (width) => `${width} mm`)],
    ['slipName', slip(words.name, chosen(words.names))],
    ['slipSymbol', slip(words.symbol, chosen(words.symbols))],
    ['printsReady', slip(words.automatic)],
    ['printsCancelled', slip(words.cancelled)],
  ];
}

function named(part: string, label: string, format?: Named['format']): Named {
  return { label: `${part}: ${label}`, ...(format === undefined ? {} : { format }) };
}

function chosen(words: Choices): (value: string) => string {
  return (value) => own(words, value) ?? value;
}

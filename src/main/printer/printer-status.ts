import type { PrintTrouble } from '../../shared/settings/paper.ts';

const DLE = 0x10;
const EOT = 0x04;
/** `DLE EOT n`: the printer, why it is offline, the roll of paper. It answers at once, whatever it is doing. */
const QUESTIONS = [1, 2, 4] as const;
/** `GS r 1`: answered in its turn, after what was sent before is printed. */
export const QUEUE_STATUS = Uint8Array.of(0x1d, 0x72, 0x01);

export type PrinterStatus = {
  /** False: the printer does not tell its state. */
  readonly isTold: boolean;
  readonly trouble: Extract<PrintTrouble, 'no-paper' | 'cover-open' | 'failed' | 'offline'> | null;
  readonly isPaperLow: boolean;
};

/** Returns the questions, one answer byte each, in their order. */
export function askStatus(): readonly { readonly bytes: Uint8Array; readonly index: number }[] {
  return QUESTIONS.map((question, index) => ({ bytes: Uint8Array.of(DLE, EOT, question), index }));
}

/** Three answers, and what some printers tell of themselves unasked. */
const MOST_BYTES = 32;
const WEB = 'HTTP/';

/** Returns false for what no printer says: a web server, for example, tells at length that it did not understand. */
export function isPrinter(answers: readonly number[]): boolean {
  const begin = String.fromCharCode(...answers.slice(0, WEB.length));
  return answers.length <= MOST_BYTES && !(begin.length >= QUESTIONS.length && WEB.startsWith(begin));
}

/** Reads the answers, as far as they came. An answer that is none says nothing: many printers answer some questions only. */
export function readStatus(answers: readonly number[]): PrinterStatus {
  const [printer = null, offline = null, paper = null] = answers.map(realAnswer);
  const has = (answer: number | null, bits: number): boolean => answer !== null && (answer & bits) !== 0;
  const isTold = printer !== null || offline !== null || paper !== null;
  const told = { isTold, isPaperLow: has(paper, 0x0c) };
  if (has(paper, 0x60) || has(offline, 0x20)) return { ...told, trouble: 'no-paper' };
  if (has(offline, 0x04)) return { ...told, trouble: 'cover-open' };
  if (has(offline, 0x40)) return { ...told, trouble: 'failed' };
  if (has(printer, 0x08)) return { ...told, trouble: 'offline' };
  return { ...told, trouble: null };
}

/** In every answer bits 1 and 4 are set, bits 0 and 7 are not. */
function realAnswer(byte: number): number | null {
  return (byte & 0x93) === 0x12 ? byte : null;
}

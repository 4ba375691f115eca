import type { PrintOutcome } from '../shared/settings/paper.ts';
import { assertNever } from '../shared/result.ts';
import type { Texts } from '../shared/texts/texts.ts';

/** Returns what became of printing, in words. */
export function outcomeText(outcome: PrintOutcome, { paper }: Texts): string {
  switch (outcome.kind) {
    case 'printed':
      return outcome.isCopy ? paper.printedCopy : paper.printed;
    case 'doubtful':
      return `${paper.troubles[outcome.why].sentence} ${paper.doubtful}`;
    case 'failed':
      return `${paper.troubles[outcome.why].sentence} ${paper.troubles[outcome.why].remedy}`;
    case 'off':
    case 'unknown':
      return paper[outcome.kind];
    default:
      return assertNever(outcome);
  }
}

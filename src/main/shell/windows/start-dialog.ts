import { setTimeout as sleep } from 'node:timers/promises';
import { dialog } from 'electron';
import type { StartTrouble } from '../../../shared/texts/start.ts';
import type { Texts } from '../../../shared/texts/texts.ts';

/** The first checks are silent, because an antivirus may lock a file for a moment. */
const QUIET_LOOKS = 5;
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 30_000;

/**
 * Checks until nothing prevents the start, and meanwhile shows what does. Resolves with true when the app can start, with
 * false when the user quits.
 */
export async function untilNothingStandsInTheWay(deps: {
  readonly look: () => StartTrouble | null;
  /** Called for each new obstacle. */
  readonly say: (trouble: StartTrouble) => void;
  readonly words: () => Texts['start'];
}): Promise<boolean> {
  let said = '';
  let waitMs = FIRST_WAIT_MS;
  for (let looks = 1; ; looks += 1) {
    const trouble = deps.look();
    if (trouble === null) return true;
    if (JSON.stringify(trouble) !== said) deps.say(trouble);
    said = JSON.stringify(trouble);
    if (looks < QUIET_LOOKS) {
      await sleep(FIRST_WAIT_MS);
      continue;
    }
    const closing = new AbortController();
    const asked = askAgain(trouble, deps.words(), closing.signal);
    let answer: 'retry' | 'quit' | null = null;
    while (answer === null && deps.look() !== null) {
      answer = await Promise.race([asked, sleep(waitMs, null)]);
      waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
    }
    closing.abort();
    if (answer === 'quit') return false;
  }
}

/** Shows why the start failed. Resolves with the user's choice, or with `retry` after `waitMs`. */
export async function tellFailedStart(
  trouble: StartTrouble,
  waitMs: number,
  words: Texts['start'],
): Promise<'retry' | 'quit'> {
  const closing = new AbortController();
  const answer = await Promise.race([
    askAgain(trouble, words, closing.signal),
    sleep(waitMs, 'retry' as const, { signal: closing.signal }).catch(() => 'retry' as const),
  ]);
  closing.abort();
  return answer;
}

async function askAgain(
  trouble: StartTrouble,
  words: Texts['start'],
  signal: AbortSignal,
): Promise<'retry' | 'quit'> {
  const { message, detail } = words.troubles[trouble.kind](trouble.where, trouble.why);
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: words.title,
    message,
    detail: `${detail}\n\n${words.goesOn}`,
    buttons: [words.retry, words.quit],
    defaultId: 0,
    // Closing the dialog does not mean to quit.
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === 1 ? 'quit' : 'retry';
}

import fs from 'node:fs';
import { isDamageError } from './store-error.ts';

/** Leaves a note of damage, so that the next start looks at every page and sets the file aside. */
export function watchForDamage<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isDamageError(error)) noteDamage(file);
    throw error;
  }
}

export function forgetDamage(file: string): void {
  try {
    fs.rmSync(`${file}-check`, { force: true });
  } catch {
    // It only costs the next start another look at every page.
  }
}

function noteDamage(file: string): void {
  try {
    fs.writeFileSync(`${file}-check`, '');
  } catch {
    // The disk is failing: the original error is rethrown, and that is the one that people see.
  }
}

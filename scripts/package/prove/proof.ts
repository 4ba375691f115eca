/** Prints each proven fact; the first one that fails ends the run with its sentence. */
export function holds(sentence: string, isTrue: boolean, seen: unknown = ''): void {
  const detail = seen === '' ? '' : ` (${typeof seen === 'string' ? seen : JSON.stringify(seen)})`;
  if (!isTrue) throw new Error(`Not so: ${sentence}${detail}`);
  console.log(`  ✔ ${sentence}${detail}`);
}

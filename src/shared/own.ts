/**
 * Returns what a table holds under a name of its own. `undefined` for any other name, also for those that every object
 * answers to (`constructor`, `__proto__`): the name may have come from outside.
 */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

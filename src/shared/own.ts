/**
 * Returns the value of an own property of the table, else `undefined`: also for inherited names (`constructor`,
 * `__proto__`), because the name may come from outside.
 */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

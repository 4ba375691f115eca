import type { z } from 'zod';

/** A row as SQLite returns it. */
export type Row = Readonly<Record<string, unknown>>;

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}

/** Rows from a JSON array of arrays; `columns` names their cells, separated by a comma and a space. */
export function rowsFromJson(json: string, columns: string): readonly Row[] {
  const names = columns.split(', ');
  const table: unknown = JSON.parse(json);
  if (!Array.isArray(table)) throw new TypeError('The list is not an array');
  return table.map((cells: unknown) => {
    const values: readonly unknown[] = Array.isArray(cells) ? cells : [];
    const row: Record<string, unknown> = {};
    names.forEach((name, index) => {
      row[name] = values[index];
    });
    return row;
  });
}

export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : wrong(column, 'text');
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : wrong(column, 'a number');
}

export function integerOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : integer(row, column);
}

export function flag(row: Row, column: string): boolean {
  return integer(row, column) !== 0;
}

export function flagOrNull(row: Row, column: string): boolean | null {
  return row[column] === null ? null : flag(row, column);
}

/** Returns the entry of a closed list that the column names, else `otherwise`. */
export function oneOf<T extends string>(row: Row, column: string, known: readonly T[], otherwise: T): T {
  const value = row[column];
  return known.find((entry) => entry === value) ?? otherwise;
}

function wrong(column: string, wanted: string): never {
  throw new TypeError(`Column ${column} is not ${wanted}`);
}

/** Returns what a stored text holds as JSON; null when it is not JSON, or not of this shape. */
export function readJson<T>(stored: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}

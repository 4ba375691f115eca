import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type Dump = {
  readonly version: number;
  /** `ok`, or what SQLite found. */
  readonly integrity: string;
  /** Everything in the file, as text. */
  readonly content: string;
};

/** Reads an orders file without the product's code, on a copy: reading may write the log into the file. Null: no such file. */
export function dump(file: string): Dump | null {
  if (!fs.existsSync(file)) return null;
  const folder = fs.mkdtempSync(`${file}-look-`);
  try {
    const copy = path.join(folder, 'copy.db');
    for (const suffix of ['', '-wal', '-journal'])
      if (fs.existsSync(file + suffix)) fs.copyFileSync(file + suffix, copy + suffix);
    return read(copy);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function read(file: string): Dump {
  const db = new DatabaseSync(file);
  try {
    const all = (sql: string) => db.prepare(sql).all();
    const tables = all("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name");
    const rows = tables
      .filter(({ sql }) => String(sql).startsWith('CREATE TABLE'))
      .map(({ name }) => [
        name,
        all(`SELECT * FROM ${String(name)}`)
          .map((row) => JSON.stringify(row))
          .toSorted(),
      ]);
    return {
      version: Number(all('PRAGMA user_version')[0]?.['user_version']),
      integrity: all('PRAGMA integrity_check')
        .map((row) => String(row['integrity_check']))
        .join('; '),
      content: JSON.stringify([tables.map(({ name }) => name), rows], null, 1),
    };
  } catch (error) {
    return { version: -1, integrity: String(error), content: '' };
  } finally {
    db.close();
  }
}

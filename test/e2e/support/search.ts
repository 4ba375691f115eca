import fs from 'node:fs';
import path from 'node:path';

/** Returns the forms in which a text could be in a file or a process: plain, as wide characters, in base64. */
function shapesOf(secret: string): readonly Buffer[] {
  const bytes = Buffer.from(secret, 'utf8');
  // Base64 depends on what comes before the text; without both ends it is the same for each of three offsets.
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  return [bytes, Buffer.from(secret, 'utf16le'), ...base64.map((text) => Buffer.from(text))];
}

function holds(data: Buffer, shapes: readonly Buffer[]): boolean {
  return shapes.some((shape) => data.includes(shape));
}

/** Returns whether an output contains the secret in any form. */
export function textHolds(text: string, secret: string): boolean {
  return holds(Buffer.from(text), shapesOf(secret));
}

/** Returns the files below a folder, binary ones too, that contain the secret in any form. */
export function filesWith(folder: string, secret: string): readonly string[] {
  const shapes = shapesOf(secret);
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      try {
        return holds(fs.readFileSync(file), shapes);
      } catch (error) {
        // The app removes files of its own while it runs.
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
        throw error;
      }
    });
}

/** Returns a process and all its running descendants. */
export function processTree(root: number): readonly number[] {
  const parents = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid: Number(pid), parent: parentOf(pid) }));
  const childrenOf = (pid: number): readonly number[] =>
    parents.filter(({ parent }) => parent === pid).flatMap((child) => [child.pid, ...childrenOf(child.pid)]);
  return [root, ...childrenOf(root)];
}

/** Returns the process that started this one; null once it has ended. */
export function parentOf(pid: string | number): number | null {
  const parent = /^PPid:\t(\d+)/m.exec(String(readProc(pid, 'status')))?.[1];
  return parent === undefined ? null : Number(parent);
}

/** Returns each `pid/cmdline` or `pid/environ` of a process tree that contains the secret. */
export function processesWith(root: number, secret: string): readonly string[] {
  const shapes = shapesOf(secret);
  return processTree(root).flatMap((pid) =>
    ['cmdline', 'environ']
      .filter((file) => holds(readProc(pid, file), shapes))
      .map((file) => `${pid}/${file}`),
  );
}

/** Returns a file of a process; empty once the process has ended. */
export function readProc(pid: string | number, file: string): Buffer {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`);
  } catch {
    // The process has ended meanwhile.
    return Buffer.alloc(0);
  }
}

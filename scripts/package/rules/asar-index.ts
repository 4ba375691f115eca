import { createHash } from 'node:crypto';
import fs from 'node:fs';

export type AsarFile = { readonly path: string; readonly bytes: number; readonly unpacked: boolean };
type Node = {
  readonly files?: Readonly<Record<string, Node>>;
  readonly size?: number;
  readonly unpacked?: boolean;
};

/**
 * Reads the index of an asar archive.
 * @returns its files, and the SHA-256 of the index: what Electron's integrity check compares
 */
export function readAsarIndex(file: string): { readonly files: readonly AsarFile[]; readonly hash: string } {
  const descriptor = fs.openSync(file, 'r');
  try {
    // Two of Chromium's pickles: the size of the index, then its length and text.
    const head = Buffer.alloc(16);
    fs.readSync(descriptor, head, 0, head.length, 0);
    const json = Buffer.alloc(head.readUInt32LE(12));
    fs.readSync(descriptor, json, 0, json.length, head.length);
    // Written by electron-builder a moment ago: its own format.
    const index = JSON.parse(json.toString('utf8')) as Node;
    return { files: flatten(index, ''), hash: createHash('sha256').update(json).digest('hex') };
  } finally {
    fs.closeSync(descriptor);
  }
}

function flatten(node: Node, at: string): AsarFile[] {
  if (node.files === undefined)
    return [{ path: at, bytes: node.size ?? 0, unpacked: node.unpacked === true }];
  return Object.entries(node.files).flatMap(([name, child]) =>
    flatten(child, at === '' ? name : `${at}/${name}`),
  );
}

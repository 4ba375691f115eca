import { createHash } from 'node:crypto';
import { getRawHeader } from '@electron/asar';

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
  const { header, headerString } = getRawHeader(file);
  return { files: flatten(header, ''), hash: createHash('sha256').update(headerString).digest('hex') };
}

function flatten(node: Node, at: string): AsarFile[] {
  if (node.files === undefined)
    return [{ path: at, bytes: node.size ?? 0, unpacked: node.unpacked === true }];
  return Object.entries(node.files).flatMap(([name, child]) =>
    flatten(child, at === '' ? name : `${at}/${name}`),
  );
}

import { strToU8, zipSync } from 'fflate';

/** Returns a zip file of small texts; names use `/` for folders. */
export function zipTexts(files: readonly { readonly name: string; readonly text: string }[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])));
}

/** After a backslash, or in a raw text, an escape would mean something else than the character. */
const NO_ESCAPE = /\\[\u0100-\uffff]|\.raw`[^`]*[\u0100-\uffff]/;
const BEYOND_LATIN_1 = /[\u0100-\uffff]/g;

type Chunk = { readonly type: string; code?: string };

/**
 * Writes characters beyond Latin-1 as escapes. V8 keeps the source of a program in memory for as long as it runs, and a
 * single dash in a text makes it keep two bytes for each character.
 */
export function latinPlugin() {
  return {
    name: 'latin',
    // Last: what is done with a chunk before may take escapes away again.
    enforce: 'post' as const,
    generateBundle(_options: unknown, bundle: Readonly<Record<string, Chunk>>): void {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && chunk.code !== undefined) chunk.code = toLatin1(chunk.code);
      }
    },
  };
}

/** Returns the same program in Latin-1. Throws where that would change it. */
export function toLatin1(code: string): string {
  const found = NO_ESCAPE.exec(code);
  if (found !== null)
    throw new Error(`Cannot be written as an escape: ${code.slice(found.index, found.index + 80)}`);
  return code.replace(BEYOND_LATIN_1, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

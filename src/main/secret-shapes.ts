const BASE64_CHARACTER = /[A-Za-z0-9+/_=-]/;
/** Shorter pieces would match ordinary text. */
const MIN_BASE64_CHARS = 6;
/** A program may print a single line of a key file. */
const MIN_LINE_CHARS = 24;

/**
 * Returns a function that replaces a secret by `***` in every form: plain, escaped for JSON or a URL, as bytes of a
 * header, in base64.
 */
export function createSecretHider(secret: string): (text: string) => string {
  const wholes = [secret, ...secret.split(/\r?\n/).filter((line) => line.length >= MIN_LINE_CHARS)];
  // Longest first: an escaped form may begin with the plain one.
  const exact = [...new Set(wholes.flatMap(exactShapes))].toSorted((a, b) => b.length - a.length);
  const encoded = [...new Set(wholes.flatMap(base64Pieces))];
  return (text) => {
    let safe = text;
    for (const shape of exact) safe = safe.replaceAll(shape, '***');
    for (const piece of encoded) safe = hideRuns(safe, piece);
    return safe;
  };
}

function exactShapes(secret: string): readonly string[] {
  const uri = encodeURIComponent(Buffer.from(secret, 'utf8').toString('utf8'));
  return [
    secret,
    jsonText(secret),
    jsonText(secret).replace(/[\u0080-\uffff]/g, unicodeEscape),
    uri,
    uri.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    uri.replaceAll('%20', '+'),
    // Node gives each byte of a header as one character.
    Buffer.from(secret, 'utf8').toString('latin1'),
  ];
}

function jsonText(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * Returns the base64 forms of the secret, in both alphabets and for each starting position. Characters that also depend
 * on the neighbouring bytes are left out.
 */
function base64Pieces(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [0, 1, 2]
    .map((offset) => {
      const text = Buffer.concat([Buffer.alloc(offset), bytes])
        .toString('base64')
        .replace(/=+$/, '');
      const isWhole = (offset + bytes.length) % 3 === 0;
      return text.slice(offset === 0 ? 0 : offset + 1, isWhole ? undefined : -1);
    })
    .filter((piece) => piece.length >= MIN_BASE64_CHARS)
    .flatMap((piece) => [piece, piece.replaceAll('+', '-').replaceAll('/', '_')]);
}

/** Hides the whole run of base64 around a piece: its ends would reveal the first and last characters. */
function hideRuns(text: string, piece: string): string {
  let safe = '';
  let rest = 0;
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, rest)) {
    let from = at;
    while (from > rest && BASE64_CHARACTER.test(text.charAt(from - 1))) from -= 1;
    let to = at + piece.length;
    while (to < text.length && BASE64_CHARACTER.test(text.charAt(to))) to += 1;
    safe += `${text.slice(rest, from)}***`;
    rest = to;
  }
  return safe + text.slice(rest);
}

/**
 * One word of a Windows command line, as the program reads it back: with white space or quotes in it it must stand in
 * quotes. Source: learn.microsoft.com, "Parsing C command-line arguments".
 */
export function quoteForWindows(word: string): string {
  if (word !== '' && !/[\s"]/.test(word)) return word;
  // A backslash means itself, but not before a quote: there each is doubled.
  return `"${word.replace(/(\\*)"/g, String.raw`$1$1\"`).replace(/\\+$/, '$&$&')}"`;
}

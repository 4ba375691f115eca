/**
 * Packs small text files into an asar archive (Electron's own format).
 * @param {Readonly<Record<string, string>>} files name → text
 */
export function packAsar(files) {
  /** @type {Record<string, { size: number, offset: string }>} */
  const index = {};
  const bodies = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text);
    index[name] = { size: body.length, offset: String(offset) };
    bodies.push(body);
    offset += body.length;
  }
  return Buffer.concat([header(JSON.stringify({ files: index })), ...bodies]);
}

/** The index as Chromium's pickle, preceded by its size as another. @param {string} json */
function header(json) {
  const text = Buffer.from(json);
  const padded = text.length + ((4 - (text.length % 4)) % 4);
  const pickle = Buffer.alloc(8 + padded);
  pickle.writeUInt32LE(4 + padded, 0);
  pickle.writeUInt32LE(text.length, 4);
  text.copy(pickle, 8);
  const size = Buffer.alloc(8);
  size.writeUInt32LE(4, 0);
  size.writeUInt32LE(pickle.length, 4);
  return Buffer.concat([size, pickle]);
}

/** One thing that a slip printer would put on paper. */
export type PaperItem =
  | {
      readonly what: 'text';
      readonly text: string;
      readonly bold: boolean;
      readonly inverse: boolean;
      readonly width: number;
      readonly height: number;
    }
  | { readonly what: 'barcode'; readonly system: number; readonly text: string; readonly moduleWidth: number }
  | { readonly what: 'qr'; readonly text: string };
export type PaperRow = { readonly align: 0 | 1 | 2; readonly items: readonly PaperItem[] };
export type PaperSlip = { readonly rows: readonly PaperRow[]; readonly isCut: boolean };

/** Code page 858, which the first 128 signs of ASCII go before. */
const CP858 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■ ';
const PAGE_858 = 19;

/**
 * Reads ESC/POS as a printer does, and returns the slips. Throws on a command that it does not know: then the app sends
 * something that this reading cannot vouch for.
 */
export function decodeEscPos(bytes: Uint8Array): readonly PaperSlip[] {
  const slips: PaperSlip[] = [];
  let rows: PaperRow[] = [];
  let items: PaperItem[] = [];
  let text = '';
  let style = { bold: false, inverse: false, width: 1, height: 1 };
  let align: 0 | 1 | 2 = 0;
  let moduleWidth = 3;
  let page = 0;
  let qr = '';
  let at = 0;
  const next = (): number => {
    const byte = bytes[at];
    if (byte === undefined) throw new Error('The bytes end in the middle of a command');
    at += 1;
    return byte;
  };
  const take = (count: number): string => {
    let taken = '';
    for (let index = 0; index < count; index += 1) taken += String.fromCharCode(next());
    return taken;
  };
  const flush = (): void => {
    if (text !== '') items.push({ what: 'text', text, ...style });
    text = '';
  };
  const endRow = (): void => {
    flush();
    rows.push({ align, items });
    items = [];
  };
  const restyle = (change: Partial<typeof style>): void => {
    flush();
    style = { ...style, ...change };
  };
  const alone = (item: PaperItem): void => {
    flush();
    items.push(item);
    endRow();
  };
  const escape = (): void => {
    const command = String.fromCharCode(next());
    if (command === '@') {
      style = { bold: false, inverse: false, width: 1, height: 1 };
      align = 0;
    } else if (command === 't') page = next();
    else if (command === 'a') align = alignOf(next());
    else if (command === 'E' || command === 'G') restyle({ bold: (next() & 1) === 1 });
    else if (command === 'd') for (let count = next(); count > 0; count -= 1) endRow();
    else if (command === '-' || command === 'M' || command === '3') next();
    else if (command !== '2') throw new Error(`Unknown command ESC ${command}`);
  };
  const group = (): void => {
    const command = String.fromCharCode(next());
    if (command === '!') {
      const size = next();
      restyle({ width: (size >> 4) + 1, height: (size & 7) + 1 });
    } else if (command === 'B') restyle({ inverse: (next() & 1) === 1 });
    else if (command === 'w') moduleWidth = next();
    else if (command === 'h' || command === 'H' || command === 'f' || command === 'a') next();
    else if (command === 'k') {
      const system = next();
      alone({ what: 'barcode', system, text: take(next()), moduleWidth });
    } else if (command === '(') {
      take(1);
      const length = next() + 256 * next();
      const content = take(length);
      if (content.startsWith('1P0')) qr = content.slice(3);
      else if (content.startsWith('1Q')) alone({ what: 'qr', text: qr });
    } else if (command === 'V') {
      const mode = next();
      if (mode > 64) next();
      if (text !== '' || items.length > 0) endRow();
      slips.push({ rows, isCut: true });
      rows = [];
    } else if (command === 'r') next();
    else throw new Error(`Unknown command GS ${command}`);
  };
  while (at < bytes.length) {
    const byte = next();
    if (byte === 0x1b) escape();
    else if (byte === 0x1d) group();
    else if (byte === 0x1c) take(1);
    else if (byte === 0x10) take(2);
    else if (byte === 0x0a) endRow();
    else if (byte >= 0x80) text += page === PAGE_858 ? (CP858[byte - 0x80] ?? '?') : '?';
    else if (byte >= 0x20) text += String.fromCharCode(byte);
    else if (byte !== 0x0d) throw new Error(`Unknown control character ${String(byte)}`);
  }
  if (rows.some(({ items: found }) => found.length > 0) || text !== '') {
    endRow();
    slips.push({ rows, isCut: false });
  }
  return slips;
}

function alignOf(byte: number): 0 | 1 | 2 {
  return byte === 1 || byte === 2 ? byte : 0;
}

/** Returns what people read on a slip, row by row. */
export function wordsOf({ rows }: PaperSlip): readonly string[] {
  return rows
    .map(({ items }) =>
      items.map((item) => (item.what === 'text' ? item.text : `[${item.what} ${item.text}]`)),
    )
    .map((parts) => parts.join('').trim())
    .filter((row) => row !== '');
}

/** Returns how many columns the widest row of a slip takes. */
export function columnsOf({ rows }: PaperSlip): number {
  return Math.max(
    0,
    ...rows.map(({ items }) =>
      items.reduce(
        (sum, item) => sum + (item.what === 'text' ? item.text.trimEnd().length * item.width : 0),
        0,
      ),
    ),
  );
}

/** Returns a web page that shows slips as they come out of the printer. */
export function toPicture(slips: readonly PaperSlip[], columns: number): string {
  const escape = (text: string): string =>
    text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
  const itemOf = (item: PaperItem): string => {
    if (item.what === 'barcode') return `<span class="bars">||||| ${escape(item.text)} |||||</span>`;
    if (item.what === 'qr') return `<span class="qr">QR ${escape(item.text)}</span>`;
    const { text, bold, inverse, width, height } = item;
    const look = `${inverse ? 'background:#000;color:#fff;' : ''}${bold ? 'font-weight:700;' : ''}`;
    const box = `display:inline-block;width:${String(Array.from(text).length * width)}ch;height:${String(height * 1.2)}em;`;
    const inner = `display:inline-block;transform-origin:0 0;transform:scale(${String(width)},${String(height)});`;
    return `<span style="${look}${box}"><span style="${inner}">${escape(text)}</span></span>`;
  };
  const rowOf = ({ align, items }: PaperRow): string =>
    `<div style="text-align:${(['left', 'center', 'right'] as const)[align]};min-height:1.2em">${items.map(itemOf).join('')}</div>`;
  const css = `body{background:#999}.slip{background:#fff;margin:12px;padding:10px;font:16px/1.2 "DejaVu Sans Mono",monospace;width:calc(${String(columns)}ch + 20px);white-space:pre;display:inline-block;vertical-align:top}.bars,.qr{display:inline-block;border:2px solid #000;padding:14px}`;
  return `<!doctype html><meta charset="utf-8"><style>${css}</style>${slips.map((slip) => `<div class="slip">${slip.rows.map(rowOf).join('')}</div>`).join('')}`;
}

import zlib from 'node:zlib';
import { chunk, SIGNATURE } from '../../test/desktop/png.ts';

const TRUE_COLOUR = 2;
const TRUE_COLOUR_WITH_ALPHA = 6;
const PALETTE = 3;
const MOST_COLOURS = 256;

/** Rows of `bytesPerPixel` bytes: red, green, blue and perhaps alpha. */
type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly bytesPerPixel: number;
  readonly bytes: Buffer;
};

/**
 * Returns the picture with 256 colours, about a third of the size. The most used colours stay; every other one becomes
 * the nearest of them. Windows have few colours and many shades at the edges of letters. Transparency is dropped.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, bytesPerPixel, bytes } = decode(png);
  const uses = new Map<number, number>();
  for (let at = 0; at < bytes.length; at += bytesPerPixel) {
    const colour = bytes.readUIntBE(at, 3);
    uses.set(colour, (uses.get(colour) ?? 0) + 1);
  }
  // Of two colours used equally often, the smaller one, so that the same picture gives the same file.
  const byUse = [...uses].toSorted(([one, ones], [other, others]) => others - ones || one - other);
  const palette = byUse.slice(0, MOST_COLOURS).map(([colour]) => colour);
  const places = new Map(byUse.map(([colour]) => [colour, nearest(colour, palette)]));
  // A filter byte precedes every row: none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = bytes.readUIntBE((y * width + x) * bytesPerPixel, 3);
      rows[y * (width + 1) + 1 + x] = places.get(colour) ?? 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, PALETTE, 0, 0, 0], 8);
  const colours = Buffer.alloc(palette.length * 3);
  for (const [index, colour] of palette.entries()) colours.writeUIntBE(colour, index * 3, 3);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  let bestDistance = Infinity;
  for (const [index, candidate] of palette.entries()) {
    const distance =
      Math.abs((candidate >> 16) - (colour >> 16)) +
      Math.abs(((candidate >> 8) & 0xff) - ((colour >> 8) & 0xff)) +
      Math.abs((candidate & 0xff) - (colour & 0xff));
    if (distance < bestDistance) {
      best = index;
      bestDistance = distance;
    }
  }
  return best;
}

/** Reads a PNG of 8 bits per channel without a palette, as browsers write it. Throws on any other kind. */
function decode(png: Buffer): Pixels {
  const data: Buffer[] = [];
  let head = Buffer.alloc(13);
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') head = Buffer.from(body);
    if (type === 'IDAT') data.push(body);
    at += 12 + length;
  }
  const [depth, type, , , interlaced] = head.subarray(8);
  if (depth !== 8 || interlaced !== 0 || (type !== TRUE_COLOUR && type !== TRUE_COLOUR_WITH_ALPHA)) {
    throw new Error('Only pictures of 8 bits per channel can be read.');
  }
  const bytesPerPixel = type === TRUE_COLOUR ? 3 : 4;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  return {
    width,
    height,
    bytesPerPixel,
    bytes: unfiltered(zlib.inflateSync(Buffer.concat(data)), width * bytesPerPixel, height, bytesPerPixel),
  };
}

/** Takes each row's filter back. Source: PNG specification, "Filtering". */
function unfiltered(raw: Buffer, stride: number, height: number, bytesPerPixel: number): Buffer {
  const bytes = Buffer.alloc(stride * height);
  const at = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (bytes[y * stride + x] ?? 0));
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = at(x - bytesPerPixel, y);
      const up = at(x, y - 1);
      const guess =
        [0, left, up, (left + up) >> 1, paeth(left, up, at(x - bytesPerPixel, y - 1))][filter] ?? 0;
      bytes[y * stride + x] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + guess) & 0xff;
    }
  }
  return bytes;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

import fs from 'node:fs/promises';
import path from 'node:path';
import { encodePng } from './png.ts';

// The X server keeps its screen in a file of the XWD format: a header of big-endian words, a palette, the pixels.
// Source: XWDFile.h of the X Window System.
const HEADER_SIZE = 0;
const WIDTH = 4;
const HEIGHT = 5;
const BYTE_ORDER = 7;
const BITS_PER_PIXEL = 11;
const BYTES_PER_LINE = 12;
const COLOURS = 19;
const COLOUR_BYTES = 12;

/** The file in which Xvfb, started with `-fbdir folder`, keeps what it shows. */
export function framebufferFile(folder: string): string {
  return path.join(folder, 'Xvfb_screen0');
}

/** Writes what the virtual screen shows now into a PNG file. Windows need a moment to paint: wait for them first. */
export async function saveScreen(framebuffer: string, file: string): Promise<void> {
  const { width, height, rgba } = readScreen(await fs.readFile(framebuffer));
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, encodePng(width, height, rgba));
}

/** Reads a screen of 32 bits per pixel. Throws on any other kind. */
export function readScreen(xwd: Buffer): {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
} {
  const word = (index: number): number => xwd.readUInt32BE(index * 4);
  if (word(BITS_PER_PIXEL) !== 32 || word(BYTE_ORDER) !== 0) {
    throw new Error('The virtual screen is not of 32 bits per pixel, least byte first.');
  }
  const width = word(WIDTH);
  const height = word(HEIGHT);
  const start = word(HEADER_SIZE) + word(COLOURS) * COLOUR_BYTES;
  const rgba = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = start + y * word(BYTES_PER_LINE) + x * 4;
      const colour = xwd.readUInt32LE(from);
      rgba.writeUInt32BE(((colour << 8) | 0xff) >>> 0, (y * width + x) * 4);
    }
  }
  return { width, height, rgba };
}

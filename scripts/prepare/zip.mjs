import fs from 'node:fs/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { Obstacle } from './progress.mjs';

const inflateRaw = promisify(zlib.inflateRaw);
const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const END_RECORD_SIZE = 22;

/**
 * Reads the files of a zip archive (below 4 GB, stored or deflated) whose names `isWanted` accepts, each checked
 * against its CRC-32. Throws when the archive is damaged.
 * @param {string} file
 * @param {(name: string) => boolean} isWanted
 */
export async function* readZip(file, isWanted) {
  const zip = await fs.readFile(file);
  for (const entry of directoryOf(zip)) {
    if (entry.name.endsWith('/') || !isWanted(entry.name)) continue;
    const packed = zip.subarray(entry.start, entry.start + entry.packedSize);
    // Stored entries are views into the archive: copied, because a reader may change what it gets.
    const data = entry.method === 0 ? Buffer.from(packed) : await inflateRaw(packed);
    if (zlib.crc32(data) !== entry.crc) throw new Obstacle(`${entry.name} in ${file} is damaged.`);
    yield { name: entry.name, data, executable: (entry.mode & 0o111) !== 0 };
  }
}

/** @param {Buffer} zip */
function* directoryOf(zip) {
  const end = zip.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + END_RECORD_SIZE > zip.length) throw new Obstacle('The archive has no directory.');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packedSize: zip.readUInt32LE(at + 20),
      mode: zip.readUInt32LE(at + 38) >>> 16,
      start: local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28),
    };
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

import { Obstacle } from './progress.mjs';

// Electron's fuse wire: this sentinel, a version byte, the number of fuses, then one character per fuse.
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;
const ON = 0x31;
const OFF = 0x30;
/** Position on the wire → wanted state: what a development runtime has. */
const WANTED = new Map([
  [0, ON], // RunAsNode
  [2, ON], // NODE_OPTIONS
  [3, ON], // --inspect
  [4, OFF], // asar integrity
  [5, OFF], // only load the app from an asar
  [6, OFF], // own V8 snapshot for the browser process
]);

/**
 * Sets the fuses of an Electron binary in memory to those of a development runtime.
 * Source: electronjs.org/docs/latest/tutorial/fuses
 * @param {Buffer} binary changed in place
 */
export function setFuses(binary) {
  const { start, count } = fuseWire(binary);
  for (const [position, state] of WANTED) {
    if (position < count) binary[start + position] = state;
  }
}

/**
 * The fuses as they stand in an Electron binary, by position on the wire: on, off, or null for one that was removed.
 * @param {Buffer} binary
 * @returns {readonly (boolean | null)[]}
 */
export function readFuses(binary) {
  const { start, count } = fuseWire(binary);
  return [...binary.subarray(start, start + count)].map((state) =>
    state === ON ? true : state === OFF ? false : null,
  );
}

/** Where the first fuse stands, and how many there are. @param {Buffer} binary */
function fuseWire(binary) {
  const wire = binary.indexOf(SENTINEL) + SENTINEL.length;
  if (wire < SENTINEL.length || binary[wire] !== WIRE_VERSION)
    throw new Obstacle('The binary has no fuse wire.');
  return { start: wire + 2, count: binary[wire + 1] ?? 0 };
}

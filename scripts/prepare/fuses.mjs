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
  const wire = binary.indexOf(SENTINEL) + SENTINEL.length;
  if (wire < SENTINEL.length || binary[wire] !== WIRE_VERSION)
    throw new Obstacle('The binary has no fuse wire.');
  const count = binary[wire + 1] ?? 0;
  for (const [position, state] of WANTED) {
    if (position < count) binary[wire + 2 + position] = state;
  }
}

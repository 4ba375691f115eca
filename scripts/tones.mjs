// Makes the alert tones in assets/sounds from sine waves, so that no one else has rights to them. `node
// scripts/tones.mjs`
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const RATE = 22_050;
const FOLDER = path.resolve(import.meta.dirname, '../assets/sounds');

/** Notes: start and length in seconds, frequency in Hz, loudness 0 to 1, overtones as [multiple, share]. */
const BELL = [
  [1, 1],
  [2.01, 0.5],
  [2.99, 0.28],
  [4.2, 0.16],
  [5.4, 0.1],
];
const WOOD = [
  [1, 1],
  [2.7, 0.35],
  [5.1, 0.12],
];
const BAR = [
  [1, 1],
  [3.9, 0.25],
  [9.2, 0.06],
];
const HORN = [
  [1, 1],
  [2, 0.6],
  [3, 0.45],
  [4, 0.25],
  [5, 0.15],
];
const TONES = {
  // A counter bell struck twice: an order is ready.
  bell: [note(0, 0.9, 1318.5, 0.8, BELL, 5), note(0.22, 1.1, 1568, 0.9, BELL, 4.5)],
  // Three rising notes.
  chime: [
    note(0, 0.7, 784, 0.8, BELL, 5),
    note(0.18, 0.7, 987.8, 0.8, BELL, 5),
    note(0.36, 1, 1174.7, 0.85, BELL, 4.5),
  ],
  // Two alternating low notes, unlike any other tone: do not hand over.
  alarm: [0, 0.3, 0.6, 0.9].map((at, index) => note(at, 0.26, index % 2 === 0 ? 740 : 523.3, 0.9, HORN, 0.6)),
  // Two knocks on wood.
  knock: [note(0, 0.25, 330, 1, WOOD, 18), note(0.2, 0.3, 294, 1, WOOD, 16)],
  // One soft note: good to know, not urgent.
  soft: [
    note(
      0,
      1.1,
      659.3,
      0.6,
      [
        [1, 1],
        [2, 0.2],
      ],
      4,
    ),
  ],
  // A falling pair: the connection is gone.
  drop: [note(0, 0.5, 880, 0.8, BELL, 6), note(0.28, 0.9, 587.3, 0.8, BELL, 5)],
  // Three low wooden bars, up and back: a bag still waits.
  marimba: [
    note(0, 0.6, 392, 0.7, BAR, 6),
    note(0.3, 0.6, 493.9, 0.7, BAR, 6),
    note(0.6, 1, 392, 0.75, BAR, 5),
  ],
};

function note(start, length, frequency, loudness, overtones, decay) {
  return { start, length, frequency, loudness, overtones, decay };
}

function render(notes) {
  const seconds = Math.max(...notes.map(({ start, length }) => start + length)) + 0.05;
  const wave = new Float64Array(Math.ceil(seconds * RATE));
  for (const { start, length, frequency, loudness, overtones, decay } of notes) {
    const total = overtones.reduce((sum, [, share]) => sum + share, 0);
    for (let index = 0; index < length * RATE; index += 1) {
      const t = index / RATE;
      const attack = Math.min(1, t / 0.006);
      const release = Math.min(1, (length - t) / 0.03);
      const body = overtones.reduce(
        (sum, [multiple, share], order) =>
          sum +
          share *
            Math.exp(-decay * t * (1 + order * 0.35)) *
            Math.sin(2 * Math.PI * frequency * multiple * t),
        0,
      );
      wave[Math.floor(start * RATE) + index] += (loudness * attack * release * body) / total;
    }
  }
  const peak = wave.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return wave.map((value) => (value / peak) * 0.92);
}

function wav(samples) {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples.length * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((value, index) => bytes.writeInt16LE(Math.round(value * 32_767), 44 + index * 2));
  return bytes;
}

mkdirSync(FOLDER, { recursive: true });
for (const [name, notes] of Object.entries(TONES)) {
  const file = wav(render(notes));
  writeFileSync(path.join(FOLDER, `${name}.wav`), file);
  console.log(`${name}.wav  ${String(Math.round(file.length / 1024))} KiB`);
}

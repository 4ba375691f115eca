import { TONE_IDS, type ToneId } from '../../shared/settings/alert-settings.ts';
import type { SoundOrder } from '../../shared/ipc-contract.ts';
import { speak, stopSpeaking } from './voice.ts';
import { reportFailure, reportUncaught } from '../report-failure.ts';

const FILES = import.meta.glob<string>('../../../assets/sounds/*.wav', {
  eager: true,
  query: '?url',
  import: 'default',
});
const LONGEST_TONE_MS = 4_000;
/** How long the loudspeakers are counted: a page that says nothing for two seconds seems dead. A tone tells more than a sign of life. */
const COUNT_MS = { sign: 1_500, tone: 15_000 };
const players = new Map<ToneId, HTMLAudioElement>();
for (const tone of TONE_IDS) {
  const url = FILES[`../../../assets/sounds/${tone}.wav`];
  if (url !== undefined) players.set(tone, new Audio(url));
}

function hush(): void {
  for (const player of players.values()) player.pause();
}

async function play(tone: ToneId, volume: number): Promise<void> {
  const player = players.get(tone);
  if (player === undefined) throw new Error(`No tone ${tone}`);
  hush();
  player.currentTime = 0;
  player.volume = volume;
  await player.play();
}

/** Resolves when no tone plays, or a moment later than the longest one lasts. */
async function toneEnds(): Promise<void> {
  const playing = [...players.values()].filter(({ paused, ended }) => !paused && !ended);
  const over = playing.map(
    (player) =>
      new Promise((resolve) => {
        for (const event of ['ended', 'pause', 'error'])
          player.addEventListener(event, resolve, { once: true });
      }),
  );
  await Promise.race([Promise.all(over), new Promise((resolve) => setTimeout(resolve, LONGEST_TONE_MS))]);
}

/** null: not known. Chromium looks at cameras too, and waits as long as the driver of one hangs. */
async function countOutputs(limitMs: number): Promise<number | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), limitMs);
  });
  const counted = navigator.mediaDevices
    .enumerateDevices()
    .then((devices) => devices.filter(({ kind }) => kind === 'audiooutput').length);
  return Promise.race([counted, late]).catch(() => null);
}

async function obey({ id, tone, volume, hush: silence }: SoundOrder): Promise<void> {
  let detail: string | null = null;
  try {
    if (silence === true) {
      hush();
      stopSpeaking();
    }
    if (tone !== null) await play(tone, volume);
  } catch (error) {
    // The next order cut this tone short, which is not a failure.
    if (!(error instanceof DOMException && error.name === 'AbortError')) detail = String(error).slice(0, 300);
  }
  const devices = await countOutputs(tone === null ? COUNT_MS.sign : COUNT_MS.tone);
  await window.mostrador['sound:report']({ id, ok: detail === null, devices, detail });
}

reportUncaught(window.mostrador, 'sound');
const hear = (order: SoundOrder): void => {
  obey(order).catch((error: unknown) => reportFailure(window.mostrador, 'sound', error));
};
window.mostrador.on('sound:play', hear);
// Apart from the tones: a voice that hangs holds up nothing of theirs.
window.mostrador.on('voice:say', (order) => {
  speak(order, toneEnds)
    .then((report) => window.mostrador['voice:report'](report))
    .catch((error: unknown) => reportFailure(window.mostrador, 'sound', error));
});
window.mostrador.on('voice:hush', stopSpeaking);
// Says that it is here: the first tone waits for that, and not for a count, for which Chromium starts a process.
window.mostrador['sound:report']({ id: 0, ok: true, devices: null, detail: null }).catch((error: unknown) =>
  reportFailure(window.mostrador, 'sound', error),
);

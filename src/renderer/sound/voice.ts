import type { VoiceReport } from '../../shared/settings/hands.ts';
import type { VoiceOrder } from '../../shared/ipc-contract.ts';

/** The system may take its time to tell which voices it has. */
const VOICES_MS = 6_000;
/** A system without a loudspeaker may begin to speak and never end. */
const SPEAKING_MS = 9_000;
/** The voices of the shops' countries first. */
const NEAR = ['es-419', 'es-UY', 'es-AR', 'es-CL', 'es-PE', 'es-MX', 'es-US'];

/** Number of the last command: what an earlier one waits for is no longer wanted. */
let mine = 0;
let isSpeaking = false;

/** Cuts off what is being said. */
export function stopSpeaking(): void {
  mine += 1;
  // Only then: the browser's part for speech is not even loaded where nobody wants a voice.
  if (isSpeaking) window.speechSynthesis.cancel();
}

/** Speaks once the tone that plays now is over. Without `text` it only looks for a voice. */
export async function speak(
  { id, text, language, volume }: VoiceOrder,
  toneEnds: () => Promise<void>,
): Promise<VoiceReport> {
  mine += 1;
  const own = mine;
  const voice = await findVoice(language);
  if (voice === null) return { id, outcome: 'no-voice', voice: null };
  const report = (outcome: VoiceReport['outcome']): VoiceReport => ({
    id,
    outcome,
    voice: voice.name.slice(0, 100),
  });
  if (text === '') return report('spoken');
  await toneEnds();
  if (own !== mine) return report('stopped');
  isSpeaking = true;
  try {
    return report(await utter(text, voice, volume));
  } finally {
    isSpeaking = false;
  }
}

function utter(text: string, voice: SpeechSynthesisVoice, volume: number): Promise<VoiceReport['outcome']> {
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.volume = volume;
    const limit = setTimeout(() => {
      window.speechSynthesis.cancel();
      resolve('failed');
    }, SPEAKING_MS);
    const end = (outcome: VoiceReport['outcome']) => (): void => {
      clearTimeout(limit);
      resolve(outcome);
    };
    utterance.addEventListener('end', end('spoken'));
    utterance.addEventListener('error', ({ error }) =>
      end(error === 'canceled' || error === 'interrupted' ? 'stopped' : 'failed')(),
    );
    window.speechSynthesis.speak(utterance);
  });
}

/**
 * Returns a voice of this language that needs no network: others would send each code to their maker. The system may tell
 * of its voices bit by bit, or first of none.
 */
async function findVoice(language: VoiceOrder['language']): Promise<SpeechSynthesisVoice | null> {
  const { speechSynthesis } = window;
  if (speechSynthesis === undefined) return null;
  const now = bestOf(speechSynthesis.getVoices(), language);
  if (now !== null) return now;
  return new Promise((resolve) => {
    const end = (voice: SpeechSynthesisVoice | null): void => {
      clearTimeout(limit);
      speechSynthesis.removeEventListener('voiceschanged', look);
      resolve(voice);
    };
    const look = (): void => {
      const found = bestOf(speechSynthesis.getVoices(), language);
      if (found !== null) end(found);
    };
    const limit = setTimeout(() => end(bestOf(speechSynthesis.getVoices(), language)), VOICES_MS);
    speechSynthesis.addEventListener('voiceschanged', look);
  });
}

function bestOf(
  voices: readonly SpeechSynthesisVoice[],
  language: VoiceOrder['language'],
): SpeechSynthesisVoice | null {
  const langOf = ({ lang }: SpeechSynthesisVoice): string => lang.replace('_', '-');
  const local = voices.filter(
    (voice) => voice.localService && langOf(voice).toLowerCase().split('-')[0] === language,
  );
  const near = NEAR.map((lang) => local.find((voice) => langOf(voice) === lang)).find(
    (voice) => voice !== undefined,
  );
  return near ?? local.find((voice) => voice.default) ?? local[0] ?? null;
}

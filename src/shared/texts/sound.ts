import type { Fact } from '../health/fact.ts';
import type { HealthCode, SoundCheck } from '../health/health.ts';
import type { ErrorText } from './errors.ts';

type HealthWords = Readonly<Record<HealthCode, (detail: Fact | null) => ErrorText>>;

/** What a test found: what is wrong with what to do, or that a tone was played. */
function tested(words: { readonly played: string; readonly unknown: string }) {
  return ({ state, code, detail, isSystemKnown }: SoundCheck, health: HealthWords): string => {
    if (state === 'ok') return isSystemKnown ? words.played : `${words.played} ${words.unknown}`;
    const { sentence, remedy } = health[code](detail);
    return `${sentence} ${remedy}`;
  };
}

export const soundTextsEs = {
  mute: 'Silenciar los avisos',
  minutes: (minutes: number) => (minutes === 60 ? 'Por 1 hora' : `Por ${String(minutes)} minutos`),
  mutedUntil: (clock: string) => `Silenciado hasta ${clock}`,
  mutedBut: 'Las cancelaciones suenan igual.',
  unmute: 'Activar sonido',
  unmuted: 'Los avisos suenan de nuevo.',
  muteFailed: 'No se pudo cambiar el silencio. Pruebe de nuevo.',
  unmuteUntil: (clock: string) => `Silenciado hasta ${clock} · Activar sonido`,
  test: 'Probar el sonido',
  testTitle: 'Prueba de sonido',
  tested: tested({
    played: 'Se hizo sonar un tono.',
    unknown: 'Si no se oyó, revise el volumen de la computadora: este sistema no permite saberlo.',
  }),
};

export const soundTextsEn: typeof soundTextsEs = {
  mute: 'Mute alerts',
  minutes: (minutes) => (minutes === 60 ? 'For 1 hour' : `For ${String(minutes)} minutes`),
  mutedUntil: (clock) => `Muted until ${clock}`,
  mutedBut: 'Cancellations still ring.',
  unmute: 'Turn sound on',
  unmuted: 'Alerts ring again.',
  muteFailed: 'The mute could not be changed. Try again.',
  unmuteUntil: (clock) => `Muted until ${clock} · Turn sound on`,
  test: 'Test the sound',
  testTitle: 'Sound test',
  tested: tested({
    played: 'A tone was played.',
    unknown: 'If it was not heard, check the volume of the computer: this system does not say.',
  }),
};

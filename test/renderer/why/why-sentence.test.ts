import { expect, test } from 'vitest';
import { createTimes } from '../../../src/renderer/times.ts';
import { whySentence } from '../../../src/renderer/why/why-sentence.ts';
import type { Language } from '../../../src/shared/settings/settings.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import type { WhyStory, WhyVerdict } from '../../../src/shared/orders/why.ts';

const NOW_MS = Date.parse('2026-03-12T18:00:00.000Z');
const AT = '2026-03-12T17:02:00.000Z';
const LATER = '2026-03-12T17:05:00.000Z';
const YESTERDAY = '2026-03-11T13:10:00.000Z';
const RANG: WhyStory = {
  verdict: { kind: 'rang', alert: 'ready', at: AT, isHeard: true },
  arrived: { at: AT, source: 'webhook' },
  cameCancelled: false,
  delay: null,
  end: { kind: 'open' },
  repeats: null,
};

function sentence(changes: Partial<WhyStory> = {}, language: Language = 'es'): string {
  return whySentence(
    { code: '4821', story: { ...RANG, ...changes } },
    {
      texts: textsFor(language),
      times: createTimes({ timeZone: 'America/Montevideo', locale: language }),
      nowMs: NOW_MS,
    },
  );
}
const unheard = (verdict: WhyVerdict, language: Language = 'es'): string =>
  sentence({ verdict, arrived: null, end: null }, language);

test('arrived, rang, seen: one sentence with when, how and by whom', () => {
  const seen = { end: { kind: 'seen', at: LATER, by: 'counter' } } as const;
  expect(sentence(seen)).toBe(
    'El pedido 4821 llegó a las 14:02 por aviso de PedidosYa; sonó a las 14:02 y se marcó como visto a las 14:05 en el mostrador.',
  );
  expect(sentence(seen, 'en')).toBe(
    'Order 4821 came at 14:02 by an alert from PedidosYa; rang at 14:02 and was marked as seen at 14:05 at the counter.',
  );
});

test('another day is named, and a late arrival says how late and why', () => {
  const delay = { minutes: 40, gap: { from: YESTERDAY, to: AT }, rejected: null };
  expect(sentence({ arrived: { at: YESTERDAY, source: 'catch-up' }, delay })).toContain(
    'llegó el 11/03 a las 10:10 por consulta automática, con 40 minutos de demora (Mostrador no funcionaba desde 11/03 10:10 hasta 14:02); sonó',
  );
  const rejected = { count: 1, lastAt: AT, why: 'no-secret' } as const;
  expect(sentence({ delay: { minutes: 1, gap: null, rejected } })).toContain(
    'con 1 minuto de demora (mientras tanto se rechazó 1 aviso porque faltaba crear la contraseña)',
  );
});

test('a repeated alert is named as the reason why it did not ring again', () => {
  expect(sentence({ repeats: { count: 1, lastAt: LATER } })).toMatch(
    /nadie lo marcó como visto y después el aviso llegó de nuevo a las 14:05, ya conocido, y por eso no volvió a sonar\.$/,
  );
  expect(sentence({ repeats: { count: 3, lastAt: LATER } })).toContain('3 veces más, la última a las 14:05');
});

test.each([
  ['muted', 'los avisos estaban silenciados'],
  ['quiet-hours', 'era horario de silencio'],
  ['volume-zero', 'el volumen de los avisos estaba en 0'],
  ['computer-silent', 'la computadora estaba en silencio'],
  ['no-device', 'la computadora no tenía salida de sonido'],
  ['sound-failed', 'el sonido falló'],
] as const)('an alert without sound says why: %s', (by, words) => {
  expect(sentence({ verdict: { kind: 'silenced', alert: 'ready', at: AT, by } })).toContain(
    `se mostró a las 14:02 sin sonido porque ${words}`,
  );
});

test('what was not recorded is not claimed: shown, not rang', () => {
  const shown = sentence({ verdict: { kind: 'rang', alert: 'cancelled', at: AT, isHeard: null } });
  expect(shown).toContain('se mostró como NO ENTREGAR a las 14:02');
  expect(shown).not.toContain('sonó');
});

test('an order that came cancelled rang as an order not to hand over', () => {
  const verdict = { kind: 'rang', alert: 'cancelled', at: AT, isHeard: true } as const;
  expect(sentence({ cameCancelled: true, verdict })).toContain(
    'por aviso de PedidosYa, ya cancelado; sonó como NO ENTREGAR a las 14:02',
  );
});

test.each([
  [
    { kind: 'not-shown', alert: 'ready', at: AT },
    'no sonó porque dejó de esperar antes de que se pudiera mostrar',
  ],
  [
    { kind: 'ready-too-long-ago', since: YESTERDAY },
    'según la hora de PedidosYa, ya estaba listo el 11/03 a las 10:10, más de 24 h antes de que se supiera aquí',
  ],
  [
    { kind: 'ready-too-long-ago', since: null },
    'se hizo más de 24 h antes de que se supiera aquí que estaba listo',
  ],
  [
    { kind: 'cancelled-too-long-ago' },
    'ya estaba cancelado y, según la hora de PedidosYa, era de más de 12 h antes',
  ],
  [{ kind: 'already-left' }, 'ya había salido de la tienda'],
  [{ kind: 'handed-over-before', at: AT }, 'ya se había marcado como entregado a las 14:02'],
  [{ kind: 'not-ready', status: 'ACCEPTED', statusText: 'ACCEPTED' }, 'no está listo (En preparación)'],
  [{ kind: 'not-ready', status: 'UNKNOWN', statusText: 'FROZEN' }, 'no está listo (FROZEN)'],
  [{ kind: 'other-shop', at: AT }, 'llegó a las 14:02, pero es de otra tienda'],
  [
    { kind: 'app-off', gap: { from: YESTERDAY, to: AT } },
    'Mostrador no estuvo funcionando desde 11/03 10:10 hasta 14:02',
  ],
  [
    { kind: 'rejected', rejected: { count: 2, lastAt: AT, why: 'wrong-secret' } },
    'y en las últimas 24 h se rechazaron 2 avisos sin la contraseña correcta, el último a las 14:02',
  ],
  [{ kind: 'never-arrived' }, 'no figura en ningún registro de esta computadora'],
] as const satisfies readonly (readonly [WhyVerdict, string])[])('why not: %j', (verdict, words) => {
  const said = unheard(verdict);
  expect(said).toContain(words);
  expect(said).toMatch(/^El pedido 4821 [^.]+\.$/);
  expect(unheard(verdict, 'en')).toMatch(/^Order 4821 [^.]+\.$/);
});

test.each([
  ['handed-over', 'se entregó'],
  ['left', 'salió de la tienda'],
  ['cancelled', 'se canceló'],
] as const)('an alert that ended by itself says how: %s', (how, words) => {
  expect(sentence({ end: { kind: 'closed', at: LATER, how } })).toContain(
    `dejó de avisar a las 14:05 porque ${words}, sin que nadie lo marcara como visto`,
  );
});

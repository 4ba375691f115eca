import { own } from '../own.ts';
import type { OrderAlertKind } from '../orders/alert.ts';

/** More of a code is not spoken: nobody could keep it in mind. */
const MAX_CHARACTERS = 8;

const ES: Readonly<Record<string, string>> = {
  0: 'cero',
  1: 'uno',
  2: 'dos',
  3: 'tres',
  4: 'cuatro',
  5: 'cinco',
  6: 'seis',
  7: 'siete',
  8: 'ocho',
  9: 'nueve',
  A: 'a',
  B: 'be',
  C: 'ce',
  D: 'de',
  E: 'e',
  F: 'efe',
  G: 'ge',
  H: 'hache',
  I: 'i',
  J: 'jota',
  K: 'ka',
  L: 'ele',
  M: 'eme',
  N: 'ene',
  Ñ: 'eñe',
  O: 'o',
  P: 'pe',
  Q: 'cu',
  R: 'erre',
  S: 'ese',
  T: 'te',
  U: 'u',
  V: 've corta',
  W: 'doble ve',
  X: 'equis',
  Y: 'i griega',
  Z: 'zeta',
};
const EN: Readonly<Record<string, string>> = {
  0: 'zero',
  1: 'one',
  2: 'two',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
  7: 'seven',
  8: 'eight',
  9: 'nine',
};

/**
 * Returns a code character by character, as words; empty when it has none that can be spoken. Everything but letters and
 * digits is left out: whatever else stands in a code is never spoken.
 */
function spell(code: string, names: Readonly<Record<string, string>>): string {
  const plain = code
    .slice(0, 10 * MAX_CHARACTERS)
    .normalize('NFKC')
    .toUpperCase();
  const characters = Array.from(plain.normalize('NFD').replaceAll('N\u0303', 'Ñ')).filter((one) =>
    /[0-9A-ZÑ]/.test(one),
  );
  return characters
    .slice(0, MAX_CHARACTERS)
    .map((one) => own(names, one) ?? one)
    .join(' ');
}

const stateEs: Readonly<Record<OrderAlertKind, string>> = {
  ready: 'listo',
  cancelled: 'no entregar',
  'cancelled-after-handover': 'cancelado después de entregar',
  unclear: 'mírelo en Mostrador',
};
const stateEn: Readonly<Record<OrderAlertKind, string>> = {
  ready: 'ready',
  cancelled: 'do not hand over',
  'cancelled-after-handover': 'cancelled after hand-over',
  unclear: 'look at it in Mostrador',
};

/** What the voice says. */
export const spokenTextsEs = {
  order: (code: string, kind: OrderAlertKind) => {
    const spelled = spell(code, ES);
    return spelled === '' ? `Un pedido, ${stateEs[kind]}` : `Pedido ${spelled}, ${stateEs[kind]}`;
  },
  more: (count: number) => `y ${String(count)} más`,
};
export const spokenTextsEn: typeof spokenTextsEs = {
  order: (code, kind) => {
    const spelled = spell(code, EN);
    return spelled === '' ? `An order, ${stateEn[kind]}` : `Order ${spelled}, ${stateEn[kind]}`;
  },
  more: (count) => `and ${String(count)} more`,
};

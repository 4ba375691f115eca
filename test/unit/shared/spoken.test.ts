import { expect, test } from 'vitest';
import { textsFor } from '../../../src/shared/texts/texts.ts';

const { spoken: es } = textsFor('es');
const { spoken: en } = textsFor('en');

test.each([
  ['4821', 'ready', 'Pedido cuatro ocho dos uno, listo', 'Order four eight two one, ready'],
  ['12E4', 'cancelled', 'Pedido uno dos e cuatro, no entregar', 'Order one two E four, do not hand over'],
  ['ñ0', 'unclear', 'Pedido eñe cero, mírelo en Mostrador', 'Order Ñ zero, look at it in Mostrador'],
  [
    'A-7',
    'cancelled-after-handover',
    'Pedido a siete, cancelado después de entregar',
    'Order A seven, cancelled after hand-over',
  ],
] as const)('%s, %s', (code, kind, spanish, english) => {
  expect([es.order(code, kind), en.order(code, kind)]).toEqual([spanish, english]);
});

test.each([
  ['markup', '<speak><break time="9s"/>', 'ese pe e a ka be erre e'],
  ['words', 'ENTREGAR TODO', 'e ene te erre e ge a erre'],
  ['a code without an end', '1'.repeat(100_000), 'uno uno uno uno uno uno uno uno'],
  ['wide digits', '４８', 'cuatro ocho'],
  ['accents', 'É1', 'e uno'],
  ['turned text', '\u202E12', 'uno dos'],
])('of %s only letters and digits are spelled, eight at most', (_name, code, spelled) => {
  expect(es.order(code, 'ready')).toBe(`Pedido ${spelled}, listo`);
});

test.each(['', '🍕🍕', '—', '\n', '  '])('a code without letters and digits (%j) is an order', (code) => {
  expect(es.order(code, 'ready')).toBe('Un pedido, listo');
  expect(en.order(code, 'cancelled')).toBe('An order, do not hand over');
});

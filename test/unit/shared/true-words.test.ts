import { describe, expect, test } from 'vitest';
import { textsFor } from '../../../src/shared/texts/texts.ts';

const es = textsFor('es');
const en = textsFor('en');

describe('what is said of keys that are gone', () => {
  test('asks for a new webhook password, because no field takes the old one', () => {
    const { remedy } = es.errors.partner['keys-gone'];
    expect(remedy).toContain('pegue otra vez la clave de la API');
    expect(remedy).toContain('cree otra contraseña del webhook');
    expect(en.errors.partner['keys-gone'].remedy).toContain('create another webhook password');
  });
});

describe('what is said of refused requests', () => {
  const day = { received: 3, rejected: 0, wrongSecret: 0, noSecret: 0 };

  test('does not call one with the right password nobody’s: the light says what to do about it', () => {
    const one = es.deliveries.attack({ ...day, rejected: 3, wrongSecret: 2 });
    expect(one.sentence).toBe('3 intentos rechazados en las últimas 24 h.');
    expect(one.advice).toContain('1 traía la contraseña correcta');
    expect(one.advice).toContain('copie la dirección del webhook');
    expect(one.advice).not.toContain('No hay que hacer nada');
    expect(es.deliveries.attack({ ...day, rejected: 2 }).advice).toContain('2 traían la contraseña correcta');
    expect(en.deliveries.attack({ ...day, rejected: 1 }).advice).toContain('1 had the right password');
  });

  test('does not say that a password is missing which may have been created since', () => {
    const { advice } = es.deliveries.attack({ ...day, rejected: 1, noSecret: 1 });
    expect(advice).toMatch(/^Faltaba la contraseña del webhook\. Si todavía no la creó/);
  });
});

test.each([
  ['es', /\b(?:Agregue|Elija|Libere|Pruebe)\b/],
  ['en', /\b(?:Add|Choose|Free|Try)\b/],
] as const)('what failed on this computer is said with what to do, in %s', (language, toDo) => {
  const { computer, hands, paper, tunnelForm } = textsFor(language);
  const failures = [
    computer.loginFailed,
    ...Object.values(computer.backup.refusals).filter((text) => text !== computer.backup.refusals.newer),
    hands.shortcut.outcomes.unusable('Ctrl F'),
    hands.staff.failed,
    paper.off,
    tunnelForm.keyFailed,
  ];
  expect(failures.filter((text) => !toDo.test(text))).toEqual([]);
});

test('an answer tells of refused alerts in the right number, and does not call one unreadable that came to another address', () => {
  const told = (count: number): string =>
    es.why.hereRejected('a las 14:05', { why: 'unreadable', count, lastAt: '' });
  expect(told(1)).toContain('se rechazó 1 aviso que llegó a otra dirección o no se podía leer');
  expect(told(2)).toContain('se rechazaron 2 avisos que llegaron a otra dirección o no se podían leer');
  expect(en.why.hereRejected('at 14:05', { why: 'unreadable', count: 1, lastAt: '' })).toContain(
    '1 alert was refused that came to another address or could not be read',
  );
});

test('a long time is told in hours and days wherever it is told', () => {
  expect([59, 60, 125, 1_560].map((minutes) => es.tray.waiting('4821', minutes))).toEqual([
    '4821 · listo hace 59 min',
    '4821 · listo hace 1 h',
    '4821 · listo hace 2 h 5 min',
    '4821 · listo hace 1 d 2 h',
  ]);
  expect(es.tray.unclaimed('4821', 125)).toBe('4821 · listo y sin retirar hace 2 h 5 min');
  expect(es.health['power-slept']('612').sentence).toBe('La computadora estuvo suspendida 10 h 12 min.');
  expect(es.why.late(1)).toBe('con 1 minuto de demora');
  expect(es.why.late(59)).toBe('con 59 minutos de demora');
  expect(es.why.late(125)).toBe('con 2 h 5 min de demora');
  expect(en.tray.waiting('4821', 125)).toBe('4821 · ready for 2 h 5 min');
  expect(en.health['power-slept']('612').sentence).toBe('The computer slept for 10 h 12 min.');
  expect(en.why.late(125)).toBe('2 h 5 min late');
});

test('a backup of one order is one of one order', () => {
  expect([0, 1, 2].map((count) => es.computer.backup.found('12 mar', count))).toEqual([
    'Copia del 12 mar, con 0 pedidos.',
    'Copia del 12 mar, con 1 pedido.',
    'Copia del 12 mar, con 2 pedidos.',
  ]);
  expect(en.computer.backup.found('12 Mar', 1)).toBe('Backup of 12 Mar, with 1 order.');
});

test.each(['es', 'en'] as const)(
  'where the webhook address is copied is told by the names of the screens, in %s',
  (language) => {
    const { deliveries, health, settings } = textsFor(language);
    const way = `${settings.title} → ${settings.openSetup}`;
    expect(health['webhook-wrong-address'](null).remedy).toContain(way);
    expect(deliveries.attack({ received: 1, rejected: 1, wrongSecret: 0, noSecret: 0 }).advice).toContain(
      way,
    );
  },
);

test('an offer to start the app by itself has one name, in the settings and in the assistant', () => {
  expect(Object.keys(es.setup.test)).not.toContain('login');
});

import { describe, expect, test } from 'vitest';
import { textsFor } from '../../../src/shared/texts/texts.ts';

describe('a port that is taken', () => {
  const say = (detail: string): string => {
    const { sentence, remedy } = textsFor('es').health['receiver-port-in-use'](detail);
    return `${sentence} ${remedy}`;
  };

  test('by the app of another user of the computer says so', () => {
    for (const owner of ['mostrador', 'Mostrador.exe']) {
      expect(say(`4765:${owner}:4766`)).toBe(
        'El puerto 4765, que recibe los avisos, está ocupado por otro Mostrador. Solo uno a la vez recibe avisos: cerrar la sesión del otro usuario de esta computadora, o elegir otro puerto en Ajustes: el 4766 está libre.',
      );
    }
  });

  test('by a program that the system does not name gives the hint', () => {
    expect(say('4765::')).toContain('quizás Mostrador, abierto por otro usuario');
  });

  test('by any other program names it', () => {
    expect(say('4765:nginx:')).toBe(
      'El puerto 4765, que recibe los avisos, está ocupado por nginx. Cerrar ese programa, o elegir otro puerto en Ajustes.',
    );
  });
});

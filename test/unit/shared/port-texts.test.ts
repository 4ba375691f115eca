import { describe, expect, test } from 'vitest';
import { textsFor } from '../../../src/shared/texts/texts.ts';

describe('a port that is taken', () => {
  const say = (owner: string | null, suggested: number | null): string => {
    const fact = { kind: 'port', port: 4765, owner, suggested } as const;
    const { sentence, remedy } = textsFor('es').health['receiver-port-in-use'](fact);
    return `${sentence} ${remedy}`;
  };

  test('by the app of another user of the computer says so', () => {
    for (const owner of ['mostrador', 'Mostrador.exe']) {
      expect(say(owner, 4766)).toBe(
        'El puerto 4765, que recibe los avisos, está ocupado por otro Mostrador. Solo uno a la vez recibe avisos: cierre la sesión del otro usuario de esta computadora, o elija otro puerto en Ajustes: el 4766 está libre.',
      );
    }
  });

  test('by a program that the system does not name gives the hint', () => {
    expect(say(null, null)).toContain('quizás Mostrador, abierto por otro usuario');
  });

  test('by a program with a colon in its name names all of it', () => {
    expect(say('odd:name', 4770)).toContain('está ocupado por odd:name.');
    expect(say('odd:name', 4770)).toContain('el 4770 está libre');
  });

  test('by any other program names it', () => {
    expect(say('nginx', null)).toBe(
      'El puerto 4765, que recibe los avisos, está ocupado por nginx. Cierre ese programa, o elija otro puerto en Ajustes.',
    );
  });
});

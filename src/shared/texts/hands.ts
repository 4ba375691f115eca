import type { ShortcutFault, ShortcutOutcome } from '../settings/shortcut.ts';

const faultsEs: Readonly<Record<ShortcutFault, string>> = {
  'not-a-key': 'Esa tecla no sirve. Use una letra, un número o una tecla F.',
  'needs-two':
    'Agregue dos de las teclas Ctrl, Alt, Mayús o Windows: con menos, ya no podría escribir en otros programas.',
  'needs-one': 'Agregue Ctrl, Alt o Mayús: esa tecla sola la usan otros programas.',
  writes: 'Esas teclas escriben un signo, por ejemplo @. Elija otras.',
  'of-the-system': 'Esas teclas son del sistema. Elija otras.',
};
const faultsEn: typeof faultsEs = {
  'not-a-key': 'That key does not work. Use a letter, a number or an F key.',
  'needs-two':
    'Add two of the keys Ctrl, Alt, Shift or Windows: with fewer, you could no longer type in other programs.',
  'needs-one': 'Add Ctrl, Alt or Shift: other programs use that key by itself.',
  writes: 'Those keys type a sign, such as @. Choose others.',
  'of-the-system': 'Those keys belong to the system. Choose others.',
};
const outcomesEs: Readonly<Record<Exclude<ShortcutOutcome, 'done'>, (keys: string) => string>> = {
  taken: (keys) =>
    `El sistema no da ${keys}: seguramente las usa otro programa. Nada cambió. Elija otras teclas.`,
  unusable: (keys) => `${keys} no sirve como atajo. Nada cambió.`,
  'not-saved': () => 'No se pudo guardar. Nada cambió. Pruebe de nuevo.',
};
const outcomesEn: typeof outcomesEs = {
  taken: (keys) =>
    `The system does not give ${keys}: another program most likely uses them. Nothing changed. Choose other keys.`,
  unusable: (keys) => `${keys} cannot be a shortcut. Nothing changed.`,
  'not-saved': () => 'It could not be saved. Nothing changed. Try again.',
};

/** For people whose hands are busy. */
export const handsTextsEs = {
  title: 'Manos ocupadas',
  intro: 'Para atender los avisos sin dejar lo que está haciendo.',
  shortcut: {
    title: 'Atajo global',
    intro:
      'Unas teclas que funcionan aunque esté usando otro programa. La primera vez muestran Mostrador; otra vez, marcan como visto lo que suena, primero lo más urgente. La tarjeta dice qué se marcó y permite deshacerlo.',
    keys: 'Teclas',
    none: 'Ninguna',
    record: 'Elegir teclas',
    recordOther: 'Elegir otras',
    recording: 'Presione las teclas juntas. Escape deja todo como estaba.',
    remove: 'Quitar',
    removed: 'Sin atajo global.',
    faults: faultsEs,
    outcomes: outcomesEs,
    states: {
      off: '',
      taken: 'No funciona: el sistema no da esas teclas, seguramente las usa otro programa. Elija otras.',
      unproven: 'El sistema las aceptó. Para probarlas, presiónelas ahora: se abre Mostrador.',
      proven: 'Funciona: se presionaron y llegaron.',
    },
    wayland:
      'Este escritorio usa Wayland, que puede guardarse las teclas. Si al presionarlas no pasa nada, use Mostrador con el mouse.',
    refusedTitle: 'El atajo global no funciona',
    refusedBody: (keys: string) => `Otro programa usa ${keys}. Elija otras teclas en Ajustes.`,
  },
};

export const handsTextsEn: typeof handsTextsEs = {
  title: 'Hands busy',
  intro: 'To answer alerts without leaving what you are doing.',
  shortcut: {
    title: 'Global shortcut',
    intro:
      'Keys that work while you use another program. The first time they show Mostrador; once more, they mark what rings as seen, the most urgent first. The card says what was marked and lets you undo it.',
    keys: 'Keys',
    none: 'None',
    record: 'Choose keys',
    recordOther: 'Choose others',
    recording: 'Press the keys together. Escape leaves everything as it was.',
    remove: 'Remove',
    removed: 'No global shortcut.',
    faults: faultsEn,
    outcomes: outcomesEn,
    states: {
      off: '',
      taken:
        'It does not work: the system does not give those keys, another program most likely uses them. Choose others.',
      unproven: 'The system accepted them. To try them, press them now: Mostrador opens.',
      proven: 'It works: they were pressed and arrived.',
    },
    wayland:
      'This desktop uses Wayland, which may keep the keys to itself. If nothing happens when you press them, use Mostrador with the mouse.',
    refusedTitle: 'The global shortcut does not work',
    refusedBody: (keys) => `Another program uses ${keys}. Choose other keys in Settings.`,
  },
};

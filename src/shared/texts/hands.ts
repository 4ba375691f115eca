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
  unusable: (keys) => `${keys} no sirve como atajo. Nada cambió. Elija otras teclas.`,
  'not-saved': () => 'No se pudo guardar. Nada cambió. Pruebe de nuevo.',
};
const outcomesEn: typeof outcomesEs = {
  taken: (keys) =>
    `The system does not give ${keys}: another program most likely uses them. Nothing changed. Choose other keys.`,
  unusable: (keys) => `${keys} cannot be a shortcut. Nothing changed. Choose other keys.`,
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
  voice: {
    title: 'Códigos en voz alta',
    on: 'Decir el código de cada aviso',
    onHint:
      'Después del tono dice, por ejemplo, “Pedido cuatro ocho dos uno, listo”. Nunca dice nombres ni productos. Calla cuando alguien marca el aviso como visto, y con el silencio y el horario de silencio, salvo las cancelaciones, que suenan igual.',
    test: 'Probar la voz',
    testing: 'Probando…',
    failed: 'No se pudo cambiar. Pruebe de nuevo.',
    outcomes: {
      spoken: (voice: string) => `Se dijo con la voz “${voice}” de esta computadora. Nada salió a internet.`,
      found: (voice: string) => `Voz de esta computadora: “${voice}”. No usa internet.`,
      stopped: 'La prueba se interrumpió. Pruebe de nuevo.',
      'no-voice':
        'En esta computadora no hay ninguna voz en español que funcione sin internet. Los tonos suenan igual. Instale una en los ajustes de voz del sistema y pruebe de nuevo.',
      failed: 'La voz no respondió. Revise el parlante y pruebe de nuevo. Los tonos suenan igual.',
    },
    linux: 'En Linux instale los paquetes speech-dispatcher y espeak-ng, y abra Mostrador de nuevo.',
  },
  staff: {
    title: 'Iniciales',
    intro:
      'Con iniciales, Mostrador anota quién marcó cada aviso como visto y quién entregó cada bolsa. En el mostrador se ve quién está, y se cambia con un clic o con Alt y su tecla.',
    privacy:
      'Son datos de su personal: avíseles. Quedan en esta computadora, en el detalle del pedido y en las planillas que usted guarda, y se borran con los pedidos a los 60 días. No van al celular, a la caja, a los tickets ni a los repartidores.',
    add: 'Agregar iniciales',
    addHint: 'De una a tres letras o números.',
    addButton: 'Agregar',
    remove: 'Quitar',
    removeOne: (initials: string) => `Quitar ${initials}`,
    full: (most: number) => `Ya están las ${String(most)} que entran. Quite una para agregar otra.`,
    problems: {
      letters: 'Escriba de una a tres letras o números, por ejemplo ANA.',
      twice: 'Esas iniciales ya están.',
      failed: 'No se pudo guardar. Pruebe de nuevo.',
    },
    atCounter: 'En el mostrador',
    nobody: 'Nadie elegido',
    isNow: (initials: string) =>
      initials === '' ? 'En el mostrador: nadie elegido' : `En el mostrador: ${initials}`,
    failed: 'No se pudo guardar quién está en el mostrador. Pruebe de nuevo.',
    keys: 'Decir quién está en el mostrador',
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
  voice: {
    title: 'Spoken codes',
    on: 'Say the code of each alert',
    onHint:
      'After the tone it says, for example, “Order four eight two one, ready”. It never says names or items. It falls silent when somebody marks the alert as seen, and with the mute and the quiet hours, except for cancellations, which ring all the same.',
    test: 'Test the voice',
    testing: 'Testing…',
    failed: 'It could not be changed. Try again.',
    outcomes: {
      spoken: (voice) =>
        `It was said with the voice “${voice}” of this computer. Nothing went to the internet.`,
      found: (voice) => `Voice of this computer: “${voice}”. It uses no internet.`,
      stopped: 'The test was cut off. Try again.',
      'no-voice':
        'This computer has no English voice that works without the internet. The tones ring all the same. Install one in the speech settings of the system and try again.',
      failed: 'The voice did not answer. Check the loudspeaker and try again. The tones ring all the same.',
    },
    linux: 'On Linux install the packages speech-dispatcher and espeak-ng, and open Mostrador again.',
  },
  staff: {
    title: 'Initials',
    intro:
      'With initials, Mostrador notes who marked each alert as seen and who handed over each bag. The counter shows who is there, and one click changes it, or Alt and their key.',
    privacy:
      'They are data of your staff: tell them. They stay on this computer, in the detail of the order and in the sheets that you save, and go with the orders after 60 days. They do not go to the phone, the till, the slips or the riders.',
    add: 'Add initials',
    addHint: 'One to three letters or digits.',
    addButton: 'Add',
    remove: 'Remove',
    removeOne: (initials) => `Remove ${initials}`,
    full: (most) => `All ${String(most)} places are taken. Remove one to add another.`,
    problems: {
      letters: 'Type one to three letters or digits, such as ANA.',
      twice: 'Those initials are there already.',
      failed: 'It could not be saved. Try again.',
    },
    atCounter: 'At the counter',
    nobody: 'Nobody chosen',
    isNow: (initials) => (initials === '' ? 'At the counter: nobody chosen' : `At the counter: ${initials}`),
    failed: 'Who is at the counter could not be saved. Try again.',
    keys: 'Say who is at the counter',
  },
};

import type { RidersDigits } from '../settings/riders.ts';

const digitChoicesEs: Readonly<Record<RidersDigits, string>> = {
  all: 'El código entero',
  'last-3': 'Solo los últimos 3',
  'last-2': 'Solo los últimos 2',
};
const digitChoicesEn: typeof digitChoicesEs = {
  all: 'The whole code',
  'last-3': 'The last 3 only',
  'last-2': 'The last 2 only',
};

export const ridersTextsEs = {
  title: 'Pantalla para repartidores',
  intro:
    'Una segunda pantalla, hacia los repartidores, con los códigos que esperan y los cancelados. No muestra nombres, productos ni montos.',
  on: 'Mostrar la pantalla',
  onHint:
    'Ocupa la segunda pantalla de esta computadora. Si la desconecta, se cierra; cuando la conecta otra vez, vuelve.',
  digits: 'Qué se ve de cada código',
  digitChoices: digitChoicesEs,
  show: 'Mostrar ahora',
  saveFailed: 'No se pudo guardar. Pruebe de nuevo.',
  waiting: 'Esperando',
  cancelled: 'Cancelados',
  noneWaiting: 'Ningún pedido listo',
  noneCancelled: 'Ninguno',
  leave: 'Esc para salir',
  more: (count: number) => `y ${String(count)} más`,
};

export const ridersTextsEn: typeof ridersTextsEs = {
  title: 'Screen for riders',
  intro:
    'A second screen, facing the riders, with the codes that wait and those cancelled. It shows no names, items or amounts.',
  on: 'Show the screen',
  onHint:
    'It fills the second screen of this computer. When you unplug that screen it closes; when you plug it in again it comes back.',
  digits: 'What shows of each code',
  digitChoices: digitChoicesEn,
  show: 'Show now',
  saveFailed: 'It could not be saved. Try again.',
  waiting: 'Waiting',
  cancelled: 'Cancelled',
  noneWaiting: 'No order ready',
  noneCancelled: 'None',
  leave: 'Esc to leave',
  more: (count) => `and ${String(count)} more`,
};

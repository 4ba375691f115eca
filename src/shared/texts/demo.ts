import type { DemoState, DemoStep } from '../demo.ts';

type Caption = {
  readonly what: string;
  /** What to look at, or what to do. */
  readonly look: string;
};
type Captions = Readonly<Record<DemoStep, (codes: readonly string[]) => Caption>>;
type Cause = Extract<DemoState, { phase: 'stopped' }>['cause'];
type Trouble = Readonly<Record<Cause, { readonly title: string; readonly body: string }>>;

const captionsEs: Captions = {
  welcome: () => ({
    what: 'Una tienda inventada en hora pico.',
    look: 'Nada llega a PedidosYa ni toca la tienda real. En unos segundos hay un pedido listo.',
  }),
  ready: ([code = '']) => ({
    what: `El pedido ${code} está listo.`,
    look: 'Suena, sale la tarjeta y aparece en la lista. Elija «Visto» para que deje de sonar.',
  }),
  waiting: (codes) => ({
    what: `Los pedidos ${codes.join(' y ')} esperan hace rato al repartidor.`,
    look: 'Mire el tiempo de espera en la lista: cambia de color cuando es mucho.',
  }),
  cancelled: ([code = '']) => ({
    what: `Cancelaron el pedido ${code}, que esperaba en el mostrador.`,
    look: 'Otro sonido y en rojo: NO ENTREGAR. Insiste hasta que alguien elige «Visto».',
  }),
  'cancelled-after': ([code = '']) => ({
    what: `El pedido ${code} salió con el repartidor y después lo cancelaron.`,
    look: 'El aviso es más tranquilo: en el mostrador ya no hay nada que frenar.',
  }),
  'webhook-lost': ([code = '']) => ({
    what: `El pedido ${code} está listo, pero su aviso se perdió en el camino.`,
    look: 'Todavía no suena ni está en la lista.',
  }),
  found: ([code = '']) => ({
    what: `Mostrador le preguntó a PedidosYa y encontró el ${code}.`,
    look: 'Suena como los demás. Aquí pregunta en el momento; en la tienda, solo, cada pocos minutos.',
  }),
  'tunnel-lost': (codes) => ({
    what: 'Se cortó internet: no llegan avisos ni se puede preguntar.',
    look:
      codes.length === 0
        ? 'Mire la luz de arriba; en unos segundos suena «Sin conexión».'
        : `Mientras tanto quedan listos ${codes.join(' y ')}: nadie puede avisarlo.`,
  }),
  'tunnel-back': () => ({
    what: 'Volvió internet.',
    look: 'Un solo aviso, «Conexión recuperada», dice todo lo que pasó mientras tanto.',
  }),
  calm: () => ({
    what: 'Ahora llega un pedido cada tanto.',
    look: 'Pruebe lo que quiera: buscar, abrir un pedido, entregarlo, los ajustes.',
  }),
};

const captionsEn: Captions = {
  welcome: () => ({
    what: 'An invented shop at its busiest.',
    look: 'Nothing reaches PedidosYa or touches the real shop. In a few seconds an order is ready.',
  }),
  ready: ([code = '']) => ({
    what: `Order ${code} is ready.`,
    look: 'It rings, the card comes up and it is in the list. Choose “Seen” to stop the ringing.',
  }),
  waiting: (codes) => ({
    what: `Orders ${codes.join(' and ')} have waited for the rider for a while.`,
    look: 'See the waiting time in the list: it changes its colour when it is long.',
  }),
  cancelled: ([code = '']) => ({
    what: `Order ${code}, which waited at the counter, was cancelled.`,
    look: 'Another sound, and red: DO NOT HAND OVER. It insists until somebody chooses “Seen”.',
  }),
  'cancelled-after': ([code = '']) => ({
    what: `Order ${code} left with the rider and was cancelled afterwards.`,
    look: 'This alert is calmer: at the counter there is nothing left to stop.',
  }),
  'webhook-lost': ([code = '']) => ({
    what: `Order ${code} is ready, but its alert was lost on the way.`,
    look: 'It does not ring and is not in the list yet.',
  }),
  found: ([code = '']) => ({
    what: `Mostrador asked PedidosYa and found ${code}.`,
    look: 'It rings like the others. Here it asks at once; in the shop by itself, every few minutes.',
  }),
  'tunnel-lost': (codes) => ({
    what: 'The internet is gone: no alert comes in and nothing can be asked.',
    look:
      codes.length === 0
        ? 'See the light above; after some seconds “No connection” rings.'
        : `Meanwhile ${codes.join(' and ')} become ready: nobody can tell.`,
  }),
  'tunnel-back': () => ({
    what: 'The internet is back.',
    look: 'One single alert, “Connection restored”, says all that happened meanwhile.',
  }),
  calm: () => ({
    what: 'From now on an order comes now and then.',
    look: 'Try whatever you like: search, open an order, hand it over, the settings.',
  }),
};

const troubleEs: Trouble = {
  keychain: {
    title: 'La demostración necesita el administrador de contraseñas de la computadora.',
    body: 'Mostrador guarda las claves solo ahí, también las inventadas. Desbloquéelo y la demostración empieza sola. Si en Linux no hay ninguno, instale gnome-keyring e inicie sesión de nuevo.',
  },
  disk: {
    title: 'No se pudo guardar en el disco.',
    body: 'Libere espacio en el disco y elija «Repetir».',
  },
  simulator: {
    title: 'La demostración se detuvo.',
    body: 'Elija «Repetir» para empezar de nuevo.',
  },
};

const troubleEn: Trouble = {
  keychain: {
    title: "The demonstration needs the computer's password manager.",
    body: 'Mostrador keeps keys only there, invented ones too. Unlock it and the demonstration begins by itself. If there is none on Linux, install gnome-keyring and sign in again.',
  },
  disk: {
    title: 'The disk could not be written.',
    body: 'Free some space on the disk and choose “Start over”.',
  },
  simulator: {
    title: 'The demonstration has stopped.',
    body: 'Choose “Start over” to begin again.',
  },
};

export const demoTextsEs = {
  watermark: 'DEMOSTRACIÓN — pedidos inventados',
  mark: 'DEMOSTRACIÓN',
  toastLead: 'Demo · ',
  captions: captionsEs,
  trouble: troubleEs,
  starting: 'Preparando la demostración…',
  progress: (number: number, count: number) => `${String(number)} de ${String(count)}`,
  pause: 'Pausar',
  resume: 'Continuar',
  next: 'Siguiente',
  restart: 'Repetir',
  leave: 'Salir de la demostración',
  title: 'Demostración',
  enter: 'Probar con una tienda de demostración',
  body: 'Unos cuatro minutos de pedidos inventados, para ver y oír todo lo que hace Mostrador. No usa nada de la tienda.',
  beside: 'Se abre al lado: la tienda real sigue recibiendo y sonando. Lo inventado lleva la palabra «Demo».',
  besideToast: {
    title: 'La tienda real sigue atendiendo',
    body: 'La demostración se abre al lado. Lo que dice «Demo» es inventado; lo demás es de verdad.',
  },
  failedToast: {
    title: 'No se pudo abrir la demostración',
    body: 'Pruebe de nuevo. Si sigue igual, reinicie la computadora.',
  },
  refused: {
    title: 'Mostrador',
    demoOnShop: 'Esta carpeta tiene los datos de una tienda real. Elija otra carpeta para la demostración.',
    demoOnOthers: 'Esta carpeta tiene otras cosas. Elija una carpeta vacía para la demostración.',
    shopOnDemo: 'Esta carpeta es de una demostración. Elija otra carpeta para la tienda real.',
  },
};

export const demoTextsEn: typeof demoTextsEs = {
  watermark: 'DEMONSTRATION — invented orders',
  mark: 'DEMONSTRATION',
  toastLead: 'Demo · ',
  captions: captionsEn,
  trouble: troubleEn,
  starting: 'Preparing the demonstration…',
  progress: (number, count) => `${String(number)} of ${String(count)}`,
  pause: 'Pause',
  resume: 'Continue',
  next: 'Next',
  restart: 'Start over',
  leave: 'Leave the demonstration',
  title: 'Demonstration',
  enter: 'Try it with a demonstration shop',
  body: 'About four minutes of invented orders, to see and hear all that Mostrador does. It uses nothing of the shop.',
  beside:
    'It opens beside: the real shop keeps receiving and ringing. What is invented carries the word “Demo”.',
  besideToast: {
    title: 'The real shop goes on',
    body: 'The demonstration opens beside it. What says “Demo” is invented; the rest is real.',
  },
  failedToast: {
    title: 'The demonstration could not be opened',
    body: 'Try again. If that does not help, restart the computer.',
  },
  refused: {
    title: 'Mostrador',
    demoOnShop: 'This folder holds the data of a real shop. Choose another folder for the demonstration.',
    demoOnOthers: 'This folder holds other things. Choose an empty folder for the demonstration.',
    shopOnDemo: 'This folder belongs to a demonstration. Choose another folder for the real shop.',
  },
};

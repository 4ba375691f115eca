import type { ToneKind } from '../../orders/alert.ts';
import type { HealthState } from '../../health/health.ts';
import { tourLightTextsEn, tourLightTextsEs } from './tour-light.ts';
import { tourTrayTextsEn, tourTrayTextsEs } from './tour-tray.ts';

type Titled = { readonly title: string; readonly body: string };

const soundsEs = {
  intro: 'Cada aviso tiene su sonido, y se repite hasta que alguien elige Visto. En esta tienda suenan así:',
  meanings: {
    ready: 'Un pedido está listo: busque la bolsa y espere al repartidor.',
    cancelled: 'Se canceló un pedido que sigue en la tienda: separe la bolsa y no se la dé a nadie.',
    'cancelled-after-handover':
      'Se canceló un pedido que ya salió: en el mostrador no queda nada por hacer. Avise al encargado.',
    connection: 'Mostrador no puede consultar los pedidos: lea lo que dice la luz y hágalo.',
  } satisfies Record<ToneKind, string>,
  tone: (tone: string) => `Tono: ${tone}`,
  insists: (minutes: number) =>
    minutes === 1
      ? 'Si nadie lo ve en 1 minuto, suena más fuerte y más seguido.'
      : `Si nadie lo ve en ${String(minutes)} minutos, suena más fuerte y más seguido.`,
  muted: 'La campana del mostrador silencia los avisos por un rato; NO ENTREGAR suena igual.',
  change: 'Los tonos y el volumen se cambian en Ajustes, en la parte Avisos.',
};

const soundsEn: typeof soundsEs = {
  intro:
    'Each alert has its sound, and repeats until somebody chooses Seen. In this shop they sound like this:',
  meanings: {
    ready: 'An order is ready: fetch the bag and wait for the rider.',
    cancelled: 'An order that is still in the shop was cancelled: put the bag aside and give it to nobody.',
    'cancelled-after-handover':
      'An order that has left was cancelled: nothing is left to do at the counter. Tell the manager.',
    connection: 'Mostrador cannot ask for orders: read what the light says and do it.',
  },
  tone: (tone) => `Tone: ${tone}`,
  insists: (minutes) =>
    minutes === 1
      ? 'When nobody sees it for 1 minute, it rings louder and more often.'
      : `When nobody sees it for ${String(minutes)} minutes, it rings louder and more often.`,
  muted: 'The bell of the counter mutes alerts for a while; DO NOT HAND OVER still rings.',
  change: 'Tones and volume are changed in Settings, in the part Alerts.',
};

const coloursEs = {
  intro: 'Los colores dicen lo mismo en todas partes, y al lado siempre está escrito con palabras.',
  list: 'En la lista',
  rows: {
    unseen: { title: 'Verde lleno', body: 'Listo, y nadie lo vio todavía: está sonando.' },
    waiting: (minutes: number): Titled => ({
      title: 'Verde en el borde',
      body: `Listo y visto: espera al repartidor. Desde los ${String(minutes)} minutos el tiempo va en amarillo: pregunte por el repartidor.`,
    }),
    stop: { title: 'Rojo', body: 'Cancelado: la bolsa no se entrega a nadie.' },
    done: { title: 'Gris', body: 'Entregado o retirado: no hay que hacer nada.' },
  },
  card: 'En la tarjeta de avisos',
  cardBody: 'Aparece encima de todo, con lo más urgente arriba.',
  cardKinds: {
    cancelled: { title: 'Rojo lleno', body: 'No entregue la bolsa.' },
    connection: { title: 'Amarillo', body: 'Falla la conexión, o se canceló un pedido que ya salió.' },
    ready: { title: 'Verde', body: 'Listo para retirar.' },
  },
  light: 'En la luz del mostrador',
  lamps: {
    ok: { title: 'Círculo verde', body: 'Todo funciona, y al lado dice cómo lo sabe.' },
    degraded: { title: 'Triángulo amarillo', body: 'Algo falla, pero los pedidos llegan. Lea qué hacer.' },
    down: { title: 'Octágono rojo', body: 'Algo dejó de funcionar. Lea qué hacer y hágalo ya.' },
  } satisfies Partial<Record<HealthState, Titled>>,
};

const coloursEn: typeof coloursEs = {
  intro: 'Colours mean the same everywhere, and words beside them always say it, too.',
  list: 'In the list',
  rows: {
    unseen: { title: 'Full green', body: 'Ready, and nobody has seen it yet: it is ringing.' },
    waiting: (minutes) => ({
      title: 'Green edge',
      body: `Ready and seen: it waits for the rider. From ${String(minutes)} minutes on the time is yellow: ask where the rider is.`,
    }),
    stop: { title: 'Red', body: 'Cancelled: the bag is handed over to nobody.' },
    done: { title: 'Grey', body: 'Handed over or picked up: nothing to do.' },
  },
  card: 'On the alert card',
  cardBody: 'It shows up on top of everything, the most urgent first.',
  cardKinds: {
    cancelled: { title: 'Full red', body: 'Do not hand over the bag.' },
    connection: { title: 'Yellow', body: 'The connection fails, or an order that has left was cancelled.' },
    ready: { title: 'Green', body: 'Ready for pickup.' },
  },
  light: 'In the light of the counter',
  lamps: {
    ok: { title: 'Green circle', body: 'Everything works, and beside it stands how it knows.' },
    degraded: { title: 'Yellow triangle', body: 'Something fails, but orders arrive. Read what to do.' },
    down: { title: 'Red octagon', body: 'Something stopped working. Read what to do and do it now.' },
  },
};

const alertEs = {
  intro: 'Cuatro pasos, siempre los mismos.',
  look: {
    title: 'Mire',
    body: 'La tarjeta aparece encima de todo y no le quita el teclado a la caja. El número grande es el código que dice el repartidor.',
  },
  seen: (seconds: number): Titled => ({
    title: 'Elija Visto',
    body: `Una sola vez, donde sea: se apagan juntos la tarjeta, el sonido y la notificación. Si fue sin querer, la tarjeta deja deshacerlo por ${String(seconds)} segundos.`,
  }),
  check: {
    title: 'Compruebe el código',
    body: 'Pida el código al repartidor y escríbalo en el mostrador, sin hacer clic en ningún lado. Si aparece en verde, entréguele esa bolsa.',
  },
  give: {
    title: 'Elija Entregado',
    body: 'Si el repartidor ya está ahí, elija Entregado en la tarjeta al darle la bolsa: cuenta también como visto. Si no, PedidosYa pasa el pedido a Retirados.',
  },
  stop: 'La bolsa no sale, aunque el repartidor insista: el pedido está cancelado. Sepárela y elija Visto.',
};

const alertEn: typeof alertEs = {
  intro: 'Four steps, always the same.',
  look: {
    title: 'Look',
    body: 'The card shows up on top of everything and does not take the keyboard from the point of sale. The large number is the code that the rider says.',
  },
  seen: (seconds) => ({
    title: 'Choose Seen',
    body: `Once, wherever you like: card, sound and notification go off together. If it was a slip, the card lets you undo it for ${String(seconds)} seconds.`,
  }),
  check: {
    title: 'Check the code',
    body: 'Ask the rider for the code and type it in the counter, without clicking anywhere. When it shows up in green, give that bag.',
  },
  give: {
    title: 'Choose Handed over',
    body: 'When the rider is there already, choose Handed over on the card as you give the bag: it counts as seen, too. If not, PedidosYa moves the order to Picked up.',
  },
  stop: 'The bag does not leave, even if the rider insists: the order is cancelled. Put it aside and choose Seen.',
};

export const tourTextsEs = {
  title: 'Recorrido por Mostrador',
  open: 'Recorrido',
  intro: 'Un minuto. También con las flechas ← → del teclado.',
  pagesLabel: 'Páginas del recorrido',
  pageOf: (page: number, pages: number) => `Página ${String(page)} de ${String(pages)}`,
  back: 'Atrás',
  next: 'Siguiente',
  finish: 'Ir al mostrador',
  openFailed: 'No se pudo abrir. Pruebe de nuevo.',
  pages: {
    sounds: 'Qué suena',
    colours: 'Los colores',
    alert: 'Un aviso',
    tray: 'El ícono de la bandeja',
    light: 'La luz en rojo',
  },
  offer: '¿Es la primera vez? Recorrido de un minuto.',
  take: 'Ver',
  decline: 'Ahora no',
  sounds: soundsEs,
  colours: coloursEs,
  alert: alertEs,
  tray: tourTrayTextsEs,
  light: tourLightTextsEs,
};

export const tourTextsEn: typeof tourTextsEs = {
  title: 'Tour of Mostrador',
  open: 'Tour',
  intro: 'One minute. The arrow keys ← → work, too.',
  pagesLabel: 'Pages of the tour',
  pageOf: (page, pages) => `Page ${String(page)} of ${String(pages)}`,
  back: 'Back',
  next: 'Next',
  finish: 'Go to the counter',
  openFailed: 'It could not be opened. Try again.',
  pages: {
    sounds: 'What rings',
    colours: 'The colours',
    alert: 'An alert',
    tray: 'The tray icon',
    light: 'The light is red',
  },
  offer: 'Is this the first time? A tour of one minute.',
  take: 'See it',
  decline: 'Not now',
  sounds: soundsEn,
  colours: coloursEn,
  alert: alertEn,
  tray: tourTrayTextsEn,
  light: tourLightTextsEn,
};

import type { CaseProof, SetupCaseId, TestLightId, TestPath } from '../../setup.ts';

const lightsEs: Readonly<Record<TestLightId, string>> = {
  partner: 'PedidosYa responde',
  tunnel: 'La dirección pública contesta',
  computer: 'El aviso de prueba llega',
  toasts: 'Aparece una notificación',
  sound: 'Suena un tono',
};
const lightsEn: typeof lightsEs = {
  partner: 'PedidosYa answers',
  tunnel: 'The public address answers',
  computer: 'The test alert arrives',
  toasts: 'A notification appears',
  sound: 'A tone sounds',
};

type CaseText = { readonly name: string; readonly how: string };
const casesEs: Readonly<Record<SetupCaseId, CaseText>> = {
  full: { name: 'Preparación completa', how: 'Un pedido con todo lo que se pidió.' },
  partial: { name: 'Preparación parcial', how: 'Menos unidades de un producto, o uno que no hay.' },
  weighed: { name: 'Producto por peso', how: 'Un producto que se cobra por kilo.' },
  replaced: { name: 'Reemplazo', how: 'Un producto cambiado por otro.' },
  cancelled: { name: 'Cancelación', how: 'Un pedido cancelado.' },
  'get-single': { name: 'GET de un pedido', how: 'Consultar un pedido por su identificador.' },
  'get-list': { name: 'GET de la lista', how: 'Consultar los pedidos de la tienda.' },
};
const casesEn: typeof casesEs = {
  full: { name: 'Full picking', how: 'An order with everything that was ordered.' },
  partial: { name: 'Partial picking', how: 'Fewer units of a product, or one that is not there.' },
  weighed: { name: 'Weighed product', how: 'A product charged by the kilo.' },
  replaced: { name: 'Replacement', how: 'A product exchanged for another.' },
  cancelled: { name: 'Cancellation', how: 'A cancelled order.' },
  'get-single': { name: 'GET of one order', how: 'Asking for an order by its id.' },
  'get-list': { name: 'GET of the list', how: 'Asking for the orders of the shop.' },
};

const pathsEs: Readonly<Record<TestPath | 'none', string>> = {
  none: 'Mostrador consulta los pedidos. Se prueban PedidosYa, el sonido y la notificación.',
  public: 'El aviso sale a internet y vuelve por la dirección pública, como los de PedidosYa.',
  local: 'Sin dirección pública, el aviso va directo a esta computadora.',
};
const pathsEn: typeof pathsEs = {
  none: 'Mostrador asks for the orders. PedidosYa, sound and notification are tried.',
  public: 'The alert goes out to the internet and comes back by the public address, as PedidosYa’s do.',
  local: 'Without a public address, the alert goes straight to this computer.',
};

const byEs: Readonly<Record<CaseProof['by'], string>> = { webhook: 'por aviso', api: 'por consulta' };
const byEn: typeof byEs = { webhook: 'by alert', api: 'by asking' };

/** Steps "Dirección pública", "Prueba del día" and "Homologación". */
export const setupProofTextsEs = {
  address: {
    body: 'PedidosYa necesita una dirección de internet que llegue a esta computadora, siempre la misma.',
    urlBox: 'Dirección del webhook',
    urlCopied: 'Dirección copiada. Péguela en el portal.',
    save: 'Guardar y conectar',
  },
  test: {
    paths: pathsEs,
    title: 'Prueba del día',
    send: 'Hacer la prueba',
    sending: 'Probando todo el camino…',
    again: 'Repetir la prueba',
    intro: 'Hágala antes de abrir: comprueba todo el camino de un pedido, y no guarda ninguno.',
    good: 'Todo listo para abrir.',
    goodUnsaid: 'Todo salió bien. Falta que usted diga si lo oyó y lo vio.',
    bad: (count: number) =>
      count === 1 ? 'Hay una cosa por arreglar.' : `Hay ${String(count)} cosas por arreglar.`,
    failed: 'No se pudo hacer la prueba. Repítala.',
    lightsLabel: 'Resultados de la prueba',
    asks: { sound: '¿Se oyó el tono?', toasts: '¿Apareció la notificación?' },
    yes: 'Sí',
    no: 'No',
    confirmed: { sound: 'Usted lo oyó.', toasts: 'Usted la vio.' },
    denied: {
      sound: {
        sentence: 'Mostrador lo hizo sonar, pero no se oyó.',
        remedy: 'Suba el volumen de la computadora, encienda los parlantes y elija la salida correcta.',
      },
      toasts: {
        sentence: 'Mostrador la mandó, pero no apareció.',
        remedy:
          'Quite «No molestar» en la computadora y permita las notificaciones de Mostrador. La tarjeta y el sonido avisan igual.',
      },
    },
    toastTitle: 'Prueba del día',
    toastBody: 'Así avisa Mostrador cuando un pedido está listo.',
    shown: 'La computadora mostró la notificación.',
    loginHint: 'Así nunca falta quien avise. Desmárquelo si no lo quiere.',
    lights: lightsEs,
    ok: 'Bien',
    off: 'No hace falta',
    waiting: 'Sin probar',
    ms: (ms: number) => `${String(ms)} ms`,
    heard: 'Se hizo sonar un tono.',
    arrived: 'El aviso llegó y se aceptó.',
    inbound: (clock: string) =>
      `Desde esta computadora no se puede comprobar, pero a las ${clock} llegó un aviso de PedidosYa.`,
    answered: 'PedidosYa respondió.',
    noReceiver: 'Solo consulta: no recibe avisos.',
  },
  cases: {
    body: 'Son los casos que PedidosYa pide ver. Se hacen en la tienda de pruebas y se marcan solos con lo que llega.',
    list: casesEs,
    listLabel: 'Casos de homologación',
    columns: { case: 'Caso', order: 'Pedido', when: 'Cuándo', how: 'Cómo' },
    seen: 'Listo',
    missing: 'Pendiente',
    by: byEs,
    count: (seen: number, all: number) => `${String(seen)} de ${String(all)}`,
    askSingle: 'Consultar un pedido',
    askList: 'Consultar la lista',
    asked: (code: string) => `Se consultó el pedido ${code}.`,
    askedList: 'Se consultó la lista.',
    noOrder: 'Todavía no hay ningún pedido que consultar.',
    print: 'Imprimir',
    printed: 'Lista de homologación',
    shop: 'Tienda',
    chain: 'Cadena',
    url: 'Dirección del webhook',
    noUrl: 'Sin dirección pública: solo consulta',
    printedAt: 'Impreso',
  },
};

export const setupProofTextsEn: typeof setupProofTextsEs = {
  address: {
    body: 'PedidosYa needs an internet address that leads to this computer, always the same one.',
    urlBox: 'Webhook address',
    urlCopied: 'Address copied. Paste it in the portal.',
    save: 'Save and connect',
  },
  test: {
    paths: pathsEn,
    title: 'Daily test',
    send: 'Run the test',
    sending: 'Trying the whole way…',
    again: 'Run the test again',
    intro: 'Run it before opening: it checks the whole way of an order, and keeps none.',
    good: 'All set to open.',
    goodUnsaid: 'All went well. Please say whether you heard and saw it.',
    bad: (count) => (count === 1 ? 'One thing needs a repair.' : `${String(count)} things need a repair.`),
    failed: 'The test could not be run. Run it again.',
    lightsLabel: 'Results of the test',
    asks: { sound: 'Did you hear the tone?', toasts: 'Did the notification appear?' },
    yes: 'Yes',
    no: 'No',
    confirmed: { sound: 'You heard it.', toasts: 'You saw it.' },
    denied: {
      sound: {
        sentence: 'Mostrador played it, but it was not heard.',
        remedy: 'Turn up the volume of the computer, switch on the loudspeakers and choose the right output.',
      },
      toasts: {
        sentence: 'Mostrador sent it, but it did not appear.',
        remedy:
          'Switch off “Do not disturb” on the computer and allow the notifications of Mostrador. Card and sound alert anyway.',
      },
    },
    toastTitle: 'Daily test',
    toastBody: 'This is how Mostrador alerts when an order is ready.',
    shown: 'The computer showed the notification.',
    loginHint: 'So that somebody always alerts. Untick it if you do not want that.',
    lights: lightsEn,
    ok: 'Fine',
    off: 'Not needed',
    waiting: 'Not tried',
    ms: (ms) => `${String(ms)} ms`,
    heard: 'A tone was played.',
    arrived: 'The alert arrived and was accepted.',
    inbound: (clock) =>
      `It cannot be checked from this computer, but at ${clock} an alert of PedidosYa arrived.`,
    answered: 'PedidosYa answered.',
    noReceiver: 'Only asks: it gets no alerts.',
  },
  cases: {
    body: 'These are the cases that PedidosYa wants to see. Do them in the test shop; what arrives ticks them.',
    list: casesEn,
    listLabel: 'Homologation cases',
    columns: { case: 'Case', order: 'Order', when: 'When', how: 'How' },
    seen: 'Done',
    missing: 'To do',
    by: byEn,
    count: (seen, all) => `${String(seen)} of ${String(all)}`,
    askSingle: 'Ask for one order',
    askList: 'Ask for the list',
    asked: (code) => `Order ${code} was asked for.`,
    askedList: 'The list was asked for.',
    noOrder: 'There is no order to ask for yet.',
    print: 'Print',
    printed: 'Homologation list',
    shop: 'Shop',
    chain: 'Chain',
    url: 'Webhook address',
    noUrl: 'No public address: asking only',
    printedAt: 'Printed',
  },
};

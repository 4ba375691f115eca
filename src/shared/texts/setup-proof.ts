import type { CaseProof, SetupCaseId, TestLightId, TestPath } from '../setup.ts';

const lightsEs: Readonly<Record<TestLightId, string>> = {
  internet: 'Internet',
  tunnel: 'Túnel',
  computer: 'Este equipo',
  sound: 'Sonido',
};
const lightsEn: typeof lightsEs = {
  internet: 'Internet',
  tunnel: 'Tunnel',
  computer: 'This computer',
  sound: 'Sound',
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
  none: 'Sin dirección ni secreto no hay aviso que mandar: se prueban internet y sonido.',
  public: 'El aviso sale a internet y vuelve por la dirección pública, como los de PedidosYa.',
  local: 'Sin dirección pública, el aviso va directo a esta computadora.',
};
const pathsEn: typeof pathsEs = {
  none: 'Without address and secret there is no alert to send: internet and sound are tried.',
  public: 'The alert goes out to the internet and comes back by the public address, as PedidosYa’s do.',
  local: 'Without a public address, the alert goes straight to this computer.',
};

const byEs: Readonly<Record<CaseProof['by'], string>> = { webhook: 'por aviso', api: 'por consulta' };
const byEn: typeof byEs = { webhook: 'by alert', api: 'by asking' };

/** Steps "Dirección pública", "Prueba" and "Homologación". */
export const setupProofTextsEs = {
  address: {
    body: 'PedidosYa necesita una dirección de internet que llegue a esta computadora, siempre la misma.',
    boxTitle: 'Para pegar en Partner Portal',
    urlBox: 'Dirección del aviso (webhook)',
    urlCopied: 'Dirección copiada. Pegarla en el portal.',
    noSecret: 'Falta crear el secreto: está en el paso anterior.',
  },
  test: {
    paths: pathsEs,
    send: 'Enviar aviso de prueba',
    sending: 'Enviando y escuchando…',
    again: 'Enviar otro',
    done: 'Prueba hecha. Cada luz dice cómo quedó.',
    lightsLabel: 'Luces de la prueba',
    lights: lightsEs,
    ok: 'Bien',
    off: 'No hace falta',
    waiting: 'Sin probar',
    ms: (ms: number) => `${String(ms)} ms`,
    roundTrip: (ms: number) => `Ida y vuelta: ${String(ms)} ms.`,
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
    seen: 'Visto',
    missing: 'Falta',
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
    url: 'Dirección del aviso',
    noUrl: 'Sin dirección pública: solo consulta',
    printedAt: 'Impreso',
  },
};

export const setupProofTextsEn: typeof setupProofTextsEs = {
  address: {
    body: 'PedidosYa needs an internet address that leads to this computer, always the same one.',
    boxTitle: 'To be pasted in Partner Portal',
    urlBox: 'Webhook address',
    urlCopied: 'Address copied. Paste it in the portal.',
    noSecret: 'The secret is missing: it is made in the step before.',
  },
  test: {
    paths: pathsEn,
    send: 'Send a test alert',
    sending: 'Sending and listening…',
    again: 'Send another',
    done: 'Tested. Each light says how it stands.',
    lightsLabel: 'Lights of the test',
    lights: lightsEn,
    ok: 'Fine',
    off: 'Not needed',
    waiting: 'Not tried',
    ms: (ms) => `${String(ms)} ms`,
    roundTrip: (ms) => `There and back: ${String(ms)} ms.`,
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
    seen: 'Seen',
    missing: 'Missing',
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

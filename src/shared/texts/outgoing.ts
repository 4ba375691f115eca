import type { AlertKind } from '../orders/alert.ts';
import type { OutgoingTrouble, PhoneMinutes } from '../settings/outgoing.ts';

type Title = (codes: string, count: number) => string;

const kindsEs: Readonly<Record<AlertKind, Title>> = {
  ready: (codes, count) =>
    count === 1 ? `Pedido ${codes} listo para retirar` : `Listos para retirar: ${codes}`,
  cancelled: (codes) => `NO ENTREGAR ${codes}`,
  'cancelled-after-handover': (codes, count) =>
    count === 1
      ? `Pedido ${codes} cancelado después de entregado`
      : `Cancelados después de entregar: ${codes}`,
  unclear: (codes) => `Mirar el pedido ${codes}`,
  connection: () => 'Sin conexión con PedidosYa',
};
const kindsEn: typeof kindsEs = {
  ready: (codes, count) => (count === 1 ? `Order ${codes} ready for pickup` : `Ready for pickup: ${codes}`),
  cancelled: (codes) => `DO NOT HAND OVER ${codes}`,
  'cancelled-after-handover': (codes, count) =>
    count === 1 ? `Order ${codes} cancelled after hand-over` : `Cancelled after hand-over: ${codes}`,
  unclear: (codes) => `Look at order ${codes}`,
  connection: () => 'No connection to PedidosYa',
};

const troublesEs: Readonly<Record<OutgoingTrouble, string>> = {
  off: 'Está desactivado. Actívelo, guarde y pruebe de nuevo.',
  'no-secret': 'Falta la clave para firmar. Péguela y guarde.',
  keychain: 'El administrador de contraseñas no responde. Desbloquéelo.',
  'bound-elsewhere': 'La clave guardada es de otra dirección. Péguela de nuevo.',
  refused: 'La dirección respondió que no lo acepta. Revise la dirección y la clave.',
  busy: 'La dirección respondió que ahora no puede. Mostrador vuelve a probar solo.',
  redirect: 'La dirección lleva a otra. Escriba la definitiva.',
  timeout: 'No respondió a tiempo. Mostrador vuelve a probar solo.',
  dns: 'No se encuentra ese nombre en la red. Revise la dirección.',
  unreachable: 'No se llega a esa dirección. Revise que el otro programa esté abierto.',
  certificate: 'El certificado de esa dirección no es válido. Revise la dirección.',
  proxy: 'El proxy de la red no deja pasar. Hable con quien administra la red.',
  garbled: 'La respuesta no se entiende. Revise la dirección y el puerto.',
  unknown: 'No se pudo enviar. Mostrador vuelve a probar solo.',
  'folder-missing': 'La carpeta no está. Créela o elija otra.',
  'folder-denied': 'No se puede escribir en la carpeta. Elija otra o cambie el permiso.',
  'disk-full': 'No hay lugar en ese disco. Libere espacio.',
  'too-old': 'Pasó demasiado tiempo.',
};
const troublesEn: typeof troublesEs = {
  off: 'It is switched off. Switch it on, save and try again.',
  'no-secret': 'The key to sign with is missing. Paste it and save.',
  keychain: 'The password manager does not answer. Unlock it.',
  'bound-elsewhere': 'The saved key belongs to another address. Paste it again.',
  refused: 'The address answered that it does not accept it. Check the address and the key.',
  busy: 'The address answered that it cannot now. Mostrador tries again by itself.',
  redirect: 'The address leads to another one. Enter the final one.',
  timeout: 'It did not answer in time. Mostrador tries again by itself.',
  dns: 'That name is not found in the network. Check the address.',
  unreachable: 'That address cannot be reached. Check that the other program is open.',
  certificate: 'The certificate of that address is not valid. Check the address.',
  proxy: 'The network’s proxy does not let it pass. Talk to whoever runs the network.',
  garbled: 'The answer cannot be understood. Check the address and the port.',
  unknown: 'It could not be sent. Mostrador tries again by itself.',
  'folder-missing': 'The folder is not there. Create it or choose another one.',
  'folder-denied': 'The folder cannot be written to. Choose another one or change its permission.',
  'disk-full': 'There is no room on that disk. Free some space.',
  'too-old': 'Too much time has passed.',
};

const minutesEs = (minutes: PhoneMinutes): string => {
  if (minutes < 0) return 'Nunca';
  return minutes === 0 ? 'Enseguida' : `Después de ${String(minutes)} minutos sin ver`;
};
const minutesEn: typeof minutesEs = (minutes) => {
  if (minutes < 0) return 'Never';
  return minutes === 0 ? 'At once' : `After ${String(minutes)} minutes unseen`;
};

export const outgoingTextsEs = {
  /** What the phone shows. */
  phone: {
    kinds: kindsEs,
    more: (count: number) => `y ${String(count)} más`,
    unseen: (shop: string) => `${shop}: nadie lo vio en el mostrador.`,
    outage: (shop: string, clock: string) => `${shop}: no llegan pedidos desde las ${clock}.`,
    seenAt: (clock: string) => `Visto a las ${clock}`,
    back: (clock: string) => `Hay conexión de nuevo desde las ${clock}`,
    test: 'Prueba de Mostrador',
  },
  troubles: troublesEs,
  phoneTitle: 'Avisos al celular',
  phoneLeaves:
    'Sale de esta computadora: el nombre de la tienda, el tipo de aviso y el código del pedido. Nada más: ni nombres, ni productos, ni importes.',
  phoneWay: 'Cuando nadie mira, avisar',
  phoneWays: {
    off: 'No avisar',
    ntfy: 'A un tema de ntfy',
    post: 'A una dirección propia',
  },
  phoneServer: 'Servidor de ntfy',
  phoneServerHint: 'El público es https://ntfy.sh; también puede ser uno propio.',
  phoneTopic: 'Tema',
  phoneTopicHint:
    'En el servidor público, quien conoce el nombre del tema puede leerlo: elija uno largo que nadie adivine.',
  phoneAddress: 'Dirección',
  addressHint: 'Con https, o con http dentro de la red de la tienda.',
  phoneToken: 'Clave del servidor (si pide una)',
  ready: 'Pedido listo',
  cancelled: 'Pedido cancelado',
  connection: 'Sin conexión con PedidosYa',
  minutes: minutesEs,
  phoneHours: 'Fuera del horario de la tienda no se envía nada. Con «Visto» se deja de avisar.',
  tillTitle: 'Caja / POS',
  tillLeaves:
    'Sale de esta computadora: cada cambio de un pedido, con productos, importes y código. El nombre de pila, el teléfono tapado y los comentarios se quitan, salvo que active lo contrario. La dirección y el teléfono completos no salen nunca.',
  tillPost: 'Enviar cada pedido a una dirección',
  tillAddress: 'Dirección de la caja',
  tillSecret: 'Clave para firmar (whsec_…)',
  tillFiles: 'Guardar cada pedido como archivo en una carpeta',
  tillFolder: 'Carpeta',
  tillFolderHint: 'Un archivo por pedido, siempre con lo último. La carpeta tiene que existir.',
  chooseFolder: 'Elegir carpeta…',
  tillForm: 'Formato',
  tillForms: { tidy: 'JSON ordenado de Mostrador', received: 'Como lo manda PedidosYa' },
  people: 'Incluir nombre de pila, teléfono tapado y comentarios',
  peopleHint: 'Solo si la caja lo necesita.',
  beatTitle: 'Vigilancia desde afuera',
  beatLeaves:
    'Sale de esta computadora: una llamada vacía cada 5 minutos, solo mientras todo funciona. Si la computadora se apaga, el monitor le avisa.',
  beat: 'Avisar a un monitor que todo funciona',
  beatAddress: 'Dirección del monitor',
  beatAddressHint: 'La que da healthchecks.io, Uptime Kuma u otro.',
  beatMethod: 'Método',
  test: 'Enviar una prueba',
  testing: 'Enviando…',
  tested: (ms: number) => `Llegó en ${String(ms)} ms.`,
  saveFirst: 'Guarde los cambios antes de probar.',
  status: (code: number) => `Respuesta: ${String(code)}.`,
  neverSent: 'Todavía no se envió nada.',
  sent: (clock: string) => `Último envío: ${clock}, llegó.`,
  notSent: (clock: string, why: string) => `Último intento: ${clock}. ${why}`,
  waiting: (count: number) => (count === 1 ? '1 mensaje espera.' : `${String(count)} mensajes esperan.`),
  deadTitle: 'No se pudieron entregar',
  deadLine: (code: string, clock: string) => (code === '' ? clock : `Pedido ${code}, ${clock}`),
  resend: 'Reenviar',
  dismiss: 'Descartar',
  dismissAll: 'Descartar todos',
  dismissSure: '¿Descartar este mensaje? No se envía más.',
  dismissAllSure: (count: number) => `¿Descartar los ${String(count)} mensajes? No se envían más.`,
  dismissYes: 'Sí, descartar',
  newKey: 'Crear clave',
  newKeyTitle: 'Clave nueva: cópiela ahora',
  newKeyHint:
    'Péguela en la caja y elija Guardar aquí. Después no se vuelve a mostrar: queda en el administrador de contraseñas de esta computadora.',
};
export type OutgoingTexts = typeof outgoingTextsEs;

export const outgoingTextsEn: OutgoingTexts = {
  phone: {
    kinds: kindsEn,
    more: (count) => `and ${String(count)} more`,
    unseen: (shop) => `${shop}: nobody saw it at the counter.`,
    outage: (shop, clock) => `${shop}: no orders come in since ${clock}.`,
    seenAt: (clock) => `Seen at ${clock}`,
    back: (clock) => `Connected again since ${clock}`,
    test: 'Test by Mostrador',
  },
  troubles: troublesEn,
  phoneTitle: 'Alerts to the phone',
  phoneLeaves:
    'What leaves this computer: the shop’s name, the kind of alert and the order’s code. Nothing else: no names, products or amounts.',
  phoneWay: 'When nobody looks, tell',
  phoneWays: { off: 'Nobody', ntfy: 'A topic on ntfy', post: 'An address of your own' },
  phoneServer: 'ntfy server',
  phoneServerHint: 'The public one is https://ntfy.sh; it can also be your own.',
  phoneTopic: 'Topic',
  phoneTopicHint:
    'On the public server, whoever knows the topic’s name can read it: choose a long one that nobody guesses.',
  phoneAddress: 'Address',
  addressHint: 'With https, or with http inside the shop’s network.',
  phoneToken: 'Key of the server (if it asks for one)',
  ready: 'Order ready',
  cancelled: 'Order cancelled',
  connection: 'No connection to PedidosYa',
  minutes: minutesEn,
  phoneHours: 'Nothing is sent outside the shop’s opening hours. “Seen” stops it.',
  tillTitle: 'Till / POS',
  tillLeaves:
    'What leaves this computer: each change of an order, with products, amounts and code. First name, masked phone number and comments are cut unless you choose otherwise. The full address and phone number never leave.',
  tillPost: 'Send each order to an address',
  tillAddress: 'Address of the till',
  tillSecret: 'Key to sign with (whsec_…)',
  tillFiles: 'Save each order as a file in a folder',
  tillFolder: 'Folder',
  tillFolderHint: 'One file per order, always with the latest. The folder has to exist.',
  chooseFolder: 'Choose folder…',
  tillForm: 'Format',
  tillForms: { tidy: 'Mostrador’s tidy JSON', received: 'As PedidosYa sends it' },
  people: 'Include first name, masked phone number and comments',
  peopleHint: 'Only if the till needs it.',
  beatTitle: 'Watched from outside',
  beatLeaves:
    'What leaves this computer: an empty call every 5 minutes, only while everything works. If the computer goes off, the monitor tells you.',
  beat: 'Tell a monitor that everything works',
  beatAddress: 'Address of the monitor',
  beatAddressHint: 'The one that healthchecks.io, Uptime Kuma or another gives you.',
  beatMethod: 'Method',
  test: 'Send a test',
  testing: 'Sending…',
  tested: (ms) => `It arrived in ${String(ms)} ms.`,
  saveFirst: 'Save the changes before you try.',
  status: (code) => `Answer: ${String(code)}.`,
  neverSent: 'Nothing has been sent yet.',
  sent: (clock) => `Last sending: ${clock}, it arrived.`,
  notSent: (clock, why) => `Last try: ${clock}. ${why}`,
  waiting: (count) => (count === 1 ? '1 message waits.' : `${String(count)} messages wait.`),
  deadTitle: 'Could not be delivered',
  deadLine: (code, clock) => (code === '' ? clock : `Order ${code}, ${clock}`),
  resend: 'Send again',
  dismiss: 'Dismiss',
  dismissAll: 'Dismiss all',
  dismissSure: 'Dismiss this message? It is not sent any more.',
  dismissAllSure: (count) => `Dismiss all ${String(count)} messages? They are not sent any more.`,
  dismissYes: 'Yes, dismiss',
  newKey: 'Create a key',
  newKeyTitle: 'New key: copy it now',
  newKeyHint:
    'Paste it into the till and choose Save here. It is not shown again: it stays in the password manager of this computer.',
};

/** What the light says. */
export const outgoingHealthEs = {
  'outgoing-late': () => ({
    sentence: 'Lo que se envía al celular, a la caja o al monitor no llega.',
    remedy:
      'Mire en Ajustes, en Avisos al celular y en Caja / POS, cuál no responde. Se vuelve a probar solo.',
  }),
  'outgoing-dead': () => ({
    sentence: 'Un mensaje a la caja o al celular no se pudo entregar.',
    remedy: 'Mire en Ajustes, en Avisos al celular y en Caja / POS, y elija Reenviar.',
  }),
};
export const outgoingHealthEn: typeof outgoingHealthEs = {
  'outgoing-late': () => ({
    sentence: 'What is sent to the phone, the till or the monitor does not arrive.',
    remedy:
      'See in Settings, under Alerts to the phone and Till / POS, which does not answer. It is tried again by itself.',
  }),
  'outgoing-dead': () => ({
    sentence: 'A message to the till or the phone could not be delivered.',
    remedy: 'See in Settings, under Alerts to the phone and Till / POS, and choose Send again.',
  }),
};

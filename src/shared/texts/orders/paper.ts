import type { PaperWay, PaperWidth, SlipName, SlipSymbol, PrintOutcome } from '../../settings/paper.ts';
import { troublesEn, troublesEs } from './printer.ts';
import { assertNever } from '../../result.ts';

export const paperTextsEs = {
  title: 'Tickets',
  intro:
    'Un ticket para pegar en la bolsa: código, inicial del cliente, productos y lo que hay que cobrar. Va solo a la impresora que usted elija; nunca lleva dirección, teléfono ni apellido.',
  way: 'Cómo se imprime',
  ways: {
    off: 'No se imprime',
    system: 'Impresora de esta computadora',
    network: 'Impresora de red (ESC/POS)',
    device: 'Impresora USB (ESC/POS)',
  } satisfies Record<PaperWay, string>,
  printer: 'Impresora',
  defaultPrinter: 'La predeterminada de la computadora',
  host: 'Dirección de la impresora',
  hostHint:
    'La imprime la propia impresora en su ticket de red. Tiene que estar en la red de la tienda, por ejemplo 192.168.1.50.',
  port: 'Puerto',
  portHint: 'Casi siempre 9100.',
  device: 'Archivo de la impresora',
  deviceHint:
    'En Linux, por ejemplo /dev/usb/lp0. En Windows, comparta la impresora y escriba \\\\equipo\\nombre.',
  width: 'Ancho del papel',
  widths: { 58: '58 mm', 80: '80 mm' } satisfies Record<PaperWidth, string>,
  widthHint:
    'Imprima un ticket de prueba: la línea con flechas tiene que entrar en un renglón. Si no entra, elija 58 mm.',
  name: 'Nombre del cliente',
  names: {
    initial: 'Solo la inicial',
    'first-name': 'El primer nombre',
    none: 'Nada',
  } satisfies Record<SlipName, string>,
  symbol: 'Código para el lector',
  symbolHint: 'El lector lo escribe en la búsqueda del mostrador, y Mostrador dice si esa bolsa se entrega.',
  symbols: {
    code128: 'Código de barras',
    qr: 'Código QR',
    none: 'Ninguno',
  } satisfies Record<SlipSymbol, string>,
  automatic: 'Imprimir solo cuando un pedido está listo',
  automaticHint: 'Una vez por pedido. Lo que ya esperaba al activarlo se imprime a mano.',
  cancelled: 'Imprimir solo un ticket CANCELADO cuando un pedido se cancela',
  cancelledHint: 'Para dejarlo sobre la bolsa que no se entrega.',
  test: 'Guardar e imprimir una prueba',
  printing: 'Imprimiendo…',
  print: 'Imprimir ticket',
  printOrder: (code: string) => `Imprimir ticket, pedido ${code}`,
  printCopy: 'Imprimir copia',
  bags: 'Bolsas',
  printed: 'Ticket impreso.',
  printedCopy: 'Copia impresa.',
  doubtful: 'No se sabe si salió: mire la impresora.',
  cutShort: 'La impresión se cortó: mire si el ticket salió. Si falta, imprima una copia.',
  off: 'No hay una impresora elegida. Elija una en Ajustes, en la parte Tickets.',
  unknown: 'Este pedido ya no está guardado.',
  troubles: troublesEs,
  slip: {
    copy: 'COPIA',
    cancelled: 'CANCELADO',
    keep: 'NO ENTREGAR',
    gone: 'NO HAY',
    replaced: 'CAMBIADO',
    instead: 'EN SU LUGAR',
    collect: (amount: string) => `COBRAR ${amount}`,
    bag: (number: number, of: number) => `Bolsa ${String(number)} de ${String(of)}`,
    more: (count: number) => (count === 1 ? 'y 1 producto más' : `y ${String(count)} productos más`),
    readyAt: (clock: string) => `Listo ${clock}`,
    test: 'PRUEBA',
    testLine: 'Ñandú, açaí y té: ¿se leen los acentos?',
    testGone: 'Lo que no hay sale así',
    testComment: 'Si escanea el código, el mostrador busca 1234.',
    testWidth: (width: PaperWidth) => `Papel de ${String(width)} mm: la línea con flechas entra entera.`,
  },
};

export const paperTextsEn: typeof paperTextsEs = {
  title: 'Slips',
  intro:
    "A slip for the bag: code, the customer's initial, items and what is to be collected. It goes only to the printer that you choose, and never holds an address, a phone or a last name.",
  way: 'How to print',
  ways: {
    off: 'Do not print',
    system: 'Printer of this computer',
    network: 'Network printer (ESC/POS)',
    device: 'USB printer (ESC/POS)',
  },
  printer: 'Printer',
  defaultPrinter: "The computer's default",
  host: "The printer's address",
  hostHint:
    "The printer itself prints it on its network slip. It must be in the shop's network, for example 192.168.1.50.",
  port: 'Port',
  portHint: 'Almost always 9100.',
  device: "The printer's file",
  deviceHint:
    'On Linux, for example /dev/usb/lp0. On Windows, share the printer and type \\\\computer\\name.',
  width: 'Paper width',
  widths: { 58: '58 mm', 80: '80 mm' },
  widthHint: 'Print a test slip: the line with arrows must fit in one row. If it does not, choose 58 mm.',
  name: "Customer's name",
  names: { initial: 'The initial only', 'first-name': 'The first name', none: 'Nothing' },
  symbol: 'Code for the scanner',
  symbolHint:
    "The scanner types it into the counter's search, and Mostrador says whether to hand that bag over.",
  symbols: { code128: 'Barcode', qr: 'QR code', none: 'None' },
  automatic: 'Print by itself when an order is ready',
  automaticHint: 'Once for each order. What was waiting when you switch this on is printed by hand.',
  cancelled: 'Print a CANCELLED slip by itself when an order is cancelled',
  cancelledHint: 'To lay on the bag that is not handed over.',
  test: 'Save and print a test',
  printing: 'Printing…',
  print: 'Print slip',
  printOrder: (code) => `Print slip, order ${code}`,
  printCopy: 'Print copy',
  bags: 'Bags',
  printed: 'Slip printed.',
  printedCopy: 'Copy printed.',
  doubtful: 'It is not known whether it came out: look at the printer.',
  cutShort: 'Printing was cut short: look whether the slip came out. If it is missing, print a copy.',
  off: 'No printer is chosen. Choose one in Settings, under Slips.',
  unknown: 'This order is not kept any more.',
  troubles: troublesEn,
  slip: {
    copy: 'COPY',
    cancelled: 'CANCELLED',
    keep: 'DO NOT HAND OVER',
    gone: 'NOT AVAILABLE',
    replaced: 'REPLACED',
    instead: 'INSTEAD',
    collect: (amount) => `COLLECT ${amount}`,
    bag: (number, of) => `Bag ${String(number)} of ${String(of)}`,
    more: (count) => (count === 1 ? 'and 1 more item' : `and ${String(count)} more items`),
    readyAt: (clock) => `Ready ${clock}`,
    test: 'TEST',
    testLine: 'Ñandú, açaí and té: are the accents right?',
    testGone: 'What is not available looks like this',
    testComment: 'Scan the code: the counter searches for 1234.',
    testWidth: (width) => `Paper of ${String(width)} mm: the line with arrows fits in one row.`,
  },
};

/** Returns what became of printing, in words. */
export function outcomeText(
  outcome: PrintOutcome,
  { paper }: { readonly paper: typeof paperTextsEs },
): string {
  switch (outcome.kind) {
    case 'printed':
      return outcome.isCopy ? paper.printedCopy : paper.printed;
    case 'doubtful':
      return `${paper.troubles[outcome.why].sentence} ${paper.doubtful}`;
    case 'failed':
      return `${paper.troubles[outcome.why].sentence} ${paper.troubles[outcome.why].remedy}`;
    case 'off':
    case 'unknown':
      return paper[outcome.kind];
    default:
      return assertNever(outcome);
  }
}

import { withText, type Fact } from '../../health/fact.ts';
import type { HealthCode } from '../../health/health.ts';
import type { PrintTrouble } from '../../settings/paper.ts';
import type { ErrorText } from '../errors.ts';

type PrinterCode = Extract<HealthCode, `printer-${string}`>;
type PrinterTexts = Readonly<Record<PrinterCode, (detail: Fact | null) => ErrorText>>;

export const troublesEs: Readonly<Record<PrintTrouble, ErrorText>> = {
  offline: {
    sentence: 'La impresora de tickets no contesta.',
    remedy: 'Revise que esté encendida y conectada a la red. Los pedidos llegan y suenan igual.',
  },
  missing: {
    sentence: 'No se encuentra la impresora de tickets.',
    remedy: 'Revise en Ajustes, en la parte Tickets, qué impresora está elegida.',
  },
  elsewhere: {
    sentence: 'La dirección de la impresora no está en la red de la tienda.',
    remedy: 'Escriba en Ajustes una dirección de su red, por ejemplo 192.168.1.50.',
  },
  forbidden: {
    sentence: 'Esta computadora no deja usar la impresora de tickets.',
    remedy: 'Pida a quien cuida esta computadora el permiso para imprimir (en Linux, el grupo lp).',
  },
  'no-paper': {
    sentence: 'La impresora de tickets no tiene papel.',
    remedy: 'Ponga un rollo nuevo: lo que falta sale solo.',
  },
  'cover-open': {
    sentence: 'La tapa de la impresora de tickets está abierta.',
    remedy: 'Cierre la tapa: lo que falta sale solo.',
  },
  stuck: {
    sentence: 'La impresora de tickets dejó de aceptar datos.',
    remedy: 'Revise el papel y la tapa; si sigue así, apáguela y enciéndala.',
  },
  'paper-size': {
    sentence: 'La impresora no acepta el ancho de papel elegido.',
    remedy: 'Elija en Ajustes, en la parte Tickets, el otro ancho, e imprima un ticket de prueba.',
  },
  failed: {
    sentence: 'La impresora de tickets avisó de un error.',
    remedy: 'Mire la impresora; si no hay nada a la vista, apáguela y enciéndala.',
  },
};

export const troublesEn: typeof troublesEs = {
  offline: {
    sentence: 'The slip printer does not answer.',
    remedy: 'Check that it is on and connected to the network. Orders arrive and ring all the same.',
  },
  missing: {
    sentence: 'The slip printer cannot be found.',
    remedy: 'Check in Settings, under Slips, which printer is chosen.',
  },
  elsewhere: {
    sentence: "The printer's address is not in the shop's network.",
    remedy: 'Type an address of your network in Settings, for example 192.168.1.50.',
  },
  forbidden: {
    sentence: 'This computer does not allow the slip printer to be used.',
    remedy: 'Ask whoever looks after this computer for the right to print (on Linux, the group lp).',
  },
  'no-paper': {
    sentence: 'The slip printer is out of paper.',
    remedy: 'Put a new roll in: what is missing prints by itself.',
  },
  'cover-open': {
    sentence: 'The cover of the slip printer is open.',
    remedy: 'Close the cover: what is missing prints by itself.',
  },
  stuck: {
    sentence: 'The slip printer stopped taking data.',
    remedy: 'Check paper and cover; if this stays, switch it off and on.',
  },
  'paper-size': {
    sentence: 'The printer does not take the chosen paper width.',
    remedy: 'Choose the other width in Settings, under Slips, and print a test slip.',
  },
  failed: {
    sentence: 'The slip printer reported an error.',
    remedy: 'Look at the printer; if there is nothing to see, switch it off and on.',
  },
};

function printerTexts(
  troubles: Readonly<Record<PrintTrouble, ErrorText>>,
  words: { readonly low: ErrorText; readonly doubtful: (codes: Fact | null) => ErrorText },
): PrinterTexts {
  return {
    'printer-offline': () => troubles.offline,
    'printer-missing': () => troubles.missing,
    'printer-elsewhere': () => troubles.elsewhere,
    'printer-forbidden': () => troubles.forbidden,
    'printer-no-paper': () => troubles['no-paper'],
    'printer-cover-open': () => troubles['cover-open'],
    'printer-stuck': () => troubles.stuck,
    'printer-paper-size': () => troubles['paper-size'],
    'printer-failed': () => troubles.failed,
    'printer-doubtful': words.doubtful,
    'printer-paper-low': () => words.low,
  };
}

export const printerTextsEs = printerTexts(troublesEs, {
  low: { sentence: 'A la impresora de tickets le queda poco papel.', remedy: 'Tenga un rollo a mano.' },
  doubtful: (codes) => ({
    sentence: `No se sabe si salió un ticket${withText(codes, (text) => `: ${text}`)}.`,
    remedy: 'Mire si el ticket salió; si falta, abra el pedido e imprima una copia.',
  }),
});
export const printerTextsEn = printerTexts(troublesEn, {
  low: { sentence: 'The slip printer is low on paper.', remedy: 'Keep a roll at hand.' },
  doubtful: (codes) => ({
    sentence: `It is not known whether a slip came out${withText(codes, (text) => `: ${text}`)}.`,
    remedy: 'Look whether it came out; if it is missing, open the order and print a copy.',
  }),
});

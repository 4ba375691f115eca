import type { SaveErrorCode } from '../ipc-contract.ts';
import type { PartnerErrorCode, PartnerError } from '../partner.ts';
import { networkTextsEn, networkTextsEs } from './health/network.ts';

/** What each system calls the place where keys are kept. */
export const passwordManagerNamesEs =
  'Administrador de credenciales (Windows), Llaveros (macOS), Anillo de claves de GNOME o KWallet (Linux)';
export const passwordManagerNamesEn =
  'Credential Manager (Windows), Keychain Access (macOS), GNOME Keyring or KWallet (Linux)';

/** What went wrong, and what to do about it. */
export type ErrorText = { readonly sentence: string; readonly remedy: string };

const partnerEs: Readonly<Record<PartnerErrorCode, ErrorText>> = {
  unauthorized: {
    sentence: 'PedidosYa no aceptó la clave de la API.',
    remedy: 'Genere un token nuevo en Partner Portal y péguelo en Ajustes.',
  },
  forbidden: {
    sentence: 'La clave es válida, pero no da permiso para esta tienda.',
    remedy: 'Revise el identificador de la cadena y el de la tienda en Ajustes.',
  },
  'not-found': {
    sentence: 'PedidosYa no encontró la tienda o el pedido.',
    remedy: 'Revise el identificador de la cadena y el de la tienda en Ajustes.',
  },
  'rate-limited': {
    sentence: 'PedidosYa pidió esperar: hubo demasiadas consultas.',
    remedy: 'Mostrador vuelve a probar solo en un minuto.',
  },
  offline: {
    sentence: 'No hay conexión con PedidosYa.',
    remedy: 'Revise la conexión a internet. Mostrador vuelve a probar solo.',
  },
  'bad-response': {
    sentence: 'PedidosYa respondió algo que no se entiende.',
    remedy: 'Pruebe de nuevo en unos minutos. Si sigue, avise a Soporte de Integraciones.',
  },
  'no-end': {
    sentence: 'PedidosYa entrega una lista de pedidos que no termina.',
    remedy: 'Lo que se pudo leer ya está en la lista. Si sigue, avise a Soporte de Integraciones.',
  },
  blocked: networkTextsEs.blocked,
  certificate: networkTextsEs.certificate(null),
  proxy: networkTextsEs.proxy(null),
  'not-configured': {
    sentence: 'Faltan datos de la tienda o la clave de la API.',
    remedy: 'Complételos en Ajustes.',
  },
  'keychain-unavailable': {
    sentence: 'No se pudo leer la clave del administrador de contraseñas de la computadora.',
    remedy: 'Desbloquéelo o inicie sesión de nuevo en la computadora.',
  },
  'keys-gone': {
    sentence: 'Las claves de la tienda ya no están en esta computadora: no llega ningún pedido.',
    remedy:
      'Abra Mostrador y pegue otra vez la clave de la API. Si usa una dirección pública, cree otra contraseña del webhook y péguela en Partner Portal.',
  },
  'key-elsewhere': {
    sentence: 'La clave guardada es para otra dirección o para otro Client ID: no se envía.',
    remedy:
      'Pegue otra vez la clave en Ajustes. Si usted no cambió la dirección de la API, póngala como estaba.',
  },
};

const partnerEn: typeof partnerEs = {
  unauthorized: {
    sentence: 'PedidosYa did not accept the API key.',
    remedy: 'Create a new token in Partner Portal and paste it in Settings.',
  },
  forbidden: {
    sentence: 'The key is valid but has no right to this shop.',
    remedy: 'Check the chain id and the shop id in Settings.',
  },
  'not-found': {
    sentence: 'PedidosYa did not find the shop or the order.',
    remedy: 'Check the chain id and the shop id in Settings.',
  },
  'rate-limited': {
    sentence: 'PedidosYa asked to wait: there were too many requests.',
    remedy: 'Mostrador tries again by itself in a minute.',
  },
  offline: {
    sentence: 'There is no connection to PedidosYa.',
    remedy: 'Check the internet connection. Mostrador tries again by itself.',
  },
  'bad-response': {
    sentence: 'PedidosYa sent an answer that makes no sense.',
    remedy: 'Try again in a few minutes. If it goes on, tell Integration Support.',
  },
  'no-end': {
    sentence: 'PedidosYa sends a list of orders that never ends.',
    remedy: 'What could be read is in the list. If it goes on, tell Integration Support.',
  },
  blocked: networkTextsEn.blocked,
  certificate: networkTextsEn.certificate(null),
  proxy: networkTextsEn.proxy(null),
  'not-configured': {
    sentence: 'The shop or the API key is missing.',
    remedy: 'Fill them in under Settings.',
  },
  'keychain-unavailable': {
    sentence: "The key could not be read from the computer's password manager.",
    remedy: 'Unlock it or sign in to the computer again.',
  },
  'keys-gone': {
    sentence: "The shop's keys are no longer on this computer: no order arrives.",
    remedy:
      'Open Mostrador and paste the API key again. If you use a public address, create another webhook password and paste it in Partner Portal.',
  },
  'key-elsewhere': {
    sentence: 'The saved key is for another address or another client ID: it is not sent.',
    remedy: 'Paste the key again in Settings. If you did not change the address of the API, set it back.',
  },
};

const saveEs: Readonly<Record<SaveErrorCode, ErrorText>> = {
  invalid: { sentence: 'Hay un dato que no es válido.', remedy: 'Revise el campo marcado.' },
  'keychain-unavailable': {
    sentence: 'Esta computadora no tiene un administrador de contraseñas donde guardar la clave.',
    remedy: 'En Linux, instale gnome-keyring e inicie sesión de nuevo. La clave no se guardó.',
  },
  'keychain-locked': {
    sentence: 'El administrador de contraseñas de la computadora está bloqueado.',
    remedy: `Desbloquéelo con la contraseña de la computadora y guarde de nuevo: ${passwordManagerNamesEs}. La clave no se guardó.`,
  },
  'keychain-timeout': {
    sentence: 'El administrador de contraseñas de la computadora no respondió.',
    remedy:
      'Busque una ventana que pida la contraseña, o cierre la sesión y vuelva a entrar. La clave no se guardó.',
  },
  'disk-failed': {
    sentence: 'No se pudo escribir en el disco.',
    remedy: 'Libere espacio y guarde de nuevo.',
  },
  'secret-missing': { sentence: 'Todavía no hay una contraseña guardada.', remedy: 'Cree una primero.' },
  unexpected: {
    sentence: 'Algo falló y no se guardó.',
    remedy: 'Pruebe de nuevo. El registro de la aplicación tiene el detalle.',
  },
};

const saveEn: typeof saveEs = {
  invalid: { sentence: 'One entry is not valid.', remedy: 'Check the marked field.' },
  'keychain-unavailable': {
    sentence: 'This computer has no password manager to keep the key in.',
    remedy: 'On Linux, install gnome-keyring and sign in again. The key was not saved.',
  },
  'keychain-locked': {
    sentence: "The computer's password manager is locked.",
    remedy: `Unlock it with the computer's password and save again: ${passwordManagerNamesEn}. The key was not saved.`,
  },
  'keychain-timeout': {
    sentence: "The computer's password manager did not answer.",
    remedy: 'Look for a window that asks for a password, or sign in again. The key was not saved.',
  },
  'disk-failed': { sentence: 'The disk could not be written.', remedy: 'Free some space and save again.' },
  'secret-missing': { sentence: 'There is no saved password yet.', remedy: 'Create one first.' },
  unexpected: {
    sentence: 'Something failed and nothing was saved.',
    remedy: "Try again. The app's log has the detail.",
  },
};

/** A 404 without a word: there is no such address. */
const routeMissingEs: ErrorText = {
  sentence: 'PedidosYa no conoce esa dirección de consulta: respondió 404 sin decir nada.',
  remedy: 'Revise el identificador de la cadena y, en Ajustes → Avanzado, la dirección de la API.',
};
const routeMissingEn: typeof routeMissingEs = {
  sentence: 'PedidosYa does not know that address: it answered 404 and nothing else.',
  remedy: 'Check the chain id and, in Settings → Advanced, the address of the API.',
};

export const errorTextsEs = { partner: partnerEs, save: saveEs, routeMissing: routeMissingEs };
export const errorTextsEn: typeof errorTextsEs = {
  partner: partnerEn,
  save: saveEn,
  routeMissing: routeMissingEn,
};

/** What is to be said of a call that failed: with the name of what stands in the way, when it has one. */
export function partnerTrouble(
  { errors, network }: { readonly errors: typeof errorTextsEs; readonly network: typeof networkTextsEs },
  { code, detail, isRouteMissing }: PartnerError,
): ErrorText {
  if (isRouteMissing) return errors.routeMissing;
  return code === 'proxy' || code === 'certificate' ? network[code](detail) : errors.partner[code];
}

/** Of a page, or a part of one, that could not be drawn. */
export const pageTextsEs = {
  failedTitle: 'No se pudo mostrar esta página.',
  failedBody: 'Los pedidos se siguen recibiendo y los avisos siguen sonando. El error quedó en el registro.',
  reload: 'Volver a cargar',
  partFailed: 'No se pudo mostrar esta parte.',
  again: 'Probar de nuevo',
  unseen: 'Avisos sin ver',
  moreUnseen: (count: number) => `y ${String(count)} más`,
};

export const pageTextsEn: typeof pageTextsEs = {
  failedTitle: 'This page could not be shown.',
  failedBody: 'Orders are still received and alerts still sound. The error was logged.',
  reload: 'Load again',
  partFailed: 'This part could not be shown.',
  again: 'Try again',
  unseen: 'Unseen alerts',
  moreUnseen: (count) => `and ${String(count)} more`,
};

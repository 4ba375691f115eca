import { PARTNER_ERROR_CODES, type PartnerErrorCode } from '../../partner.ts';
import { errorTextsEn, errorTextsEs, type ErrorText } from '../errors.ts';

const titleEs: Readonly<Record<PartnerErrorCode, string>> = {
  offline: 'Sin conexión con PedidosYa',
  unauthorized: 'PedidosYa no acepta la clave',
  forbidden: 'La clave no sirve para esta tienda',
  'not-found': 'PedidosYa no encuentra la tienda',
  'rate-limited': 'PedidosYa no deja consultar',
  'bad-response': 'PedidosYa no responde bien',
  'no-end': 'La lista de PedidosYa no termina',
  blocked: 'Algo no deja llegar a PedidosYa',
  certificate: 'La conexión con PedidosYa no es de confianza',
  proxy: 'El proxy no deja llegar a PedidosYa',
  'not-configured': 'Faltan datos para consultar',
  'keychain-unavailable': 'No se puede leer la clave',
  'keys-gone': 'Faltan las claves de la tienda',
  'key-elsewhere': 'La clave guardada es para otra dirección',
};
const titleEn: typeof titleEs = {
  offline: 'No connection to PedidosYa',
  unauthorized: 'PedidosYa does not accept the key',
  forbidden: 'The key is not valid for this shop',
  'not-found': 'PedidosYa does not find the shop',
  'rate-limited': 'PedidosYa does not allow requests',
  'bad-response': 'PedidosYa does not answer properly',
  'no-end': 'The list from PedidosYa never ends',
  blocked: 'Something keeps PedidosYa out of reach',
  certificate: 'The connection to PedidosYa is not trusted',
  proxy: 'The proxy keeps PedidosYa out of reach',
  'not-configured': 'Data is missing to ask for orders',
  'keychain-unavailable': 'The key cannot be read',
  'keys-gone': "The shop's keys are gone",
  'key-elsewhere': 'The saved key is for another address',
};

/** The cause that a connection alert keeps as its reason. */
function toCause(reason: string | null): PartnerErrorCode {
  return PARTNER_ERROR_CODES.find((code) => code === reason) ?? 'offline';
}

/** Words of the alert that PedidosYa cannot be asked. `reason` is the alert's. */
export const connectionTextsEs = {
  title: (reason: string | null) => titleEs[toCause(reason)],
  body: (reason: string | null, clock: string) =>
    `Desde ${clock} no se pueden consultar los pedidos. ${connectionTextsEs.help(reason).remedy}`,
  /** The cause and what to do about it. */
  help: (reason: string | null): ErrorText => errorTextsEs.partner[toCause(reason)],
  backTitle: 'Conexión recuperada',
  backBody: 'Los pedidos están al día.',
};

export const connectionTextsEn: typeof connectionTextsEs = {
  title: (reason) => titleEn[toCause(reason)],
  body: (reason, clock) =>
    `Orders could not be asked for since ${clock}. ${connectionTextsEn.help(reason).remedy}`,
  help: (reason) => errorTextsEn.partner[toCause(reason)],
  backTitle: 'Connection restored',
  backBody: 'The orders are up to date.',
};

import type { SetupReason, SetupState } from '../setup.ts';
import type { ErrorText } from './errors.ts';

type Reasons = Readonly<Record<SetupReason, ErrorText>>;

export const setupStatesEs: Readonly<Record<SetupState, string>> = {
  open: 'Falta',
  unproven: 'Sin comprobar',
  proven: 'Comprobado',
  failing: 'Hay que arreglarlo',
};
export const setupStatesEn: typeof setupStatesEs = {
  open: 'Missing',
  unproven: 'Not proven yet',
  proven: 'Proven',
  failing: 'Needs a repair',
};

/** How a step stands, and what to do next inside the assistant. */
export const setupReasonsEs: Reasons = {
  'shop-missing': {
    sentence: 'Falta decir cuál es la tienda.',
    remedy: 'Pegar los dos identificadores, o dejar el de la tienda vacío para aprenderlo del primer aviso.',
  },
  'shop-unproven': {
    sentence: 'La tienda está anotada.',
    remedy: 'Se comprueba en el paso siguiente, con la clave.',
  },
  'shop-proven': { sentence: 'PedidosYa respondió por esta tienda.', remedy: '' },
  'key-missing': {
    sentence: 'Falta la clave de la API.',
    remedy: 'Generarla en Partner Portal con los pasos de abajo y pegarla.',
  },
  'key-unproven': {
    sentence: 'La clave está guardada, pero todavía no se probó.',
    remedy: 'Elegir «Guardar y probar». Si falta la tienda, completarla primero.',
  },
  'key-proven': { sentence: 'PedidosYa aceptó la clave.', remedy: '' },
  'secret-missing': {
    sentence: 'Todavía no hay secreto: los avisos se rechazan.',
    remedy: 'Elegir «Crear secreto». Si solo se va a consultar, se puede seguir sin él.',
  },
  'secret-unproven': {
    sentence: 'El secreto está creado; falta que PedidosYa lo use.',
    remedy: 'Copiarlo y pegarlo en Partner Portal. Se comprueba solo con el primer aviso.',
  },
  'secret-proven': { sentence: 'PedidosYa manda este secreto.', remedy: '' },
  'secret-previous': {
    sentence: 'PedidosYa todavía manda el secreto anterior.',
    remedy: 'Copiar el nuevo y pegarlo en Partner Portal. Mientras tanto valen los dos.',
  },
  'secret-refused': {
    sentence: 'Llegó un aviso con otro secreto y se rechazó.',
    remedy: 'Si era de PedidosYa: copiar el secreto de nuevo y pegarlo en Partner Portal sin cambiarle nada.',
  },
  'partner-unauthorized': {
    sentence: 'PedidosYa no aceptó la clave (401).',
    remedy: 'Generar un token nuevo en Partner Portal, copiarlo entero y pegarlo aquí.',
  },
  'partner-forbidden': {
    sentence: 'La clave es válida, pero no abre esta tienda (403).',
    remedy: 'Revisar los dos identificadores. La clave tiene que ser de la misma cadena.',
  },
  'partner-not-found': {
    sentence: 'PedidosYa no encontró esta tienda en la cadena (404).',
    remedy:
      'Revisar el Identificador de Vendedor: tiene que ser el de esta tienda, tal como está en el portal.',
  },
  'partner-no-route': {
    sentence: 'PedidosYa no conoce esa dirección de consulta (404 sin texto).',
    remedy: 'Revisar el identificador de la cadena y, en Ajustes → Avanzado, la dirección de la API.',
  },
  'partner-rate-limited': {
    sentence: 'PedidosYa pidió esperar: hubo demasiadas consultas (429).',
    remedy: 'Esperar un minuto. Mostrador vuelve a probar solo.',
  },
  'partner-offline': {
    sentence: 'No hay conexión con PedidosYa.',
    remedy: 'Revisar internet en esta computadora. Mostrador vuelve a probar solo.',
  },
  'partner-bad-response': {
    sentence: 'PedidosYa respondió algo que no se entiende.',
    remedy: 'Probar de nuevo en unos minutos. Si sigue, avisar a Soporte de Integraciones.',
  },
  'keychain-unavailable': {
    sentence: 'No se puede usar el llavero de esta computadora.',
    remedy: 'Desbloquearlo o iniciar sesión de nuevo. Sin llavero no se guarda ninguna clave.',
  },
};

export const setupReasonsEn: Reasons = {
  'shop-missing': {
    sentence: 'It is not known yet which shop this is.',
    remedy: 'Paste both ids, or leave the shop’s empty to learn it from the first alert.',
  },
  'shop-unproven': { sentence: 'The shop is noted.', remedy: 'The next step proves it, with the key.' },
  'shop-proven': { sentence: 'PedidosYa answered for this shop.', remedy: '' },
  'key-missing': {
    sentence: 'The API key is missing.',
    remedy: 'Create it in Partner Portal with the steps below and paste it.',
  },
  'key-unproven': {
    sentence: 'The key is saved but has not been tried.',
    remedy: 'Choose “Save and try”. If the shop is missing, fill that in first.',
  },
  'key-proven': { sentence: 'PedidosYa accepted the key.', remedy: '' },
  'secret-missing': {
    sentence: 'There is no secret yet: alerts are refused.',
    remedy: 'Choose “Create secret”. If orders are only to be asked for, go on without it.',
  },
  'secret-unproven': {
    sentence: 'The secret is made; PedidosYa has not used it yet.',
    remedy: 'Copy it and paste it in Partner Portal. The first alert proves it by itself.',
  },
  'secret-proven': { sentence: 'PedidosYa sends this secret.', remedy: '' },
  'secret-previous': {
    sentence: 'PedidosYa still sends the previous secret.',
    remedy: 'Copy the new one and paste it in Partner Portal. Both are valid meanwhile.',
  },
  'secret-refused': {
    sentence: 'An alert came with another secret and was refused.',
    remedy: 'If it was PedidosYa’s: copy the secret again and paste it in Partner Portal unchanged.',
  },
  'partner-unauthorized': {
    sentence: 'PedidosYa did not accept the key (401).',
    remedy: 'Create a new token in Partner Portal, copy all of it and paste it here.',
  },
  'partner-forbidden': {
    sentence: 'The key is valid but does not open this shop (403).',
    remedy: 'Check both ids. The key has to be of the same chain.',
  },
  'partner-not-found': {
    sentence: 'PedidosYa did not find this shop in the chain (404).',
    remedy: 'Check the Identificador de Vendedor: it has to be this shop’s, just as the portal shows it.',
  },
  'partner-no-route': {
    sentence: 'PedidosYa does not know that address (404 without a word).',
    remedy: 'Check the chain id and, in Settings → Advanced, the address of the API.',
  },
  'partner-rate-limited': {
    sentence: 'PedidosYa asked to wait: there were too many requests (429).',
    remedy: 'Wait a minute. Mostrador tries again by itself.',
  },
  'partner-offline': {
    sentence: 'There is no connection to PedidosYa.',
    remedy: 'Check this computer’s internet. Mostrador tries again by itself.',
  },
  'partner-bad-response': {
    sentence: 'PedidosYa answered something that cannot be understood.',
    remedy: 'Try again in a few minutes. If it goes on, tell Integration Support.',
  },
  'keychain-unavailable': {
    sentence: 'This computer’s keychain cannot be used.',
    remedy: 'Unlock it or sign in again. Without a keychain no key is kept.',
  },
};

import type { SetupReason, SetupState } from '../setup.ts';
import type { ErrorText } from './errors.ts';
import { networkTextsEs } from './network.ts';

export const setupStatesEs: Readonly<Record<SetupState, string>> = {
  open: 'Falta',
  unproven: 'Sin comprobar',
  proven: 'Comprobado',
  failing: 'Hay que arreglarlo',
  off: 'No hace falta',
};
/** How a step stands, and what to do next inside the assistant. */
export const setupReasonsEs: Readonly<Record<SetupReason, ErrorText>> = {
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
  'secret-off': {
    sentence: 'Sin avisos no hace falta secreto.',
    remedy: 'Crearlo solo si más adelante se elige una dirección pública.',
  },
  'address-undecided': {
    sentence: 'Falta elegir cómo llegan los avisos.',
    remedy: 'Elegir una dirección pública, o dejar «Solo consultar» y seguir.',
  },
  'address-off': {
    sentence: 'Solo consulta: Mostrador pregunta por pedidos cada 30 a 60 segundos.',
    remedy: 'Funciona entero así. Una dirección pública solo hace que suene antes.',
  },
  'address-starting': { sentence: 'Conectando la dirección pública…', remedy: 'Esperar unos segundos.' },
  'address-unverified': {
    sentence: 'Desde esta computadora no se puede comprobar la dirección.',
    remedy:
      'Hacer un pedido de prueba y, en cuanto llegue, seguir con el paso «Prueba»: vale por la comprobación.',
  },
  'address-proven': { sentence: 'La dirección pública llega a esta computadora.', remedy: '' },
  'address-failing': {
    sentence: 'La dirección pública no llega a esta computadora.',
    remedy: 'Revisar los datos de abajo.',
  },
  'test-missing': {
    sentence: 'Todavía no se envió ningún aviso de prueba.',
    remedy: 'Elegir «Enviar aviso de prueba»: suena un tono y no se guarda ningún pedido.',
  },
  'test-outdated': {
    sentence: 'La dirección o el secreto son otros que en la última prueba.',
    remedy: 'Elegir «Enviar aviso de prueba» otra vez.',
  },
  'test-nothing': {
    sentence: 'Todavía no puede llegar ningún pedido: la tienda o la clave faltan, o no se aceptaron.',
    remedy: 'Complete los pasos 1 y 2 y envíe otra prueba.',
  },
  'test-proven': { sentence: 'La prueba salió bien.', remedy: '' },
  'test-failing': {
    sentence: 'En la última prueba una de las luces no se encendió.',
    remedy: 'Hacer lo que dice esa luz y enviar otra prueba.',
  },
  'cases-none': {
    sentence: 'Todavía no llegó ningún caso.',
    remedy: 'Hacer pedidos en la tienda de pruebas: cada caso se marca solo cuando llega.',
  },
  'cases-some': {
    sentence: 'Algunos casos ya se vieron.',
    remedy: 'Hacer los que faltan en la tienda de pruebas: se marcan solos.',
  },
  'cases-proven': {
    sentence: 'Se vieron todos los casos.',
    remedy: 'Imprimir la lista para la reunión con Soporte de Integraciones.',
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
  'partner-no-end': {
    sentence: 'PedidosYa entrega una lista de pedidos que no termina.',
    remedy: 'Pruebe de nuevo en unos minutos. Si sigue, avise a Soporte de Integraciones.',
  },
  'partner-blocked': networkTextsEs.blocked,
  'partner-certificate': networkTextsEs.certificate(null),
  'partner-proxy': networkTextsEs.proxy(null),
  'partner-key-elsewhere': {
    sentence: 'Pegue otra vez la clave: la guardada es para otra dirección.',
    remedy: 'O ponga como estaban la dirección de la API y el ID de cliente.',
  },
  'keychain-unavailable': {
    sentence: 'No se puede usar el llavero de esta computadora.',
    remedy: 'Desbloquearlo o iniciar sesión de nuevo. Sin llavero no se guarda ninguna clave.',
  },
};

import type { SetupReason, SetupState } from '../../setup.ts';
import type { ErrorText } from '../errors.ts';
import { networkTextsEs } from '../health/network.ts';

export const setupStatesEs: Readonly<Record<SetupState, string>> = {
  open: 'Pendiente',
  unproven: 'Sin comprobar',
  proven: 'Listo',
  failing: 'Hay que arreglarlo',
  off: 'No hace falta',
};
/** How a step stands, and what to do next inside the assistant. */
export const setupReasonsEs: Readonly<Record<SetupReason, ErrorText>> = {
  'shop-missing': {
    sentence: 'Pegue tres datos de Partner Portal.',
    remedy: '',
  },
  'shop-unproven': {
    sentence: 'La tienda está anotada.',
    remedy: 'Se comprueba con la clave.',
  },
  'shop-proven': { sentence: 'PedidosYa respondió por esta tienda.', remedy: '' },
  'key-missing': {
    sentence: 'Falta la clave de la API.',
    remedy: 'Genérela en Partner Portal y péguela.',
  },
  'key-unproven': {
    sentence: 'La clave está guardada, pero todavía no se probó.',
    remedy: 'Elija «Conectar con PedidosYa». Si falta la tienda, complétela primero.',
  },
  'key-proven': { sentence: 'PedidosYa respondió: la tienda y la clave están bien.', remedy: '' },
  'secret-missing': {
    sentence: 'Todavía no hay contraseña: los avisos se rechazan.',
    remedy: 'Elija «Crear contraseña». Si solo va a consultar, puede continuar sin ella.',
  },
  'secret-unproven': {
    sentence: 'La contraseña está creada; falta que PedidosYa la use.',
    remedy: 'Péguela en Partner Portal. Se comprueba sola con el primer aviso.',
  },
  'secret-proven': { sentence: 'PedidosYa manda esta contraseña.', remedy: '' },
  'secret-previous': {
    sentence: 'PedidosYa todavía manda la contraseña anterior.',
    remedy: 'Copie la nueva y péguela en Partner Portal. Mientras tanto valen las dos.',
  },
  'secret-refused': {
    sentence: 'Llegó un aviso con otra contraseña y se rechazó.',
    remedy:
      'Si era de PedidosYa: copie la contraseña de nuevo y péguela en Partner Portal sin cambiarle nada.',
  },
  'secret-off': {
    sentence: 'Sin avisos no hace falta contraseña.',
    remedy: 'Créela solo si más adelante elige una dirección pública.',
  },
  'address-undecided': {
    sentence: 'Falta elegir cómo llegan los avisos.',
    remedy: 'Elija una dirección pública, o deje «Solo consultar» y continúe.',
  },
  'address-off': {
    sentence: 'Solo consulta: Mostrador pregunta por pedidos cada 30 a 60 segundos.',
    remedy: 'Funciona entero así. Una dirección pública solo hace que suene antes.',
  },
  'address-starting': { sentence: 'Conectando la dirección pública…', remedy: 'Espere unos segundos.' },
  'address-unverified': {
    sentence: 'Desde esta computadora no se puede comprobar la dirección.',
    remedy:
      'Haga un pedido de prueba y, en cuanto llegue, continúe con la prueba del día: vale por la comprobación.',
  },
  'address-proven': { sentence: 'La dirección pública llega a esta computadora.', remedy: '' },
  'address-failing': {
    sentence: 'La dirección pública no llega a esta computadora.',
    remedy: 'Revise los datos de abajo.',
  },
  'test-missing': {
    sentence: 'Compruebe todo el camino antes de abrir.',
    remedy: 'Elija «Hacer la prueba»: suena un tono y aparece una notificación. No se guarda ningún pedido.',
  },
  'test-outdated': {
    sentence: 'La dirección o la contraseña son otras que en la última prueba.',
    remedy: 'Haga la prueba otra vez.',
  },
  'test-nothing': {
    sentence: 'Todavía no puede llegar ningún pedido: la tienda o la clave faltan, o no se aceptaron.',
    remedy: 'Complete el paso 1 y haga la prueba otra vez.',
  },
  'test-proven': { sentence: 'La prueba salió bien.', remedy: '' },
  'test-failing': {
    sentence: 'En la última prueba algo no salió bien.',
    remedy: 'Haga lo que dice esa línea y repita la prueba.',
  },
  'cases-none': {
    sentence: 'Todavía no llegó ningún caso.',
    remedy: 'Haga pedidos en la tienda de pruebas: cada caso se marca solo cuando llega.',
  },
  'cases-some': {
    sentence: 'Algunos casos ya se vieron.',
    remedy: 'Haga los que faltan en la tienda de pruebas: se marcan solos.',
  },
  'cases-proven': {
    sentence: 'Se vieron todos los casos.',
    remedy: 'Imprima la lista para la reunión con Soporte de Integraciones.',
  },
  'partner-unauthorized': {
    sentence: 'PedidosYa no aceptó la clave (401).',
    remedy: 'Genere un token nuevo en Partner Portal, cópielo entero y péguelo en «Token Bearer».',
  },
  'partner-forbidden': {
    sentence: 'La clave es válida, pero no abre esta tienda (403).',
    remedy: 'Revise los dos identificadores. La clave tiene que ser de la misma cadena.',
  },
  'partner-not-found': {
    sentence: 'PedidosYa no encontró esta tienda en la cadena (404).',
    remedy:
      'Revise el Identificador de Vendedor: tiene que ser el de esta tienda, tal como está en el portal.',
  },
  'partner-no-route': {
    sentence: 'PedidosYa no conoce esa dirección de consulta (404 sin texto).',
    remedy: 'Revise el identificador de la cadena y, en Ajustes → Avanzado, la dirección de la API.',
  },
  'partner-rate-limited': {
    sentence: 'PedidosYa pidió esperar: hubo demasiadas consultas (429).',
    remedy: 'Espere un minuto. Mostrador vuelve a probar solo.',
  },
  'partner-offline': {
    sentence: 'No hay conexión con PedidosYa.',
    remedy: 'Revise internet en esta computadora. Mostrador vuelve a probar solo.',
  },
  'partner-bad-response': {
    sentence: 'PedidosYa respondió algo que no se entiende.',
    remedy: 'Pruebe de nuevo en unos minutos. Si sigue, avise a Soporte de Integraciones.',
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
    remedy: 'O ponga como estaban la dirección de la API y el Client ID.',
  },
  'keychain-unavailable': {
    sentence: 'No se puede usar el administrador de contraseñas de esta computadora.',
    remedy: 'Desbloquéelo o inicie sesión de nuevo. Sin él no se guarda ninguna clave.',
  },
};

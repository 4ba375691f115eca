import type { SetupStepId } from '../setup.ts';
import { setupProofTextsEn, setupProofTextsEs } from './setup-proof.ts';
import { setupReasonsEn, setupStatesEn } from './setup-reasons-en.ts';
import { setupReasonsEs, setupStatesEs } from './setup-reasons.ts';

const stepsEs: Readonly<Record<SetupStepId, string>> = {
  shop: 'Tienda',
  key: 'Clave de la API',
  secret: 'Secreto del aviso',
  address: 'Dirección pública',
  test: 'Prueba',
  cases: 'Homologación',
};
const stepsEn: typeof stepsEs = {
  shop: 'Shop',
  key: 'API key',
  secret: 'Webhook secret',
  address: 'Public address',
  test: 'Test',
  cases: 'Homologation',
};

export const setupTextsEs = {
  title: 'Configurar Mostrador',
  intro: 'Con Partner Portal abierto. Se puede cerrar y seguir después: lo comprobado queda.',
  stepsLabel: 'Pasos',
  steps: stepsEs,
  states: setupStatesEs,
  reasons: setupReasonsEs,
  stepOf: (index: number, count: number) => `Paso ${String(index)} de ${String(count)}`,
  back: 'Atrás',
  next: 'Seguir',
  skip: 'Seguir igual',
  saveAndNext: 'Guardar y seguir',
  notProven: 'No se pudo comprobar. Arriba dice por qué y qué hacer.',
  openCounter: 'Abrir el mostrador',
  portal: 'En el portal',
  ...setupProofTextsEs,
  shop: {
    body: 'Dos datos dicen cuál es la tienda. Nombre, país y hora los averigua Mostrador.',
    chainHint:
      'Abrir Partner Portal → Integraciones de la tienda, copiar la dirección de la página y pegarla entera aquí: el identificador se saca de ahí. También lo da el ejecutivo de cuenta.',
    chainFound: 'Se sacó de lo que se pegó.',
    vendorHint:
      'Partner Portal → Integraciones de la tienda → Configuración → Identificador de Vendedor. Si no se encuentra, dejarlo vacío: se aprende del primer aviso.',
    foundTitle: (name: string) => `Llegó un aviso de ${name}`,
    foundBody: (vendorId: string) => `Identificador de la tienda: ${vendorId}. ¿Es esta?`,
    foundNameless: 'una tienda sin nombre',
    useFound: 'Sí, usar esta tienda',
    typeTitle: 'Tipo de integración',
    typeBody:
      'Pedir a Soporte de Integraciones que la tienda tenga la integración «indirecta de POS»: es la de Pelican. Con otro tipo no llega ningún aviso.',
    more: 'Nombre, país y zona horaria',
    moreBody: 'Ya están puestos. Cambiarlos solo si algo no coincide.',
  },
  key: {
    clicks: [
      'Partner Portal → Integraciones de la tienda.',
      'Configuración → API → Administración de tokens: ingresar un nombre según su uso, por ejemplo «Gestión de órdenes».',
      'Generar un token Bearer y copiarlo.',
    ],
    label: 'Nombre que se le puso en el portal',
    labelHint: 'Para saber después cuál es. No es secreto.',
    usualLabel: 'Gestión de órdenes',
    careTitle: 'Qué tener en cuenta',
    care: [
      'Se pueden crear hasta 11 y no vencen: anotar cuál es cuál.',
      'Vale para todas las tiendas de la cadena (razón social).',
      'No compartirla con nadie, tampoco con soporte.',
      'Dar acceso al plugin Shops Integrations solo a quien lo necesita: ahí se ven los tokens.',
    ],
    chainFromClient: 'El identificador de la cadena se sacó del Client ID.',
  },
  secret: {
    body: 'PedidosYa lo manda con cada aviso, para que nadie más pueda mandar uno. Es otro que la clave de la API.',
    where: 'Pegarlo donde el portal pide la seguridad del webhook, junto a la dirección del aviso.',
    box: 'Secreto',
    saved: (last4: string | null, day: string | null) =>
      [
        ...(last4 === null ? [] : [`termina en ${last4}`]),
        ...(day === null ? [] : [`creado el ${day}`]),
      ].join(' · '),
    forms: { plain: 'Tal cual', basic: 'Autenticación básica' },
    formsLabel: 'Cómo se copia',
    formsHint:
      'Tal cual: un texto. Básica: empieza con «Basic» y lleva el usuario mostrador. El portal acepta cualquiera de los dos.',
    copied: {
      plain: 'Secreto copiado. Pegarlo en el portal.',
      basic: 'Copiado con «Basic» adelante. Pegarlo en el portal.',
    },
    rotate: 'Cambiarlo por otro',
    rotateSure: '¿Crear otro? Los dos valen hasta que se termine el cambio.',
    rotateYes: 'Sí, crear otro',
    overlapTitle: 'Hay un cambio de secreto en marcha',
    overlapBody: (last4: string | null) =>
      `El anterior${last4 === null ? '' : ` (termina en ${last4})`} se sigue aceptando. Terminar el cambio cuando PedidosYa ya mande el nuevo.`,
    endOverlap: 'Terminar el cambio',
    endSure: '¿Dejar de aceptar el anterior? Si PedidosYa todavía lo manda, sus avisos se rechazan.',
    endYes: 'Sí, terminar',
    ended: 'El secreto anterior ya no se acepta.',
  },
};

export const setupTextsEn: typeof setupTextsEs = {
  title: 'Set up Mostrador',
  intro: 'With Partner Portal open. It can be closed and resumed: what is proven stays.',
  stepsLabel: 'Steps',
  steps: stepsEn,
  states: setupStatesEn,
  reasons: setupReasonsEn,
  stepOf: (index, count) => `Step ${String(index)} of ${String(count)}`,
  back: 'Back',
  next: 'Next',
  skip: 'Go on anyway',
  saveAndNext: 'Save and go on',
  notProven: 'It could not be proven. Above it says why and what to do.',
  openCounter: 'Open the counter',
  portal: 'In the portal',
  ...setupProofTextsEn,
  shop: {
    body: 'Two ids say which shop this is. Mostrador finds out name, country and time by itself.',
    chainHint:
      'Open Partner Portal → Integraciones de la tienda, copy the address of the page and paste all of it here: the id is taken from it. Your account manager has it too.',
    chainFound: 'Taken from what was pasted.',
    vendorHint:
      'Partner Portal → Integraciones de la tienda → Configuración → Identificador de Vendedor. If you cannot find it, leave it empty: the first alert tells it.',
    foundTitle: (name) => `An alert came from ${name}`,
    foundBody: (vendorId) => `Shop id: ${vendorId}. Is it this one?`,
    foundNameless: 'a shop without a name',
    useFound: 'Yes, use this shop',
    typeTitle: 'Integration type',
    typeBody:
      'Ask Integration Support (Soporte de Integraciones) to give the shop the integration “indirecta de POS”: that is Pelican’s. With another type no alert arrives.',
    more: 'Name, country and time zone',
    moreBody: 'They are filled in. Change them only if something is not right.',
  },
  key: {
    clicks: [
      'Partner Portal → Integraciones de la tienda.',
      'Configuración → API → Administración de tokens: enter a name for its use, such as “Gestión de órdenes”.',
      'Generar un token Bearer, and copy it.',
    ],
    label: 'Name it was given in the portal',
    labelHint: 'To know later which one it is. It is no secret.',
    usualLabel: 'Gestión de órdenes',
    careTitle: 'Mind',
    care: [
      'Up to 11 can exist and they never expire: note which is which.',
      'It opens every shop of the chain (legal entity).',
      'Never share it, not even with support.',
      'Give access to the Shops Integrations plugin only to those who need it: it shows the tokens.',
    ],
    chainFromClient: 'The chain id was taken from the client ID.',
  },
  secret: {
    body: 'PedidosYa sends it with every alert, so that nobody else can send one. It is not the API key.',
    where: 'Paste it where the portal asks for the security of the webhook, next to the webhook’s address.',
    box: 'Secret',
    saved: (last4, day) =>
      [...(last4 === null ? [] : [`ends in ${last4}`]), ...(day === null ? [] : [`made on ${day}`])].join(
        ' · ',
      ),
    forms: { plain: 'As it is', basic: 'Basic authentication' },
    formsLabel: 'How to copy it',
    formsHint:
      'As it is: a text. Basic: begins with “Basic” and carries the user mostrador. The portal takes either.',
    copied: {
      plain: 'Secret copied. Paste it in the portal.',
      basic: 'Copied with “Basic” before it. Paste it in the portal.',
    },
    rotate: 'Change it for another',
    rotateSure: 'Create another? Both are valid until the change is ended.',
    rotateYes: 'Yes, create another',
    overlapTitle: 'A change of secret is under way',
    overlapBody: (last4) =>
      `The previous one${last4 === null ? '' : ` (ends in ${last4})`} is still accepted. End the change once PedidosYa sends the new one.`,
    endOverlap: 'End the change',
    endSure: 'Stop accepting the previous one? If PedidosYa still sends it, its alerts are refused.',
    endYes: 'Yes, end it',
    ended: 'The previous secret is no longer accepted.',
  },
};

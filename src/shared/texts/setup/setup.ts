import type { SetupPageId } from '../../setup.ts';
import { portalPagesEn, portalPagesEs } from './portal-pages.ts';
import { setupProofTextsEn, setupProofTextsEs } from './setup-proof.ts';
import { setupReasonsEn, setupStatesEn } from './setup-reasons-en.ts';
import { setupReasonsEs, setupStatesEs } from './setup-reasons.ts';

const stepsEs: Readonly<Record<SetupPageId, string>> = {
  shop: 'Tienda y clave',
  address: 'Dirección pública',
  secret: 'Contraseña del webhook',
  test: 'Prueba del día',
  cases: 'Homologación',
};
const stepsEn: typeof stepsEs = {
  shop: 'Shop and key',
  address: 'Public address',
  secret: 'Webhook password',
  test: 'Daily test',
  cases: 'Homologation',
};

export const setupTextsEs = {
  title: 'Configurar Mostrador',
  intro: 'Tenga Partner Portal abierto. Puede cerrar y continuar después: lo hecho queda guardado.',
  stepsLabel: 'Pasos',
  steps: stepsEs,
  states: setupStatesEs,
  reasons: setupReasonsEs,
  stepOf: (index: number, count: number) => `Paso ${String(index)} de ${String(count)}`,
  back: 'Atrás',
  next: 'Continuar',
  skip: 'Continuar sin verificar',
  saveAndNext: 'Guardar y continuar',
  connect: 'Conectar con PedidosYa',
  notProven: 'No se pudo comprobar. Más arriba dice por qué y qué hacer.',
  openCounter: 'Abrir el mostrador',
  portal: 'Dónde está en Partner Portal',
  openPortal: 'Abrir Partner Portal',
  portalPages: portalPagesEs,
  ...setupProofTextsEs,
  shop: {
    chainHint: 'Pegue la dirección de la página: Mostrador toma el identificador de ahí.',
    chainFound: 'Listo: se tomó de lo que pegó.',
    vendorHint: '¿No lo encuentra? Déjelo vacío: se aprende del primer aviso.',
    foundTitle: (name: string) => `Llegó un aviso de ${name}`,
    foundBody: (vendorId: string) => `Identificador de la tienda: ${vendorId}. ¿Es esta?`,
    foundNameless: 'una tienda sin nombre',
    useFound: 'Sí, usar esta tienda',
    typeTitle: 'Pida la integración «indirecta de POS»',
    typeBody: 'La pone Soporte de Integraciones; es la de Pelican. Con otra no llega ningún aviso.',
    more: 'Nombre, país y zona horaria',
    moreBody: 'Ya están puestos. Cámbielos solo si algo no coincide.',
  },
  key: {
    label: 'Nombre de la clave en el portal',
    labelHint: 'Para saber después cuál es. Puede verlo cualquiera.',
    usualLabel: 'Gestión de órdenes',
    haveClient: 'PedidosYa me dio Client ID y Client Secret',
    haveToken: 'Tengo un token Bearer',
    careTitle: 'Cómo cuidar la clave',
    care: [
      'Se pueden crear hasta 11 y no vencen: anote cuál es cuál.',
      'Vale para todas las tiendas de la cadena (razón social).',
      'No la comparta con nadie, tampoco con soporte.',
      'Dé acceso al plugin Shops Integrations solo a quien lo necesite: ahí se ven los tokens.',
    ],
  },
  secret: {
    body: 'Copie los dos datos y péguelos en Partner Portal. Así PedidosYa sabe adónde avisar, y nadie más puede hacerlo.',
    notNeeded: 'Sin dirección pública no hace falta: Mostrador consulta los pedidos solo.',
    box: 'Contraseña del webhook',
    saved: (last4: string | null, day: string | null) =>
      [
        ...(last4 === null ? [] : [`termina en ${last4}`]),
        ...(day === null ? [] : [`creada el ${day}`]),
      ].join(' · '),
    forms: { plain: 'Tal cual', basic: 'Autenticación básica' },
    formsLabel: 'Cómo se copia',
    formsHint:
      'Tal cual: un texto. Básica: empieza con «Basic» y lleva el usuario mostrador. El portal acepta cualquiera de las dos.',
    copied: {
      plain: 'Contraseña copiada. Péguela en el portal.',
      basic: 'Copiada con «Basic» adelante. Péguela en el portal.',
    },
    rotate: 'Cambiarla por otra',
    rotateSure: '¿Crear otra? Las dos valen hasta que termine el cambio.',
    rotateYes: 'Sí, crear otra',
    overlapTitle: 'Hay un cambio de contraseña en marcha',
    overlapBody: (last4: string | null) =>
      `La anterior${last4 === null ? '' : ` (termina en ${last4})`} se sigue aceptando. Termine el cambio cuando PedidosYa ya mande la nueva.`,
    endOverlap: 'Terminar el cambio',
    endSure: '¿Dejar de aceptar la anterior? Si PedidosYa todavía la manda, sus avisos se rechazan.',
    endYes: 'Sí, terminar',
    ended: 'La contraseña anterior ya no se acepta.',
  },
};

export const setupTextsEn: typeof setupTextsEs = {
  title: 'Set up Mostrador',
  intro: 'Have Partner Portal open. You can close and go on later: what is done is kept.',
  stepsLabel: 'Steps',
  steps: stepsEn,
  states: setupStatesEn,
  reasons: setupReasonsEn,
  stepOf: (index, count) => `Step ${String(index)} of ${String(count)}`,
  back: 'Back',
  next: 'Continue',
  skip: 'Continue without checking',
  saveAndNext: 'Save and continue',
  connect: 'Connect to PedidosYa',
  notProven: 'It could not be checked. Above it says why and what to do.',
  openCounter: 'Open the counter',
  portal: 'Where it is in Partner Portal',
  openPortal: 'Open Partner Portal',
  portalPages: portalPagesEn,
  ...setupProofTextsEn,
  shop: {
    chainHint: 'Paste the address of the page: Mostrador takes the id from it.',
    chainFound: 'Done: taken from what you pasted.',
    vendorHint: 'Cannot find it? Leave it empty: the first alert tells it.',
    foundTitle: (name) => `An alert came from ${name}`,
    foundBody: (vendorId) => `Shop id: ${vendorId}. Is it this one?`,
    foundNameless: 'a shop without a name',
    useFound: 'Yes, use this shop',
    typeTitle: 'Ask for the integration “indirecta de POS”',
    typeBody: 'Integration Support sets it; it is Pelican’s. With another one no alert arrives.',
    more: 'Name, country and time zone',
    moreBody: 'They are filled in. Change them only if something is not right.',
  },
  key: {
    label: 'Name of the key in the portal',
    labelHint: 'To know later which one it is. Anybody may see it.',
    usualLabel: 'Gestión de órdenes',
    haveClient: 'PedidosYa gave me a Client ID and a Client Secret',
    haveToken: 'I have a Bearer token',
    careTitle: 'How to look after the key',
    care: [
      'Up to 11 can exist and they never expire: note which is which.',
      'It opens every shop of the chain (legal entity).',
      'Never share it, not even with support.',
      'Give access to the Shops Integrations plugin only to those who need it: it shows the tokens.',
    ],
  },
  secret: {
    body: 'Copy both values and paste them in Partner Portal. Then PedidosYa knows where to call, and nobody else can.',
    notNeeded: 'Without a public address it is not needed: Mostrador asks for the orders by itself.',
    box: 'Webhook password',
    saved: (last4, day) =>
      [...(last4 === null ? [] : [`ends in ${last4}`]), ...(day === null ? [] : [`made on ${day}`])].join(
        ' · ',
      ),
    forms: { plain: 'As it is', basic: 'Basic authentication' },
    formsLabel: 'How to copy it',
    formsHint:
      'As it is: a text. Basic: begins with “Basic” and carries the user mostrador. The portal takes either.',
    copied: {
      plain: 'Password copied. Paste it in the portal.',
      basic: 'Copied with “Basic” before it. Paste it in the portal.',
    },
    rotate: 'Change it for another',
    rotateSure: 'Create another? Both are valid until the change is ended.',
    rotateYes: 'Yes, create another',
    overlapTitle: 'A change of password is under way',
    overlapBody: (last4) =>
      `The previous one${last4 === null ? '' : ` (ends in ${last4})`} is still accepted. End the change once PedidosYa sends the new one.`,
    endOverlap: 'End the change',
    endSure: 'Stop accepting the previous one? If PedidosYa still sends it, its alerts are refused.',
    endYes: 'Yes, end it',
    ended: 'The previous password is no longer accepted.',
  },
};

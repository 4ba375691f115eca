import { withText, type Fact } from '../../health/fact.ts';
import type { HealthCode } from '../../health/health.ts';
import { clockTextsEn, clockTextsEs } from './clock.ts';
import { errorTextsEn, errorTextsEs, type ErrorText } from '../errors.ts';
import { printerTextsEn, printerTextsEs } from '../orders/printer.ts';
import { outgoingHealthEn, outgoingHealthEs } from '../outgoing.ts';
import { outletHealthEn, outletHealthEs } from '../outlet.ts';
import { syncTextsEn, syncTextsEs } from './sync.ts';
import { webhookHealthEn, webhookHealthEs } from './webhook-health.ts';
import { networkTextsEn, networkTextsEs } from './network.ts';
import { tunnelTextsEn, tunnelTextsEs, tunnelTrouble } from '../tunnel/tunnel.ts';

type HealthTexts = Readonly<Record<HealthCode, (detail: Fact | null) => ErrorText>>;

function portFacts(fact: Fact | null) {
  const isKnown = fact !== null && typeof fact !== 'string' && fact.kind === 'port';
  const { port, owner, suggested } = isKnown ? fact : { port: '', owner: null, suggested: null };
  // One profile runs once: another that runs is another user's.
  return { port: String(port), owner, suggested, isOurs: /^mostrador(\.exe)?$/i.test(owner ?? '') };
}

export const healthTextsEs: HealthTexts = {
  ok: () => ({ sentence: 'Todo bien.', remedy: '' }),
  starting: () => ({ sentence: 'Iniciando…', remedy: '' }),
  'not-configured': () => ({
    sentence: 'Falta configurar la tienda.',
    remedy: 'Abra Ajustes y complete los datos.',
  }),
  'partner-unauthorized': () => errorTextsEs.partner.unauthorized,
  'partner-forbidden': () => errorTextsEs.partner.forbidden,
  'partner-not-found': () => errorTextsEs.partner['not-found'],
  'partner-no-route': () => errorTextsEs.routeMissing,
  'partner-rate-limited': () => errorTextsEs.partner['rate-limited'],
  'partner-offline': () => errorTextsEs.partner.offline,
  'partner-bad-response': () => errorTextsEs.partner['bad-response'],
  'partner-no-end': () => errorTextsEs.partner['no-end'],
  ...syncTextsEs,
  'partner-blocked': () => networkTextsEs.blocked,
  'partner-certificate': networkTextsEs.certificate,
  'partner-proxy': networkTextsEs.proxy,
  'partner-key-elsewhere': () => errorTextsEs.partner['key-elsewhere'],
  'receiver-port-in-use': (detail) => {
    const { port, owner, suggested, isOurs } = portFacts(detail);
    const by = isOurs ? ' por otro Mostrador' : owner === null ? '' : ` por ${owner}`;
    const close = isOurs
      ? 'Solo uno a la vez recibe avisos: cierre la sesión del otro usuario de esta computadora'
      : owner === null
        ? 'Cierre el programa que lo usa (quizás Mostrador, abierto por otro usuario de esta computadora)'
        : 'Cierre ese programa';
    return {
      sentence: `El puerto ${port}, que recibe los avisos, está ocupado${by}.`,
      remedy:
        suggested === null
          ? `${close}, o elija otro puerto en Ajustes.`
          : `${close}, o elija otro puerto en Ajustes: el ${String(suggested)} está libre.`,
    };
  },
  ...webhookHealthEs,
  'keychain-unavailable': () => errorTextsEs.partner['keychain-unavailable'],
  'keys-gone': () => errorTextsEs.partner['keys-gone'],
  'settings-damaged': (detail) => ({
    sentence: `Los ajustes estaban dañados y volvieron a su valor inicial${withText(detail, (text) => `; una copia quedó en ${text}`)}.`,
    remedy: 'Revise los datos en Ajustes.',
  }),
  'store-failed': () => ({
    sentence: 'No se pudo guardar un cambio.',
    remedy: 'Mostrador vuelve a probar solo. Si sigue así, reinicie Mostrador.',
  }),
  'store-full': () => ({
    sentence: 'El disco está lleno: los pedidos nuevos no se pueden guardar.',
    remedy: 'Libere espacio en el disco y no cierre Mostrador. Los avisos siguen sonando mientras tanto.',
  }),
  'store-locked': () => ({
    sentence: 'Otro programa tiene tomado el archivo de pedidos: lo nuevo no se puede guardar.',
    remedy:
      'Cierre ese programa (una copia de seguridad o un antivirus) y no cierre Mostrador. Los avisos siguen sonando.',
  }),
  'store-unwritable': () => ({
    sentence: 'El disco falla: los pedidos nuevos no se pueden guardar.',
    remedy: 'Revise el disco y no cierre Mostrador. Los avisos siguen sonando mientras tanto.',
  }),
  'store-rebuilt': (detail) => ({
    sentence: `El archivo de pedidos estaba dañado y se creó de nuevo${withText(detail, (text) => `; una copia quedó en ${text}`)}.`,
    remedy: 'No hay que hacer nada: los pedidos se vuelven a leer de PedidosYa.',
  }),
  'store-newer': (detail) => ({
    sentence: `El archivo de pedidos era de una versión más nueva de Mostrador y se creó de nuevo${withText(detail, (text) => `; una copia quedó en ${text}`)}.`,
    remedy: 'Instale la versión más nueva de Mostrador. Los pedidos se vuelven a leer de PedidosYa.',
  }),
  'tunnel-off': () => ({
    sentence: 'Sin dirección pública: los pedidos se consultan cada minuto.',
    remedy: '',
  }),
  'tunnel-unproven': () => ({
    sentence: 'La dirección pública todavía no se comprobó: los pedidos se consultan cada minuto.',
    remedy: '',
  }),
  'tunnel-broken': (detail) => tunnelTrouble(tunnelTextsEs, 'offline', detail),
  'tunnel-failed': (detail) => tunnelTrouble(tunnelTextsEs, 'failed', detail),
  'sound-no-device': () => ({
    sentence: 'Esta computadora no tiene una salida de sonido.',
    remedy: 'Conecte parlantes o auriculares. El aviso en pantalla sigue apareciendo.',
  }),
  'sound-failed': () => ({
    sentence: 'No se pudo hacer sonar el aviso.',
    remedy: 'Revise los parlantes y el volumen de la computadora.',
  }),
  'sound-volume-zero': () => ({
    sentence: 'El volumen de los avisos está en 0: no se oyen.',
    remedy: 'Súbalo en Ajustes, en la parte Avisos.',
  }),
  'sound-computer-muted': () => ({
    sentence: 'Esta computadora está en silencio: los avisos no se oyen.',
    remedy: 'Active el sonido de la computadora.',
  }),
  'sound-computer-volume-zero': () => ({
    sentence: 'El volumen de esta computadora está en 0: los avisos no se oyen.',
    remedy: 'Suba el volumen de la computadora.',
  }),
  'toasts-missing': () => ({
    sentence: 'El escritorio de esta computadora no mostró una notificación.',
    remedy:
      'Revise que las notificaciones estén activadas, o cierre la sesión y vuelva a entrar. El sonido y la tarjeta avisan igual.',
  }),
  'toasts-silent': () => ({
    sentence: 'El escritorio de esta computadora no contesta: las notificaciones pueden faltar.',
    remedy: 'Cierre la sesión de la computadora y vuelva a entrar. El sonido y la tarjeta avisan igual.',
  }),
  ...clockTextsEs,
  ...printerTextsEs,
  ...outgoingHealthEs,
  ...outletHealthEs,
  'not-used': () => ({ sentence: 'No se usa.', remedy: '' }),
};

export const healthTextsEn: HealthTexts = {
  ok: () => ({ sentence: 'All well.', remedy: '' }),
  starting: () => ({ sentence: 'Starting…', remedy: '' }),
  'not-configured': () => ({
    sentence: 'The shop is not set up yet.',
    remedy: 'Open Settings and fill in the data.',
  }),
  'partner-unauthorized': () => errorTextsEn.partner.unauthorized,
  'partner-forbidden': () => errorTextsEn.partner.forbidden,
  'partner-not-found': () => errorTextsEn.partner['not-found'],
  'partner-no-route': () => errorTextsEn.routeMissing,
  'partner-rate-limited': () => errorTextsEn.partner['rate-limited'],
  'partner-offline': () => errorTextsEn.partner.offline,
  'partner-bad-response': () => errorTextsEn.partner['bad-response'],
  'partner-no-end': () => errorTextsEn.partner['no-end'],
  ...syncTextsEn,
  'partner-blocked': () => networkTextsEn.blocked,
  'partner-certificate': networkTextsEn.certificate,
  'partner-proxy': networkTextsEn.proxy,
  'partner-key-elsewhere': () => errorTextsEn.partner['key-elsewhere'],
  'receiver-port-in-use': (detail) => {
    const { port, owner, suggested, isOurs } = portFacts(detail);
    const by = isOurs ? ' by another Mostrador' : owner === null ? '' : ` by ${owner}`;
    const close = isOurs
      ? 'Only one at a time receives alerts: sign the other user of this computer out'
      : owner === null
        ? 'Close the program that uses it (perhaps Mostrador, opened by another user of this computer)'
        : 'Close that program';
    return {
      sentence: `Port ${port}, which receives the alerts, is taken${by}.`,
      remedy:
        suggested === null
          ? `${close}, or choose another port in Settings.`
          : `${close}, or choose another port in Settings: ${String(suggested)} is free.`,
    };
  },
  ...webhookHealthEn,
  'keychain-unavailable': () => errorTextsEn.partner['keychain-unavailable'],
  'keys-gone': () => errorTextsEn.partner['keys-gone'],
  'settings-damaged': (detail) => ({
    sentence: `The settings were damaged and start from their first values${withText(detail, (text) => `; a copy was kept in ${text}`)}.`,
    remedy: 'Check the data in Settings.',
  }),
  'store-failed': () => ({
    sentence: 'One change could not be stored.',
    remedy: 'Mostrador tries again by itself. If this stays, restart Mostrador.',
  }),
  'store-full': () => ({
    sentence: 'The disk is full: new orders cannot be stored.',
    remedy: 'Free some space on the disk and keep Mostrador open. Alerts go on ringing meanwhile.',
  }),
  'store-locked': () => ({
    sentence: 'Another program holds the orders file: nothing new can be stored.',
    remedy: 'Close that program (a backup or an antivirus) and keep Mostrador open. Alerts go on ringing.',
  }),
  'store-unwritable': () => ({
    sentence: 'The disk is failing: new orders cannot be stored.',
    remedy: 'Check the disk and keep Mostrador open. Alerts go on ringing meanwhile.',
  }),
  'store-rebuilt': (detail) => ({
    sentence: `The order file was damaged and was created again${withText(detail, (text) => `; a copy was kept in ${text}`)}.`,
    remedy: 'Nothing to do: the orders are read from PedidosYa again.',
  }),
  'store-newer': (detail) => ({
    sentence: `The orders file was of a newer version of Mostrador and was created again${withText(detail, (text) => `; a copy is kept in ${text}`)}.`,
    remedy: 'Install the newest version of Mostrador. The orders are read from PedidosYa again.',
  }),
  'tunnel-off': () => ({
    sentence: 'No public address: orders are asked for every minute.',
    remedy: '',
  }),
  'tunnel-unproven': () => ({
    sentence: 'The public address is not checked yet: orders are asked for every minute.',
    remedy: '',
  }),
  'tunnel-broken': (detail) => tunnelTrouble(tunnelTextsEn, 'offline', detail),
  'tunnel-failed': (detail) => tunnelTrouble(tunnelTextsEn, 'failed', detail),
  'sound-no-device': () => ({
    sentence: 'This computer has no sound output.',
    remedy: 'Connect speakers or headphones. The alert on the screen still appears.',
  }),
  'sound-failed': () => ({
    sentence: 'The alert could not be played.',
    remedy: "Check the speakers and the computer's volume.",
  }),
  'sound-volume-zero': () => ({
    sentence: 'The volume of alerts is 0: they cannot be heard.',
    remedy: 'Turn it up in Settings, under Alerts.',
  }),
  'sound-computer-muted': () => ({
    sentence: 'This computer is muted: alerts cannot be heard.',
    remedy: "Turn the computer's sound on.",
  }),
  'sound-computer-volume-zero': () => ({
    sentence: "This computer's volume is 0: alerts cannot be heard.",
    remedy: "Turn the computer's volume up.",
  }),
  'toasts-missing': () => ({
    sentence: "This computer's desktop did not show a notification.",
    remedy: 'Check that notifications are on, or sign out and in again. Sound and card alert all the same.',
  }),
  'toasts-silent': () => ({
    sentence: "This computer's desktop does not answer: notifications may be missing.",
    remedy: 'Sign out of the computer and in again. Sound and card alert all the same.',
  }),
  ...clockTextsEn,
  ...printerTextsEn,
  ...outgoingHealthEn,
  ...outletHealthEn,
  'not-used': () => ({ sentence: 'Not used.', remedy: '' }),
};

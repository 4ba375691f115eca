import type { HealthCode } from '../../health/health.ts';
import type { ErrorText } from '../errors.ts';

type WebhookCode = Extract<
  HealthCode,
  `webhook-${string}` | 'receiver-no-secret' | 'receiver-failed' | 'receiver-crowded'
>;
type WebhookTexts = Readonly<Record<WebhookCode, () => ErrorText>>;

/** What keeps webhooks from arriving, or speaks against it. Orders are found all the same. */
export const webhookHealthEs: WebhookTexts = {
  'receiver-no-secret': () => ({
    sentence: 'No hay contraseña del webhook: se rechazan todos los avisos de PedidosYa.',
    remedy: 'Cree la contraseña en Ajustes y cópiela en Partner Portal.',
  }),
  'receiver-failed': () => ({
    sentence: 'No se pudo abrir el receptor de avisos.',
    remedy: 'Elija otro puerto en Ajustes o reinicie la computadora.',
  }),
  'webhook-wrong-secret': () => ({
    sentence: 'Se rechazó un aviso: la contraseña del portal es otra. Los pedidos se consultan cada minuto.',
    remedy: 'Copie la contraseña de Ajustes y péguela en Partner Portal.',
  }),
  'webhook-wrong-address': () => ({
    sentence: 'Llegó un aviso a otra dirección y se rechazó. Los pedidos se consultan cada minuto.',
    remedy:
      'En Ajustes → Configurar paso a paso, copie la dirección del webhook y péguela en Partner Portal.',
  }),
  'webhook-unreadable': () => ({
    sentence: 'Llegó un aviso que no se pudo leer. Los pedidos se consultan cada minuto.',
    remedy: 'Abra Avisos recibidos: ahí dice por qué. Si se repite, avise a quien instaló Mostrador.',
  }),
  'webhook-other-shop': () => ({
    sentence: 'PedidosYa llama por otra tienda y no por esta. Los pedidos se consultan cada minuto.',
    remedy:
      'Revise el identificador de la tienda en Ajustes, y en Partner Portal que esta tienda tenga la dirección.',
  }),
  'webhook-not-calling': () => ({
    sentence: 'PedidosYa no está llamando: un pedido se encontró al consultar. Se consulta cada minuto.',
    remedy: 'Revise la dirección y la contraseña del webhook en Partner Portal.',
  }),
  'receiver-crowded': () => ({
    sentence: 'Desconocidos abren demasiadas conexiones a la dirección del webhook.',
    remedy: 'Los avisos de PedidosYa entran igual. Si sigue, avise a quien instaló Mostrador.',
  }),
};

export const webhookHealthEn: WebhookTexts = {
  'receiver-no-secret': () => ({
    sentence: 'There is no webhook password: every alert from PedidosYa is refused.',
    remedy: 'Create the password in Settings and copy it into Partner Portal.',
  }),
  'receiver-failed': () => ({
    sentence: 'The alert receiver could not be opened.',
    remedy: 'Choose another port in Settings or restart the computer.',
  }),
  'webhook-wrong-secret': () => ({
    sentence:
      'An alert was refused: the password in the portal is another one. Orders are asked for every minute.',
    remedy: 'Copy the password from Settings and paste it into Partner Portal.',
  }),
  'webhook-wrong-address': () => ({
    sentence: 'An alert came to another address and was refused. Orders are asked for every minute.',
    remedy:
      'Under Settings → Set up step by step, copy the webhook address and paste it into Partner Portal.',
  }),
  'webhook-unreadable': () => ({
    sentence: 'An alert came that could not be read. Orders are asked for every minute.',
    remedy: 'Open Alerts received: it says why. If it happens again, tell whoever installed Mostrador.',
  }),
  'webhook-other-shop': () => ({
    sentence: 'PedidosYa calls for another shop and not for this one. Orders are asked for every minute.',
    remedy: 'Check the shop id in Settings, and in Partner Portal that this shop has the address.',
  }),
  'webhook-not-calling': () => ({
    sentence: 'PedidosYa does not call: an order was found by asking. Orders are asked for every minute.',
    remedy: 'Check the address and the password of the webhook in Partner Portal.',
  }),
  'receiver-crowded': () => ({
    sentence: 'Strangers open too many connections to the webhook address.',
    remedy: 'Alerts from PedidosYa get in all the same. If it goes on, tell whoever installed Mostrador.',
  }),
};

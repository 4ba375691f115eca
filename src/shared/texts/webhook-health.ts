import type { HealthCode } from '../health.ts';
import type { ErrorText } from './errors.ts';

type WebhookCode = Extract<
  HealthCode,
  `webhook-${string}` | 'receiver-no-secret' | 'receiver-failed' | 'receiver-crowded'
>;
type WebhookTexts = Readonly<Record<WebhookCode, () => ErrorText>>;

/** What keeps webhooks from arriving, or speaks against it. Orders are found all the same. */
export const webhookHealthEs: WebhookTexts = {
  'receiver-no-secret': () => ({
    sentence: 'No hay secreto del aviso: se rechazan todos los avisos de PedidosYa.',
    remedy: 'Crear el secreto en Ajustes y copiarlo en Partner Portal.',
  }),
  'receiver-failed': () => ({
    sentence: 'No se pudo abrir el receptor de avisos.',
    remedy: 'Elegir otro puerto en Ajustes o reiniciar la computadora.',
  }),
  'webhook-wrong-secret': () => ({
    sentence: 'Se rechazó un aviso: el secreto del portal es otro. Los pedidos se consultan cada poco.',
    remedy: 'Copie el secreto de Ajustes y péguelo en Partner Portal.',
  }),
  'webhook-wrong-address': () => ({
    sentence: 'Llegó un aviso a otra dirección y se rechazó. Los pedidos se consultan cada poco.',
    remedy: 'Copie la dirección de los avisos de Ajustes y péguela en Partner Portal.',
  }),
  'webhook-unreadable': () => ({
    sentence: 'Llegó un aviso que no se pudo leer. Los pedidos se consultan cada poco.',
    remedy: 'Abra Avisos recibidos: ahí dice qué tenía. Si se repite, avise a quien instaló Mostrador.',
  }),
  'webhook-other-shop': () => ({
    sentence: 'PedidosYa llama por otro local y no por este. Los pedidos se consultan cada poco.',
    remedy:
      'Revise el número de la tienda en Ajustes, y en Partner Portal que este local tenga la dirección.',
  }),
  'webhook-not-calling': () => ({
    sentence: 'PedidosYa no está llamando: un pedido se encontró al consultar. Se consulta cada poco.',
    remedy: 'Revise la dirección y el secreto de los avisos en Partner Portal.',
  }),
  'receiver-crowded': () => ({
    sentence: 'Desconocidos abren demasiadas conexiones a la dirección de los avisos.',
    remedy: 'Los avisos de PedidosYa entran igual. Si sigue, avise a quien instaló Mostrador.',
  }),
};

export const webhookHealthEn: WebhookTexts = {
  'receiver-no-secret': () => ({
    sentence: 'There is no webhook secret: every alert from PedidosYa is refused.',
    remedy: 'Create the secret in Settings and copy it into Partner Portal.',
  }),
  'receiver-failed': () => ({
    sentence: 'The alert receiver could not be opened.',
    remedy: 'Choose another port in Settings or restart the computer.',
  }),
  'webhook-wrong-secret': () => ({
    sentence:
      'An alert was refused: the secret in the portal is another one. Orders are asked for every little while.',
    remedy: 'Copy the secret from Settings and paste it into Partner Portal.',
  }),
  'webhook-wrong-address': () => ({
    sentence: 'An alert came to another address and was refused. Orders are asked for every little while.',
    remedy: 'Copy the webhook address from Settings and paste it into Partner Portal.',
  }),
  'webhook-unreadable': () => ({
    sentence: 'An alert came that could not be read. Orders are asked for every little while.',
    remedy:
      'Open Alerts received: it says what was in it. If it happens again, tell whoever installed Mostrador.',
  }),
  'webhook-other-shop': () => ({
    sentence:
      'PedidosYa calls for another shop and not for this one. Orders are asked for every little while.',
    remedy: 'Check the shop’s number in Settings, and in Partner Portal that this shop has the address.',
  }),
  'webhook-not-calling': () => ({
    sentence:
      'PedidosYa does not call: an order was found by asking. Orders are asked for every little while.',
    remedy: 'Check the address and the secret of the webhook in Partner Portal.',
  }),
  'receiver-crowded': () => ({
    sentence: 'Strangers open too many connections to the webhook address.',
    remedy: 'Alerts from PedidosYa get in all the same. If it goes on, tell whoever installed Mostrador.',
  }),
};

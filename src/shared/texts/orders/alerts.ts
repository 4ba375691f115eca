import { platformWordsEn, platformWordsEs } from './platform-words.ts';

export const alertTextsEs = {
  /** Why an order was cancelled. */
  reason: platformWordsEs.reason,
  readyTitle: (code: string) => `Pedido ${code} listo para retirar`,
  /** `since`: a clock time, when it was ready long before it became known here. */
  readyBody: (firstName: string | null, since: string | null) =>
    [
      firstName === null ? 'Esperando al repartidor.' : `Para ${firstName}.`,
      ...(since === null ? [] : [`Listo desde ${since}.`]),
    ].join(' '),
  cancelledTitle: (code: string) => `NO ENTREGAR ${code}`,
  cancelledBody: (reason: string | null) =>
    reason === null ? 'Pedido cancelado.' : `Pedido cancelado: ${platformWordsEs.reason(reason)}.`,
  cancelledAfterTitle: (code: string) => `Pedido ${code} cancelado después de entregado`,
  cancelledAfterBody: (reason: string | null) =>
    reason === null
      ? 'Ya había salido de la tienda.'
      : `Ya había salido de la tienda: ${platformWordsEs.reason(reason)}.`,
  unclearTitle: (code: string) => `Mirar este pedido: ${code}`,
  unclearBody: (status: string | null) =>
    `PedidosYa informa un estado que Mostrador no conoce${status === null ? '' : `: ${status}`}. Mire en el portal qué hay que hacer.`,
  unseenTitle: (count: number) => (count === 1 ? '1 aviso sin ver' : `${String(count)} avisos sin ver`),
  refreshTitle: 'Actualizar pedidos',
  noNews: 'Sin novedades',
  stopped: { sentence: 'Consulta detenida.', remedy: 'Mostrador vuelve a consultar solo, como siempre.' },
  newOrders: (count: number) => (count === 1 ? '1 pedido nuevo' : `${String(count)} pedidos nuevos`),
  changedOrders: (count: number) =>
    count === 1 ? '1 pedido cambió de estado' : `${String(count)} pedidos cambiaron de estado`,
};

export const alertTextsEn: typeof alertTextsEs = {
  reason: platformWordsEn.reason,
  readyTitle: (code) => `Order ${code} ready for pickup`,
  readyBody: (firstName, since) =>
    [
      firstName === null ? 'Waiting for the rider.' : `For ${firstName}.`,
      ...(since === null ? [] : [`Ready since ${since}.`]),
    ].join(' '),
  cancelledTitle: (code) => `DO NOT HAND OVER ${code}`,
  cancelledBody: (reason) =>
    reason === null ? 'Order cancelled.' : `Order cancelled: ${platformWordsEn.reason(reason)}.`,
  cancelledAfterTitle: (code) => `Order ${code} cancelled after hand-over`,
  cancelledAfterBody: (reason) =>
    reason === null
      ? 'It had left the shop already.'
      : `It had left the shop already: ${platformWordsEn.reason(reason)}.`,
  unclearTitle: (code) => `Look at this order: ${code}`,
  unclearBody: (status) =>
    `PedidosYa sent a status that Mostrador does not know${status === null ? '' : `: ${status}`}. See in the portal what to do.`,
  unseenTitle: (count) => (count === 1 ? '1 unseen alert' : `${String(count)} unseen alerts`),
  refreshTitle: 'Refresh orders',
  noNews: 'Nothing new',
  stopped: { sentence: 'Request stopped.', remedy: 'Mostrador asks again by itself, as always.' },
  newOrders: (count) => (count === 1 ? '1 new order' : `${String(count)} new orders`),
  changedOrders: (count) => (count === 1 ? '1 order changed' : `${String(count)} orders changed`),
};

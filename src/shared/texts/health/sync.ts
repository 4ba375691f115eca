import { withText, type Fact } from '../../health/fact.ts';
import type { ErrorText } from '../errors.ts';

/** How the reading of orders goes, beyond the errors of single answers. `days`: which ones could not be read; `code`: an order's; `id`: a shop's. */
export const syncTextsEs = {
  'sync-slow': (): ErrorText => ({
    sentence: 'PedidosYa tarda en contestar: los pedidos nuevos pueden demorar.',
    remedy: 'Mostrador sigue esperando y vuelve a probar solo. Si sigue así, revise la conexión a internet.',
  }),
  'sync-unread': (days: Fact | null): ErrorText => ({
    sentence: `PedidosYa no entrega los pedidos de algunos días${withText(days, (text) => ` (${text})`)}. Los demás llegan.`,
    remedy: 'Mostrador vuelve a probar cada hora. Si sigue así, avise a Soporte de Integraciones.',
  }),
  'status-unknown': (code: Fact | null): ErrorText => ({
    sentence: `PedidosYa informa un estado que Mostrador no conoce${withText(code, (text) => ` (pedido ${text})`)}.`,
    remedy: 'Mire el pedido en el portal y actualice Mostrador.',
  }),
  'shop-spelled': (id: Fact | null): ErrorText => ({
    sentence: `PedidosYa escribe el identificador de la tienda de otra manera${withText(id, (text) => `: ${text}`)}. Los pedidos llegan igual.`,
    remedy: 'Copie el identificador de la tienda en Ajustes tal como lo escribe PedidosYa.',
  }),
};

export const syncTextsEn: typeof syncTextsEs = {
  'sync-slow': (): ErrorText => ({
    sentence: 'PedidosYa is slow to answer: new orders may be late.',
    remedy:
      'Mostrador goes on waiting and tries again by itself. If it stays like this, check the internet connection.',
  }),
  'sync-unread': (days) => ({
    sentence: `PedidosYa does not send the orders of some days${withText(days, (text) => ` (${text})`)}. The others arrive.`,
    remedy: 'Mostrador tries again every hour. If it stays like this, tell Integration Support.',
  }),
  'status-unknown': (code) => ({
    sentence: `PedidosYa sent a status that Mostrador does not know${withText(code, (text) => ` (order ${text})`)}.`,
    remedy: 'Look at the order in the portal and update Mostrador.',
  }),
  'shop-spelled': (id) => ({
    sentence: `PedidosYa writes the id of the shop in another way${withText(id, (text) => `: ${text}`)}. The orders arrive all the same.`,
    remedy: 'Copy the id of the shop into Settings just as PedidosYa writes it.',
  }),
};

import { duration } from './duration.ts';

export const trayTextsEs = {
  open: 'Abrir Mostrador',
  refresh: 'Actualizar pedidos',
  refreshing: 'Actualizando pedidos…',
  quit: 'Salir',
  noneWaiting: 'Ningún pedido esperando',
  waiting: (code: string, minutes: number) =>
    minutes < 1 ? `${code} · recién listo` : `${code} · listo hace ${duration(minutes)}`,
  unclaimed: (code: string, minutes: number) => `${code} · listo y sin retirar hace ${duration(minutes)}`,
  cancelled: (code: string) => `${code} · CANCELADO, no entregar`,
  unclear: (code: string) => `${code} · mirar este pedido`,
  more: (count: number) => `y ${String(count)} más…`,
  stillRunningTitle: 'Mostrador sigue funcionando',
  stillRunningBody:
    'Los avisos siguen llegando. Para cerrarlo del todo: haga clic derecho en el ícono y elija Salir.',
  stillRunningUnseen:
    'Los avisos siguen llegando. Este escritorio no muestra su ícono: para volver a ver los pedidos, abra Mostrador otra vez.',
};

export const trayTextsEn: typeof trayTextsEs = {
  open: 'Open Mostrador',
  refresh: 'Refresh orders',
  refreshing: 'Refreshing orders…',
  quit: 'Quit',
  noneWaiting: 'No order waiting',
  waiting: (code, minutes) =>
    minutes < 1 ? `${code} · ready just now` : `${code} · ready for ${duration(minutes)}`,
  unclaimed: (code, minutes) => `${code} · ready and not picked up for ${duration(minutes)}`,
  cancelled: (code) => `${code} · CANCELLED, do not hand over`,
  unclear: (code) => `${code} · look at this order`,
  more: (count) => `and ${String(count)} more…`,
  stillRunningTitle: 'Mostrador keeps running',
  stillRunningBody: 'Alerts still come in. To close it for good: right-click its icon and choose Quit.',
  stillRunningUnseen:
    'Alerts still come in. This desktop does not show its icon: to see the orders again, open Mostrador once more.',
};

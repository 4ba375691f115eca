/** Of a page, or a part of one, that could not be drawn. */
export const pageTextsEs = {
  failedTitle: 'No se pudo mostrar esta página.',
  failedBody: 'Los pedidos se siguen recibiendo y los avisos siguen sonando. El error quedó en el registro.',
  reload: 'Volver a cargar',
  partFailed: 'No se pudo mostrar esta parte.',
  again: 'Probar de nuevo',
  unseen: 'Avisos sin ver',
  moreUnseen: (count: number) => `y ${String(count)} más`,
};

export const pageTextsEn: typeof pageTextsEs = {
  failedTitle: 'This page could not be shown.',
  failedBody: 'Orders are still received and alerts still sound. The error was logged.',
  reload: 'Load again',
  partFailed: 'This part could not be shown.',
  again: 'Try again',
  unseen: 'Unseen alerts',
  moreUnseen: (count) => `and ${String(count)} more`,
};

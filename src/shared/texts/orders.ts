export const orderTextsEs = {
  tabs: { ready: 'Listos', cancelled: 'Cancelados', done: 'Retirados', other: 'Otros' },
};
export const orderTextsEn: typeof orderTextsEs = {
  tabs: { ready: 'Ready', cancelled: 'Cancelled', done: 'Picked up', other: 'Other' },
};

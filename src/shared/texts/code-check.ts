/** May the bag go to the rider who says this code? */
export const codeCheckTextsEs = {
  label: 'Comprobación del código',
  give: 'ENTREGAR',
  cancelled: 'NO ENTREGAR',
  gone: 'YA SALIÓ',
  'not-ready': 'TODAVÍA NO',
  several: 'COMPARAR',
  none: 'NO ENCONTRADO',
  compare: (count: number) =>
    `Hay ${String(count)} pedidos con este código. Preguntar el nombre y elegir uno en la lista.`,
  handedOverAt: (clock: string) => `Entregado ${clock}`,
};

export const codeCheckTextsEn: typeof codeCheckTextsEs = {
  label: 'Check of the code',
  give: 'HAND OVER',
  cancelled: 'DO NOT HAND OVER',
  gone: 'ALREADY GONE',
  'not-ready': 'NOT YET',
  several: 'COMPARE',
  none: 'NOT FOUND',
  compare: (count) => `${String(count)} orders have this code. Ask for the name and choose one in the list.`,
  handedOverAt: (clock) => `Handed over ${clock}`,
};

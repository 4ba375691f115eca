/** May the bag go to the rider who says this code? */
export const codeCheckTextsEs = {
  label: 'Comprobación del código',
  give: 'ENTREGAR',
  'handed-over': 'Entregado ✓',
  cancelled: 'NO ENTREGAR',
  gone: 'YA SALIÓ',
  'not-ready': 'TODAVÍA NO',
  several: 'COMPARAR',
  none: 'NO ENCONTRADO',
  compare: (count: number) =>
    `Hay ${String(count)} pedidos con este código. Preguntar el nombre y elegir uno en la lista.`,
  handedOverAt: (clock: string) => `Entregado ${clock}`,
  readySince: (when: string) => `Listo desde ${when}`,
  older: (code: string, when: string, state: string, name: string) =>
    `El último ${code} es del ${when}: ${state}, ${name}.`,
  asking: 'Preguntando a PedidosYa…',
  answered: 'PedidosYa no tiene nada más nuevo.',
  failed: 'No se pudo preguntar a PedidosYa.',
  others: 'Abajo, otras coincidencias.',
};

export const codeCheckTextsEn: typeof codeCheckTextsEs = {
  label: 'Check of the code',
  give: 'HAND OVER',
  'handed-over': 'Handed over ✓',
  cancelled: 'DO NOT HAND OVER',
  gone: 'ALREADY GONE',
  'not-ready': 'NOT YET',
  several: 'COMPARE',
  none: 'NOT FOUND',
  compare: (count) => `${String(count)} orders have this code. Ask for the name and choose one in the list.`,
  handedOverAt: (clock) => `Handed over ${clock}`,
  readySince: (when) => `Ready since ${when}`,
  older: (code, when, state, name) => `The last ${code} is of ${when}: ${state}, ${name}.`,
  asking: 'Asking PedidosYa…',
  answered: 'PedidosYa has nothing newer.',
  failed: 'PedidosYa could not be asked.',
  others: 'Below, other matches.',
};

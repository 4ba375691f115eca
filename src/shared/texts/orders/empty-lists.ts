/** What a tab of the counter says while it has no orders, and what to do. */
export const emptyListTextsEs = {
  ready: {
    title: 'No hay pedidos esperando',
    body: 'Cuando uno esté listo va a aparecer aquí y va a sonar.',
  },
  cancelled: {
    title: 'No hay pedidos cancelados',
    body: 'Si se cancela uno, aparece aquí en rojo: no lo entregue.',
  },
  done: {
    title: 'Todavía no se retiró ningún pedido',
    body: 'Aquí quedan los entregados de los últimos 60 días.',
  },
  other: { title: 'No hay otros pedidos', body: 'Aquí aparecen los que todavía se están preparando.' },
  all: {
    title: 'Ningún pedido coincide',
    body: 'Revise el código con el repartidor o actualice los pedidos.',
  },
};

export const emptyListTextsEn: typeof emptyListTextsEs = {
  ready: { title: 'No order is waiting', body: 'When one is ready it shows up here and rings.' },
  cancelled: {
    title: 'No cancelled orders',
    body: 'A cancelled one shows up here in red: do not hand it over.',
  },
  done: { title: 'No order was picked up yet', body: 'Orders handed over in the last 60 days stay here.' },
  other: { title: 'No other orders', body: 'Orders that are still being prepared show up here.' },
  all: { title: 'No order matches', body: 'Check the code with the rider, or refresh the orders.' },
};

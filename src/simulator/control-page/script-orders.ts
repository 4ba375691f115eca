/** The list of orders and what makes new ones. */
export const ORDERS_SCRIPT = String.raw`
async function createOrder(isReady) {
  const order = await act('orders', {});
  if (order === null) return;
  page.selected = order.id;
  if (isReady) await act('orders/' + order.id + '/ready', {});
  await refresh();
}

let drawnActions = '';
function drawOrderActions() {
  const t = page.texts;
  const isAuto = page.state.autoEverySeconds !== null;
  const now = String(isAuto) + (page.state.orderCount === 0);
  if (now === drawnActions) return;
  drawnActions = now;
  $('order-actions').replaceChildren(...[
    h('button', { className: 'main', onclick: () => createOrder(false) }, t.create),
    h('button', { onclick: () => createOrder(true) }, t.createReady),
    h('button', { className: isAuto ? 'small on' : 'small', title: t.autoHelp, 'aria-pressed': String(isAuto), onclick: () => act('auto', { everySeconds: isAuto ? null : 20 }) }, isAuto ? t.autoOn : t.auto),
    h('button', { className: 'small', onclick: () => act('seed', { count: 50, days: 20 }) }, t.seed),
    page.state.orderCount === 0 ? null : h('button', { className: 'small stop', onclick: () => { if (confirm(t.clearSure)) act('orders/clear', {}); } }, t.clear)].filter(Boolean));
}

function orderRow(order) {
  const t = page.texts;
  const count = order.lines.filter((line) => line.status !== 'ADDITION').length;
  const isOther = order.storeId !== page.about.vendorId;
  return h('li', null,
    h('button', { className: 'order-row', 'aria-current': String(order.id === page.selected), onclick: () => { page.selected = order.id; draw(); } },
      h('span', { className: 'order-code' }, order.code),
      h('span', { className: 'pair' }, h('span', { className: 'who' }, order.customer || t.noCustomer, isOther ? ' · ' + t.vendor + ' ' + order.storeId : ''), statusChip(order)),
      h('span', { className: 'pair' }, h('span', { className: 'sum' }, count + ' ' + (count === 1 ? t.product : t.products) + ' · ' + money(order.totalCents)), h('span', { className: 'when' }, when(order.createdAt)))));
}

function drawOrders() {
  const t = page.texts;
  const state = page.state;
  $('order-count').textContent = state.orderCount === 0 ? '' : state.orderCount.toLocaleString(t.locale);
  drawOrderActions();
  const list = $('order-list');
  const focused = document.activeElement !== null && list.contains(document.activeElement) ? page.selected : null;
  if (state.orders.length === 0) {
    list.replaceChildren(h('li', { className: 'empty' }, h('b', null, t.noOrders), h('span', null, t.noOrdersHelp)));
    return;
  }
  list.replaceChildren(...state.orders.map(orderRow));
  if (state.orders.length < state.orderCount && page.limit < 500) {
    list.append(h('li', null, h('button', { className: 'show-more', onclick: () => { page.limit = Math.min(500, page.limit + 120); refresh(); } }, t.more)));
  }
  const current = focused === null ? null : list.querySelector('[aria-current="true"]');
  if (current !== null) current.focus({ preventScroll: true });
}
`;

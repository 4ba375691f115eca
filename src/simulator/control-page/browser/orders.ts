import { button, byId, h, redraw } from './dom.ts';
import type { OrderState } from '../../control/control-state.ts';
import type { Page, Part } from './page.ts';
import type { PageTexts } from '../page-texts-es.ts';

const AUTO_SECONDS = 20;
const MOST_ROWS = 500;
const LOOKS = {
  RECEIVED: 'warn',
  ACCEPTED: 'warn',
  READY_FOR_PICKUP: 'ready',
  PICKED_UP: 'accent',
  DISPATCHED: 'accent',
  DELIVERED: '',
  CANCELLED: 'stop',
} as const;

/** Returns a chip with the order's status, in colour and words. */
export function statusChip(order: OrderState, texts: PageTexts): HTMLElement {
  return order.oddStatus === null
    ? h('span', { class: `chip ${LOOKS[order.status]}` }, texts.statuses[order.status])
    : h('span', { class: 'chip warn' }, order.oddStatus);
}

/** The list of orders and the controls that create orders. */
export function createOrders(page: Page): Part {
  const { texts, format } = page;
  const actions = byId('order-actions');
  const list = byId('order-list');
  let drawnActions = '';

  const create = async (isReady: boolean): Promise<void> => {
    const order = await page.act('orders');
    const id = order?.['id'];
    if (typeof id !== 'string') return;
    if (isReady) await page.act(`orders/${id}/ready`);
    page.select(id);
  };
  const clear = (): void => {
    if (confirm(texts.clearSure)) void page.act('orders/clear');
  };

  const drawActions = (): void => {
    const { autoEverySeconds, orderCount } = page.state();
    const isAuto = autoEverySeconds !== null;
    const now = `${isAuto} ${orderCount === 0}`;
    if (now === drawnActions) return;
    drawnActions = now;
    redraw(
      actions,
      button(texts.create, () => create(false), { class: 'main' }),
      button(texts.createReady, () => create(true)),
      button(texts.auto, () => page.act('auto', { everySeconds: isAuto ? null : AUTO_SECONDS }), {
        title: texts.autoHelp,
        'aria-pressed': String(isAuto),
      }),
      button(texts.seed, () => page.act('seed', { count: 50, days: 20 })),
      orderCount === 0 ? null : button(texts.clear, clear, { class: 'stop' }),
    );
  };

  const row = (order: OrderState): HTMLElement => {
    const count = order.lines.filter((line) => line.status !== 'ADDITION').length;
    const store = order.storeId === page.about.vendorId ? '' : ` · ${texts.vendor} ${order.storeId}`;
    const products = `${count} ${count === 1 ? texts.product : texts.products}`;
    return h(
      'li',
      {},
      button(
        [
          h('span', { class: 'order-code' }, order.code),
          h(
            'span',
            { class: 'pair' },
            h('span', { class: 'who' }, (order.customer ?? texts.noCustomer) + store),
            statusChip(order, texts),
          ),
          h(
            'span',
            { class: 'pair' },
            h('span', { class: 'sum' }, `${products} · `, h('b', {}, format.money(order.totalCents))),
            h('span', { class: 'when' }, format.when(order.createdAt)),
          ),
        ],
        () => page.select(order.id),
        {
          class: 'order-row',
          'data-key': order.id,
          'aria-current': String(order.id === page.selected()),
        },
      ),
    );
  };

  const draw = (): void => {
    const { orders, orderCount } = page.state();
    byId('order-count').textContent = orderCount === 0 ? '' : format.count(orderCount);
    drawActions();
    if (orders.length === 0) {
      redraw(
        list,
        h('li', { class: 'empty' }, h('b', {}, texts.noOrders), h('span', {}, texts.noOrdersHelp)),
      );
      return;
    }
    const hasMore = orders.length < Math.min(orderCount, MOST_ROWS);
    redraw(
      list,
      orders.map(row),
      hasMore ? h('li', {}, button(texts.more, page.showMore, { class: 'show-more' })) : null,
    );
  };
  return { draw };
}

import { button, byId, h, isTypingIn, redraw, select } from './dom.ts';
import { createLines } from './lines.ts';
import { statusChip } from './orders.ts';
import { readOrder } from './simulator-api.ts';
import type { OrderState } from '../../control/control-state.ts';
import type { Page, Part } from './page.ts';

const DAY_MINUTES = 1440;
const CANCELLERS = ['CUSTOMER', 'VENDOR', 'LOGISTICS'];
const REASONS = ['CUSTOMER_REQUEST', 'ITEM_UNAVAILABLE', 'TOO_BUSY', 'CLOSED'];
const NEXT = {
  RECEIVED: ['ready'],
  ACCEPTED: ['ready'],
  READY_FOR_PICKUP: ['pick-up'],
  PICKED_UP: ['dispatch', 'deliver'],
  DISPATCHED: ['deliver'],
  DELIVERED: [],
  CANCELLED: [],
} as const;
const STEP_TEXT = { ready: 'ready', 'pick-up': 'pickUp', dispatch: 'dispatch', deliver: 'deliver' } as const;

/** The chosen order: what the picker does, and the order's next steps. */
export function createDetail(page: Page): Part {
  const { texts, format } = page;
  const box = byId('detail');
  let drawn: { readonly id: string | null; readonly text: string } = { id: null, text: '' };
  let isCancelling = false;
  let shownJson: string | null = null;

  const step = (order: OrderState, name: string, body: object = {}): void =>
    void page.act(`orders/${order.id}/${name}`, body);
  const cancel = (next: boolean): void => {
    isCancelling = next;
    draw(true);
    box.querySelector<HTMLElement>(next ? '.cancel-form select' : '.steps .stop')?.focus();
  };
  const lines = createLines(page, () => draw(true));

  const cancelForm = (order: OrderState): HTMLElement => {
    const by = select(texts.cancelBy, CANCELLERS.map(asItself), 'CUSTOMER');
    const reason = select(texts.cancelReason, REASONS.map(asItself), 'CUSTOMER_REQUEST');
    const after = select(
      texts.cancelAfter,
      [
        ['as-is', texts.cancelAsIs],
        ['true', texts.cancelYes],
        ['false', texts.cancelNo],
        ['null', texts.cancelUnsaid],
      ],
      'as-is',
    );
    const send = (): void => {
      isCancelling = false;
      const said = { by: by.value, reason: reason.value };
      const afterPickUp = after.value === 'null' ? null : after.value === 'true';
      step(order, 'cancel', after.value === 'as-is' ? said : { ...said, afterPickUp });
    };
    return h(
      'div',
      { class: 'cancel-form' },
      h('label', {}, texts.cancelBy, by),
      h('label', {}, texts.cancelReason, reason),
      h('label', {}, texts.cancelAfter, after),
      button(texts.cancelOrder, send, { class: 'stop' }),
      button(texts.close, () => cancel(false)),
    );
  };

  const steps = (order: OrderState): HTMLElement | null => {
    if (isCancelling) return cancelForm(order);
    const canCancel = order.status !== 'CANCELLED' && order.status !== 'DELIVERED';
    const next = NEXT[order.status];
    if (!canCancel && next.length === 0) return null;
    return h(
      'div',
      { class: 'steps' },
      next.map((name, index) =>
        button(texts[STEP_TEXT[name]], () => step(order, name), { class: index === 0 ? 'main' : null }),
      ),
      canCancel ? button(`${texts.cancel}…`, () => cancel(true), { class: 'stop' }) : null,
    );
  };

  const toggleJson = async (order: OrderState): Promise<void> => {
    shownJson = shownJson === null ? JSON.stringify(await readOrder(order.id), null, 2) : null;
    draw(true);
  };

  const moreRow = (order: OrderState): HTMLElement => {
    const days = h('input', { type: 'number', min: 0, max: 70, value: 1 });
    const travel = (): void =>
      step(order, 'travel', { minutesBack: Math.round(Number(days.value) * DAY_MINUTES) });
    return h(
      'div',
      { class: 'more-row' },
      button(texts.resend, () => step(order, 'send')),
      button(texts.oddStatus, () =>
        step(order, 'odd-status', { status: order.oddStatus === null ? 'COURIER_NEARBY' : null }),
      ),
      h('div', { class: 'row' }, button(texts.travel, travel), h('label', {}, days, texts.days)),
      button(texts.json, () => toggleJson(order), { 'aria-pressed': String(shownJson !== null) }),
      button(texts.remove, () => step(order, 'remove'), { class: 'stop' }),
    );
  };

  const body = (order: OrderState): HTMLElement => {
    const { cancellation } = order;
    return h(
      'div',
      { class: 'detail-body' },
      h(
        'div',
        { class: 'detail-title' },
        h('h2', { class: 'big' }, order.code),
        statusChip(order, texts),
        h(
          'span',
          { class: 'soft' },
          [order.customer ?? texts.noCustomer, format.clock(order.createdAt), order.externalId].join(' · '),
        ),
      ),
      order.comment === null || order.comment === '' ? null : h('p', { class: 'comment' }, order.comment),
      cancellation === null
        ? null
        : h(
            'p',
            { class: 'cancelled-note' },
            `${cancellation.by} · ${cancellation.reason} · post_picked_up: ${cancellation.afterPickUp ?? '—'}`,
          ),
      steps(order),
      lines.draw(order),
      h('p', { class: 'totals' }, h('span', { class: 'soft' }, texts.total), format.money(order.totalCents)),
      moreRow(order),
      shownJson === null ? null : h('pre', { class: 'json', tabindex: 0 }, shownJson),
    );
  };

  const draw = (isForced = false): void => {
    const id = page.selected();
    const order = page.state().orders.find((one) => one.id === id) ?? null;
    const text = JSON.stringify(order);
    const isOther = id !== drawn.id;
    if (!isForced && !isOther && (text === drawn.text || isTypingIn(box))) return;
    if (isOther) {
      isCancelling = false;
      shownJson = null;
      lines.close();
    }
    drawn = { id, text };
    redraw(box, order === null ? h('p', { class: 'empty' }, texts.choose) : body(order));
  };
  return { draw };
}

function asItself(value: string): readonly [string, string] {
  return [value, value];
}

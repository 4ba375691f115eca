import { button, h } from './dom.ts';
import type { Child } from './dom.ts';
import type { ControlState } from '../../control/control-state.ts';
import type { Page } from './page.ts';

const LOOKS = {
  held: 'warn',
  sending: 'accent',
  waiting: 'warn',
  delivered: 'ready',
  failed: 'stop',
  dropped: 'stop',
} as const;

/** The webhooks that were sent, newest first. */
export function drawWebhooks(page: Page): Child {
  const { texts } = page;
  const { deliveries } = page.state();
  if (deliveries.length === 0) return h('p', { class: 'empty' }, texts.noDeliveries);
  const isHolding = deliveries.some((one) => one.state === 'held');
  return [
    isHolding
      ? h(
          'p',
          { class: 'row' },
          button(texts.release, () => page.act('webhook/release')),
        )
      : null,
    h(
      'table',
      { class: 'log' },
      deliveries.map((one) => webhookRow(page, one)),
    ),
  ];
}

function webhookRow({ texts, format }: Page, one: ControlState['deliveries'][number]): HTMLElement {
  return h(
    'tr',
    {},
    h('td', { class: 'soft' }, format.clock(one.queuedAt)),
    h('td', {}, h('b', {}, one.code ?? '—'), h('div', { class: 'query' }, one.orderStatus)),
    h(
      'td',
      {},
      h('span', { class: `chip ${LOOKS[one.state]}` }, texts.states[one.state]),
      one.tries > 1 ? h('div', { class: 'query' }, `${one.tries} ${texts.tries}`) : null,
      one.error === null
        ? null
        : h('div', { class: 'query wrap' }, one.error === 'timeout' ? texts.waiting : one.error),
    ),
    one.tries === 0 ? h('td') : outcomeCell(one.status, format.milliseconds(one.ms)),
  );
}

/** The requests of clients to the API, newest first. */
export function drawRequests({ texts, format, state }: Page): Child {
  const { requests } = state();
  if (requests.length === 0) return h('p', { class: 'empty' }, texts.noRequests);
  return h(
    'table',
    { class: 'log' },
    requests.map((one) => {
      const query = Object.entries(one.query).map(([name, value]) => `${name}=${value}`);
      return h(
        'tr',
        {},
        h('td', { class: 'soft' }, format.clock(one.at)),
        h(
          'td',
          { class: 'path' },
          h('code', {}, `${one.method} ${one.path}`),
          h('div', { class: 'query code' }, query.join(' ')),
        ),
        outcomeCell(one.status, format.milliseconds(one.ms)),
      );
    }),
  );
}

function outcomeCell(status: number | null, time: string): HTMLElement {
  return h(
    'td',
    { class: 'number' },
    h('b', {}, status === null ? '✕' : String(status)),
    h('div', { class: 'query' }, time),
  );
}

import { h } from './dom.ts';
import type { OrderState } from '../../control/control-state.ts';
import type { PageTexts } from '../page-texts-es.ts';

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

import { button, h, select } from './dom.ts';
import type { LineState, OrderState } from '../../control/control-state.ts';
import type { Page } from './page.ts';

const LOOKS = {
  NOT_PROCESSED: '',
  IN_CART: 'ready',
  NOT_FOUND: 'stop',
  REPLACED: 'warn',
  ADDITION: 'accent',
} as const;

/** The lines of the chosen order, with what the picker does to each. */
export function createLines(
  page: Page,
  redrawDetail: () => void,
): { readonly draw: (order: OrderState) => HTMLElement; readonly close: () => void } {
  const { texts, about, format } = page;
  /** Id of the line whose substitute is being chosen. */
  let replacing: string | null = null;

  const replace = (line: string | null): void => {
    replacing = line;
    redrawDetail();
  };
  const pick = (order: OrderState, step: object): void => {
    replacing = null;
    void page.act(`orders/${order.id}/pick`, { steps: [step] });
  };

  const replaceForm = (order: OrderState, line: LineState): HTMLElement => {
    const section = about.catalogue.find((product) => product.sku === line.sku)?.section;
    const [near, far] = [true, false].map((isNear) =>
      about.catalogue.filter(({ sku, ...one }) => sku !== line.sku && (one.section === section) === isNear),
    );
    const products = [...(near ?? []), ...(far ?? [])].map(({ sku, name }) => [sku, name] as const);
    const choice = select(texts.replaceWith, products, products[0]?.[0] ?? '');
    return tools(
      line,
      h('label', {}, texts.replaceWith, choice),
      button(texts.replace, () => pick(order, { line: line.id, action: 'replace', withSku: choice.value }), {
        class: 'main',
      }),
      button(texts.close, () => replace(null)),
    );
  };

  const pickTools = (order: OrderState, line: LineState): HTMLElement | null => {
    const usual = line.picked ?? line.ordered;
    if (line.status === 'ADDITION' || usual === null) return null;
    if (replacing === line.id) return replaceForm(order, line);
    const isKg = line.unit === 'KG';
    const field = h('input', {
      type: 'number',
      min: 1,
      max: isKg ? 100_000 : 999,
      step: isKg ? 5 : 1,
      value: isKg ? usual.grams : usual.pieces,
    });
    const put = (): void => pick(order, { line: line.id, [isKg ? 'grams' : 'pieces']: Number(field.value) });
    field.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') put();
    });
    const choice = (label: string, status: LineState['status'], run: () => void): HTMLElement =>
      button(label, run, { 'aria-pressed': String(line.status === status), 'data-key': label + line.id });
    return tools(
      line,
      h('label', {}, isKg ? texts.grams : texts.pieces, field),
      choice(isKg ? texts.weigh : texts.inCart, 'IN_CART', put),
      choice(texts.notFound, 'NOT_FOUND', () => pick(order, { line: line.id, action: 'not-found' })),
      choice(texts.replace, 'REPLACED', () => replace(line.id)),
    );
  };

  const row = (order: OrderState, line: LineState): HTMLElement => {
    const isGone = line.status === 'NOT_FOUND' || line.status === 'REPLACED';
    const before = line.ordered === null ? null : format.amount(line, line.ordered);
    const after =
      line.status === 'NOT_PROCESSED' || isGone ? null : format.amount(line, line.picked ?? line.ordered);
    const isChanged = before !== null && after !== null && before !== after;
    const isPicking = order.status === 'RECEIVED' || order.status === 'ACCEPTED';
    const look = `${isGone ? ' gone' : ''}${line.status === 'ADDITION' ? ' added' : ''}`;
    return h(
      'li',
      { class: `line${look}` },
      h(
        'div',
        { class: 'line-head' },
        h('span', { class: 'line-name' }, line.name),
        h('span', { class: 'amount' }, isChanged ? h('s', {}, before) : null, after ?? before),
        h('span', { class: `chip ${LOOKS[line.status]}` }, texts.lineStatuses[line.status]),
      ),
      line.instructions === '' ? null : h('p', { class: 'hint' }, `“${line.instructions}”`),
      isPicking ? pickTools(order, line) : null,
    );
  };

  return {
    draw: (order) =>
      h(
        'ul',
        { class: 'lines' },
        order.lines.map((line) => row(order, line)),
      ),
    close: () => {
      replacing = null;
    },
  };
}

/** The group is named after the line, because its buttons are the same on every line. */
function tools(line: LineState, ...children: readonly HTMLElement[]): HTMLElement {
  return h('div', { class: 'row', role: 'group', 'aria-label': line.name }, children);
}

/** The chosen order: what the picker does, and the order's next steps. */
export const DETAIL_SCRIPT = String.raw`
let drawnDetail = '';
let isCancelling = false;
let replacing = null;
let shownJson = null;

const step = (order, name, body) => act('orders/' + order.id + '/' + name, body || {}).then(refresh);
const pick = (order, one) => step(order, 'pick', { steps: [one] });
const redrawDetail = () => drawDetail(true);

function select(label, options, value) {
  return h('select', { 'aria-label': label, value },
    options.map((option) => h('option', { value: option[0], selected: option[0] === value }, option[1])));
}

function replaceForm(order, line) {
  const t = page.texts;
  const section = page.about.catalogue.filter((product) => product.sku !== line.sku);
  const near = page.about.catalogue.find((product) => product.sku === line.sku);
  const sorted = section.sort((a, b) => Number(b.section === (near && near.section)) - Number(a.section === (near && near.section)));
  const choice = select(t.replaceWith, sorted.map((product) => [product.sku, product.name]), sorted[0].sku);
  return h('div', { className: 'row' }, h('label', null, t.replaceWith, choice),
    h('button', { className: 'main small', onclick: () => { replacing = null; pick(order, { line: line.id, action: 'replace', withSku: choice.value }); } }, t.replace),
    h('button', { className: 'small', onclick: () => { replacing = null; redrawDetail(); } }, t.close));
}

function lineTools(order, line) {
  const t = page.texts;
  if (line.status === 'ADDITION') return null;
  if (replacing === line.id) return replaceForm(order, line);
  const isKg = line.unit === 'KG';
  const usual = line.picked || line.ordered;
  const field = h('input', { type: 'number', min: 1, max: isKg ? 100000 : 999, step: isKg ? 5 : 1, value: isKg ? usual.grams : usual.pieces, 'aria-label': isKg ? t.grams : t.pieces });
  const put = () => pick(order, isKg ? { line: line.id, grams: Number(field.value) } : { line: line.id, pieces: Number(field.value) });
  field.addEventListener('keydown', (event) => { if (event.key === 'Enter') put(); });
  return h('div', { className: 'row' },
    h('label', null, isKg ? t.grams : t.pieces, field),
    h('button', { className: 'small' + (line.status === 'IN_CART' ? ' on' : ''), onclick: put }, isKg ? t.weigh : t.inCart),
    h('button', { className: 'small' + (line.status === 'NOT_FOUND' ? ' on' : ''), onclick: () => pick(order, { line: line.id, action: 'not-found' }) }, t.notFound),
    h('button', { className: 'small' + (line.status === 'REPLACED' ? ' on' : ''), onclick: () => { replacing = line.id; redrawDetail(); } }, t.replace));
}

function lineRow(order, line) {
  const t = page.texts;
  const isGone = line.status === 'NOT_FOUND' || line.status === 'REPLACED';
  const before = line.ordered === null ? null : amount(line, line.ordered);
  const after = line.status === 'NOT_PROCESSED' || isGone ? null : amount(line, line.picked || line.ordered);
  const look = { NOT_PROCESSED: '', IN_CART: 'ready', NOT_FOUND: 'stop', REPLACED: 'warn', ADDITION: 'accent' }[line.status];
  return h('li', { className: 'line' + (isGone ? ' gone' : '') + (line.status === 'ADDITION' ? ' added' : '') },
    h('div', { className: 'line-head' },
      h('span', { className: 'line-name' }, line.name),
      h('span', { className: 'amount' }, before !== null && after !== null && before !== after ? h('s', null, before) : null, after || before),
      h('span', { className: 'chip ' + look }, t.lineStatuses[line.status])),
    line.instructions ? h('p', { className: 'hint' }, '“' + line.instructions + '”') : null,
    order.status === 'RECEIVED' || order.status === 'ACCEPTED' ? lineTools(order, line) : null);
}

function cancelForm(order) {
  const t = page.texts;
  const by = select(t.cancelBy, ['CUSTOMER', 'VENDOR', 'LOGISTICS'].map((one) => [one, one]), 'CUSTOMER');
  const reason = select(t.cancelReason, ['CUSTOMER_REQUEST', 'ITEM_UNAVAILABLE', 'TOO_BUSY', 'CLOSED'].map((one) => [one, one]), 'CUSTOMER_REQUEST');
  const after = select(t.cancelAfter, [['as-is', t.cancelAsIs], ['true', t.cancelYes], ['false', t.cancelNo], ['null', t.cancelUnsaid]], 'as-is');
  const send = () => {
    isCancelling = false;
    const body = { by: by.value, reason: reason.value };
    if (after.value !== 'as-is') body.afterPickUp = JSON.parse(after.value);
    step(order, 'cancel', body);
  };
  return h('div', { className: 'cancel-form' },
    h('label', null, t.cancelBy, by), h('label', null, t.cancelReason, reason), h('label', null, t.cancelAfter, after),
    h('button', { className: 'stop', onclick: send }, t.cancelOrder),
    h('button', { onclick: () => { isCancelling = false; redrawDetail(); } }, t.close));
}

const NEXT = { RECEIVED: ['ready'], ACCEPTED: ['ready'], READY_FOR_PICKUP: ['pick-up'], PICKED_UP: ['dispatch', 'deliver'], DISPATCHED: ['deliver'], DELIVERED: [], CANCELLED: [] };
const STEP_TEXT = { ready: 'ready', 'pick-up': 'pickUp', dispatch: 'dispatch', deliver: 'deliver' };

function stepButtons(order) {
  const t = page.texts;
  if (isCancelling) return cancelForm(order);
  const canCancel = order.status !== 'CANCELLED' && order.status !== 'DELIVERED';
  if (!canCancel && NEXT[order.status].length === 0) return null;
  return h('div', { className: 'steps' },
    NEXT[order.status].map((name, index) => h('button', { className: index === 0 ? 'main' : '', onclick: () => step(order, name) }, t[STEP_TEXT[name]])),
    canCancel ? h('button', { className: 'stop', onclick: () => { isCancelling = true; redrawDetail(); } }, t.cancel + '…') : null);
}

async function toggleJson(order) {
  shownJson = shownJson === null ? JSON.stringify(await ask('api/orders/' + order.id), null, 2) : null;
  redrawDetail();
}

function moreRow(order) {
  const t = page.texts;
  const days = h('input', { type: 'number', min: 0, max: 70, value: 1, 'aria-label': t.days });
  return h('div', { className: 'more-row' },
    h('button', { className: 'small', onclick: () => step(order, 'send') }, t.resend),
    h('button', { className: 'small', onclick: () => step(order, 'odd-status', { status: order.oddStatus ? null : 'COURIER_NEARBY' }) }, t.oddStatus),
    h('label', null, h('button', { className: 'small', onclick: () => step(order, 'travel', { minutesBack: Math.round(Number(days.value) * 1440) }) }, t.travel), days, t.days),
    h('button', { className: 'small' + (shownJson === null ? '' : ' on'), onclick: () => toggleJson(order) }, t.json),
    h('button', { className: 'small stop', onclick: () => step(order, 'remove') }, t.remove));
}

function drawDetail(isForced) {
  const t = page.texts;
  const order = page.state.orders.find((one) => one.id === page.selected) || null;
  const now = JSON.stringify([order, page.selected]);
  if (!isForced && (now === drawnDetail || (isTypingIn($('detail')) && drawnDetail.includes(page.selected)))) return;
  if (!drawnDetail.includes(String(page.selected))) { isCancelling = false; replacing = null; shownJson = null; }
  drawnDetail = now;
  if (order === null) {
    $('detail').replaceChildren(h('p', { className: 'empty' }, t.choose));
    return;
  }
  const { cancellation } = order;
  $('detail').replaceChildren(h('div', { className: 'detail-body' },
    h('div', { className: 'detail-title' }, h('span', { className: 'big' }, order.code), statusChip(order),
      h('span', { className: 'soft' }, (order.customer || t.noCustomer) + ' · ' + clock(order.createdAt) + ' · ' + order.externalId)),
    order.comment ? h('p', { className: 'comment' }, order.comment) : null,
    cancellation ? h('p', { className: 'cancelled-note' }, [cancellation.by, cancellation.reason, 'post_picked_up: ' + (cancellation.afterPickUp === null ? '—' : cancellation.afterPickUp)].join(' · ')) : null,
    stepButtons(order),
    h('ul', { className: 'lines' }, order.lines.map((line) => lineRow(order, line))),
    h('p', { className: 'totals' }, h('span', { className: 'soft' }, t.total), h('span', null, money(order.totalCents))),
    moreRow(order),
    shownJson === null ? null : h('pre', { className: 'json' }, shownJson)));
}
`;

/** What the other parts of the page's script stand on. Text reaches the page as text, never as HTML. */
export const CORE_SCRIPT = String.raw`
const page = { texts: null, about: null, state: null, selected: null, tab: 'scenarios', limit: 60, playing: null };
const lang = document.documentElement.lang;
const $ = (id) => document.getElementById(id);

function h(tag, props) {
  const element = document.createElement(tag);
  for (const name of Object.keys(props || {})) {
    const value = props[name];
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else if (name === 'checked') element.checked = value;
    else element.setAttribute(name === 'className' ? 'class' : name, value === true ? '' : String(value));
  }
  for (const child of Array.prototype.slice.call(arguments, 2).flat(3)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child.nodeType ? child : document.createTextNode(String(child)));
  }
  return element;
}

function say(text, isBad) {
  const toast = h('p', { className: isBad ? 'toast bad' : 'toast' }, text);
  $('toasts').append(toast);
  setTimeout(() => toast.remove(), isBad ? 6000 : 2500);
}

async function ask(path) {
  const response = await fetch('/simulator/' + path, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

async function act(path, body) {
  try {
    const response = await fetch('/simulator/api/' + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body || {}),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    say(page.texts.failed + ': ' + answer.message, true);
  } catch {
    say(page.texts.lost, true);
  }
  return null;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say(page.texts.copied);
  } catch {
    say(text);
  }
}

const both = (text) => text[lang] || text.es;
const money = (cents) =>
  new Intl.NumberFormat(page.texts.locale, { style: 'currency', currency: 'UYU', currencyDisplay: 'narrowSymbol' }).format(cents / 100);
const clock = (at) => new Date(at).toLocaleTimeString(page.texts.locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const milliseconds = (ms) => (ms === null ? '' : ms < 10 ? ms.toFixed(1) + ' ms' : Math.round(ms) + ' ms');

function when(at) {
  const date = new Date(at);
  if (date.toDateString() === new Date().toDateString()) {
    return date.toLocaleTimeString(page.texts.locale, { hour: '2-digit', minute: '2-digit', hour12: false });
  }
  return date.toLocaleDateString(page.texts.locale, { day: '2-digit', month: '2-digit' });
}

function amount(line, one) {
  if (one === null) return '—';
  if (line.unit !== 'KG') return '× ' + one.pieces;
  return (one.grams / 1000).toLocaleString(page.texts.locale, { minimumFractionDigits: 3 }) + ' kg';
}

const STATUS_LOOK = {
  RECEIVED: 'warn', ACCEPTED: 'warn', READY_FOR_PICKUP: 'ready', PICKED_UP: 'accent', DISPATCHED: 'accent', DELIVERED: '', CANCELLED: 'stop',
};
function statusChip(order) {
  if (order.oddStatus) return h('span', { className: 'chip warn' }, order.oddStatus);
  return h('span', { className: 'chip ' + STATUS_LOOK[order.status] }, page.texts.statuses[order.status]);
}

// Typing in a field must survive the next change that comes from elsewhere.
function isTypingIn(element) {
  const active = document.activeElement;
  return active !== null && element.contains(active) && /^(INPUT|SELECT|TEXTAREA)$/.test(active.tagName);
}
`;

/** Switches, faults, and the two logs. */
export const PANELS_SCRIPT = String.raw`
const turn = (name, value) => act('switches', { [name]: value }).then(refresh);

function switchField(one, value) {
  if (one.kind === 'yes-no') return h('input', { type: 'checkbox', checked: value, 'aria-label': both(one.label), onchange: (event) => turn(one.name, event.target.checked) });
  if (one.kind === 'choice') {
    const field = select(both(one.label), one.choices.map((choice) => [choice, both(one.choiceLabels[choice])]), value);
    field.addEventListener('change', () => turn(one.name, field.value));
    return field;
  }
  if (one.kind === 'number') return h('input', { type: 'number', min: 0, value, 'aria-label': both(one.label), onchange: (event) => turn(one.name, Number(event.target.value)) });
  return h('input', { type: 'text', value: value.join(', '), 'aria-label': both(one.label), onchange: (event) => turn(one.name, event.target.value.split(/[\s,;]+/).filter(Boolean).map(Number)) });
}

const isTurned = (name) => JSON.stringify(page.state.switches[name]) !== JSON.stringify(page.about.defaultSwitches[name]);

function switchesPanel() {
  return [
    ...page.about.switchGroups.map((group) => h('div', { className: 'group' }, h('h3', null, both(group.title)),
      group.switches.map((one) => h('label', { className: 'switch' + (isTurned(one.name) ? ' turned' : '') },
        h('span', null, both(one.label)), switchField(one, page.state.switches[one.name]))))),
    h('p', { className: 'row' }, h('button', { onclick: () => act('switches/reset', {}).then(() => refresh()).then(() => drawPanel(true)) }, page.texts.resetSwitches)),
  ];
}

function faultsPanel() {
  const t = page.texts;
  const kind = select(t.faults, Object.keys(t.faultKinds).map((one) => [one, t.faultKinds[one]]), 'unauthorized');
  const on = select(t.faultOn, Object.keys(t.faultOnNames).map((one) => [one, t.faultOnNames[one]]), 'orders');
  const times = h('input', { type: 'number', min: 1, value: 1, 'aria-label': t.faultTimes });
  const add = () => act('faults', { kind: kind.value, on: on.value, times: times.value === '' ? null : Number(times.value) }).then(() => refresh()).then(() => drawPanel(true));
  const active = page.state.faults;
  return [
    h('div', { className: 'fault-form' },
      h('p', { className: 'soft' }, t.faultsHelp),
      h('div', { className: 'row' }, h('label', null, t.faults, kind), h('label', null, t.faultOn, on), h('label', null, t.faultTimes, times)),
      h('div', { className: 'row' }, h('button', { className: 'main', onclick: add }, t.add),
        h('button', { onclick: () => act('tokens/revoke', {}).then((done) => done && say('✓')) }, t.revoke))),
    h('h3', null, t.activeFaults),
    active.length === 0 ? h('p', { className: 'soft' }, t.noFaults) : [
      h('table', { className: 'log' }, active.map((fault) => h('tr', null,
        h('td', null, h('b', null, t.faultKinds[fault.kind])), h('td', null, t.faultOnNames[fault.on]),
        h('td', { className: 'number' }, fault.times === null ? t.untilCleared : '× ' + fault.times)))),
      h('p', { className: 'row' }, h('button', { className: 'stop', onclick: () => act('faults/clear', {}) }, t.clearFaults))],
  ];
}

const STATE_LOOK = { held: 'warn', sending: 'accent', waiting: 'warn', delivered: 'ready', failed: 'stop', dropped: 'stop' };

function webhooksPanel() {
  const t = page.texts;
  const { deliveries } = page.state;
  if (deliveries.length === 0) return h('p', { className: 'empty' }, t.noDeliveries);
  const isHolding = deliveries.some((one) => one.state === 'held');
  return [
    isHolding ? h('p', { className: 'row' }, h('button', { onclick: () => act('webhook/release', {}) }, t.release)) : null,
    h('table', { className: 'log' }, deliveries.map((one) => h('tr', null,
      h('td', { className: 'soft' }, clock(one.queuedAt)),
      h('td', null, h('b', null, one.code || '—'), h('div', { className: 'query' }, one.orderStatus || '')),
      h('td', null, h('span', { className: 'chip ' + STATE_LOOK[one.state] }, t.states[one.state]),
        one.tries > 1 ? h('div', { className: 'query' }, one.tries + ' ' + t.tries) : null,
        one.error ? h('div', { className: 'query wrap' }, one.error === 'timeout' ? t.waiting : one.error) : null),
      h('td', { className: 'number' }, one.tries === 0 ? '' : h('b', null, one.status === null ? '✕' : one.status), h('div', { className: 'query' }, milliseconds(one.ms)))))),
  ];
}

function requestsPanel() {
  const t = page.texts;
  const { requests } = page.state;
  if (requests.length === 0) return h('p', { className: 'empty' }, t.noRequests);
  return h('table', { className: 'log' }, requests.map((one) => h('tr', null,
    h('td', { className: 'soft' }, clock(one.at)),
    h('td', { className: 'path' }, h('code', null, one.method + ' ' + one.path),
      h('div', { className: 'query code' }, Object.keys(one.query).map((name) => name + '=' + one.query[name]).join(' '))),
    h('td', { className: 'number' }, h('b', null, one.status === null ? '✕' : one.status), h('div', { className: 'query' }, milliseconds(one.ms))))));
}

const TABS = { scenarios: scenariosPanel, switches: switchesPanel, faults: faultsPanel, webhooks: webhooksPanel, requests: requestsPanel };

function drawTabs() {
  const t = page.texts;
  const marks = { switches: Object.keys(page.state.switches).some(isTurned), faults: page.state.faults.length > 0 };
  $('tabs').replaceChildren(...Object.keys(TABS).map((name) =>
    h('button', { role: 'tab', id: 'tab-' + name, 'aria-selected': String(page.tab === name), 'aria-controls': 'panel', onclick: () => { page.tab = name; $('panel').scrollTop = 0; draw(); drawPanel(true); } },
      t[name], marks[name] ? h('span', { className: 'dot' }) : null)));
}

let drawnPanel = '';
function drawPanel(isForced) {
  const { switches, faults, deliveries, requests, outcomes } = page.state;
  const shown = { scenarios: [outcomes, deliveries], switches, faults, webhooks: deliveries, requests }[page.tab];
  const now = page.tab + JSON.stringify(shown);
  if (!isForced && (now === drawnPanel || isTypingIn($('panel')))) return;
  drawnPanel = now;
  const top = $('panel').scrollTop;
  $('panel').replaceChildren(...[TABS[page.tab]()].flat(3).filter(Boolean));
  $('panel').scrollTop = top;
}
`;

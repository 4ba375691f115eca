/** T1 to T22: a button each, and what has to come out. */
export const SCENARIOS_SCRIPT = String.raw`
async function playScenario(name) {
  page.playing = name;
  drawPanel(true);
  const outcome = await act('scenarios/' + name, {});
  page.playing = null;
  const shown = outcome && outcome.orders[outcome.orders.length - 1];
  if (shown && page.state.orders) page.selected = shown.orderId;
  await refresh();
  drawPanel(true);
}

function deliveriesEnded(outcome) {
  return outcome.deliveries.every((expected) => {
    const found = page.state.deliveries.find((one) => one.number === expected.delivery);
    return !found || (found.state === expected.state && found.status === expected.status && found.tries === expected.tries);
  });
}

function expectedOrder(order) {
  const t = page.texts;
  const rings = order.alerts.length === 0 ? t.noAlert : order.alerts.map((kind) => t.alert[kind]).join(', ');
  const status = t.statuses[order.status] || order.statusText;
  const facts = order.known === 'never' ? [t.knownBy.never] : [status, t.knownBy[order.known], rings, t.goods + ' ' + money(order.pickedMinor)];
  return h('p', null, h('b', null, order.code), ' · ' + facts.join(' · '));
}

function outcomeBox(outcome) {
  const t = page.texts;
  const isOk = deliveriesEnded(outcome);
  return h('div', { className: 'outcome' },
    h('h3', null, t.expected),
    outcome.orders.map(expectedOrder),
    outcome.deliveries.length === 0 ? null
      : h('p', { className: 'mark ' + (isOk ? 'ok' : 'bad') }, (isOk ? '✓ ' : '✗ ') + (isOk ? t.asExpected : t.notAsExpected)));
}

function scenariosPanel() {
  const t = page.texts;
  return page.about.scenarios.map((scenario) => {
    const outcome = page.state.outcomes.find((one) => one.name === scenario.name);
    const isPlaying = page.playing === scenario.name;
    return h('div', { className: 'scenario' },
      h('span', { className: 'tag' }, scenario.name),
      h('b', null, both(scenario.title)),
      h('button', { className: 'small', disabled: page.playing !== null, 'aria-label': t.play + ' ' + scenario.name, onclick: () => playScenario(scenario.name) }, isPlaying ? t.playing : t.play),
      h('p', { className: 'story' }, both(scenario.story)),
      outcome ? outcomeBox(outcome) : null);
  });
}
`;

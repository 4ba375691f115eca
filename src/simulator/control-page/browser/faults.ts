import { button, h, select } from './dom.ts';
import type { Child } from './dom.ts';
import type { Page } from './page.ts';

/** What the API does wrong on purpose. */
export function drawFaults(page: Page, redrawPanel: () => void): Child {
  const { texts } = page;
  const kind = select(texts.faults, Object.entries(texts.faultKinds), 'unauthorized');
  const on = select(texts.faultOn, Object.entries(texts.faultOnNames), 'orders');
  const times = h('input', { type: 'number', min: 1, value: 1 });
  const add = async (): Promise<void> => {
    const limit = times.value === '' ? null : Number(times.value);
    await page.act('faults', { kind: kind.value, on: on.value, times: limit });
    redrawPanel();
  };
  const revoke = async (): Promise<void> => {
    if ((await page.act('tokens/revoke')) !== null) page.say('✓');
  };
  return [
    h(
      'div',
      { class: 'fault-form' },
      h('p', { class: 'soft' }, texts.faultsHelp),
      h(
        'div',
        { class: 'row' },
        h('label', {}, texts.faults, kind),
        h('label', {}, texts.faultOn, on),
        h('label', {}, texts.faultTimes, times),
      ),
      h('div', { class: 'row' }, button(texts.add, add, { class: 'main' }), button(texts.revoke, revoke)),
    ),
    h('h3', {}, texts.activeFaults),
    activeFaults(page),
  ];
}

function activeFaults(page: Page): Child {
  const { texts } = page;
  const { faults } = page.state();
  if (faults.length === 0) return h('p', { class: 'soft' }, texts.noFaults);
  return [
    h(
      'table',
      { class: 'log' },
      faults.map((fault) =>
        h(
          'tr',
          {},
          h('td', {}, h('b', {}, texts.faultKinds[fault.kind])),
          h('td', {}, texts.faultOnNames[fault.on]),
          h('td', { class: 'number' }, fault.times === null ? texts.untilCleared : `× ${fault.times}`),
        ),
      ),
    ),
    h(
      'p',
      { class: 'row' },
      button(texts.clearFaults, () => page.act('faults/clear'), { class: 'stop' }),
    ),
  ];
}

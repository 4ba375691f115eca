import { button, h } from './dom.ts';
import type { Child } from './dom.ts';
import type { ControlState } from '../../control/control-state.ts';
import type { Page } from './page.ts';

type Outcome = ControlState['outcomes'][number];

/** T1 to T22: a button for each, and the expected result. */
export function createScenarios(page: Page, redrawPanel: () => void): { readonly draw: () => Child } {
  const { texts, format } = page;
  let playing: string | null = null;

  const play = async (name: string): Promise<void> => {
    if (playing !== null) return;
    playing = name;
    redrawPanel();
    await page.act(`scenarios/${name}`);
    playing = null;
    const shown = page
      .state()
      .outcomes.find((one) => one.name === name)
      ?.orders.at(-1);
    if (shown !== undefined) page.select(shown.orderId);
    redrawPanel();
  };

  const endedAsExpected = (outcome: Outcome): boolean =>
    outcome.deliveries.every((expected) => {
      const found = page.state().deliveries.find((one) => one.number === expected.delivery);
      if (found === undefined) return true;
      const { state, status, tries } = found;
      return state === expected.state && status === expected.status && tries === expected.tries;
    });

  const expectedOrder = (order: Outcome['orders'][number]): HTMLElement => {
    const rings = order.alerts.map((kind) => texts.alert[kind]).join(', ');
    const status = order.status === 'UNKNOWN' ? order.statusText : texts.statuses[order.status];
    const facts =
      order.known === 'never'
        ? [texts.knownBy.never]
        : [
            status,
            texts.knownBy[order.known],
            rings === '' ? texts.noAlert : rings,
            `${texts.goods} ${format.money(order.pickedMinor)}`,
          ];
    return h('p', {}, h('b', {}, order.code), ` · ${facts.join(' · ')}`);
  };

  const outcomeBox = (outcome: Outcome): HTMLElement => {
    const isOk = endedAsExpected(outcome);
    return h(
      'div',
      { class: 'outcome' },
      h('h3', {}, texts.expected),
      outcome.orders.map(expectedOrder),
      outcome.deliveries.length === 0
        ? null
        : h(
            'p',
            { class: `mark ${isOk ? 'ok' : 'bad'}` },
            isOk ? `✓ ${texts.asExpected}` : `✗ ${texts.notAsExpected}`,
          ),
    );
  };

  return {
    draw: () =>
      page.about.scenarios.map(({ name, title, story }) => {
        const outcome = page.state().outcomes.find((one) => one.name === name);
        return h(
          'div',
          { class: 'scenario' },
          h('span', { class: 'tag' }, name),
          h('b', {}, format.both(title)),
          button(playing === name ? texts.playing : texts.play, () => play(name), {
            // A disabled button would lose the focus.
            'aria-disabled': String(playing !== null),
            'aria-label': `${texts.play} ${name}`,
          }),
          h('p', { class: 'story' }, format.both(story)),
          outcome === undefined ? null : outcomeBox(outcome),
        );
      }),
  };
}

import { button, byId, h, isTypingIn, redraw } from './dom.ts';
import { drawFaults } from './faults.ts';
import { drawRequests, drawWebhooks } from './logs.ts';
import { createScenarios } from './scenarios.ts';
import { drawSwitches, isTurned } from './switches.ts';
import type { Child } from './dom.ts';
import type { ControlState } from '../../control/control-state.ts';
import type { Page, Part } from './page.ts';

const NAMES = ['scenarios', 'switches', 'faults', 'webhooks', 'requests'] as const;
type Name = (typeof NAMES)[number];

/** Scenarios, switches, faults and the two logs, one at a time. */
export function createPanels(page: Page): Part {
  const tabs = byId('tabs');
  const panel = byId('panel');
  let shown: Name = 'scenarios';
  let drawn = '';

  const redrawPanel = (): void => draw(true);
  const scenarios = createScenarios(page, redrawPanel);
  const contents: Readonly<Record<Name, { draw: () => Child; of: (state: ControlState) => unknown }>> = {
    scenarios: { draw: scenarios.draw, of: ({ outcomes, deliveries }) => [outcomes, deliveries] },
    switches: { draw: () => drawSwitches(page, redrawPanel), of: ({ switches }) => switches },
    faults: { draw: () => drawFaults(page, redrawPanel), of: ({ faults }) => faults },
    webhooks: { draw: () => drawWebhooks(page), of: ({ deliveries }) => deliveries },
    requests: { draw: () => drawRequests(page), of: ({ requests }) => requests },
  };

  const show = (name: Name): void => {
    shown = name;
    draw(true);
    panel.scrollTop = 0;
  };
  const isMarked = (name: Name): boolean => {
    if (name === 'faults') return page.state().faults.length > 0;
    const switches = page.about.switchGroups.flatMap((group) => group.switches);
    return name === 'switches' && switches.some((one) => isTurned(page, one.name));
  };
  const tab = (name: Name): HTMLElement =>
    button([page.texts[name], isMarked(name) ? h('span', { class: 'dot' }) : null], () => show(name), {
      id: `tab-${name}`,
      role: 'tab',
      'aria-selected': String(name === shown),
      'aria-controls': 'panel',
      tabindex: name === shown ? 0 : -1,
    });
  tabs.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    show(NAMES.at((NAMES.indexOf(shown) + step) % NAMES.length) ?? shown);
    byId(`tab-${shown}`).focus();
  });

  const draw = (isForced = false): void => {
    redraw(tabs, NAMES.map(tab));
    panel.setAttribute('aria-labelledby', `tab-${shown}`);
    const now = shown + JSON.stringify(contents[shown].of(page.state()));
    if (!isForced && (now === drawn || isTypingIn(panel))) return;
    drawn = now;
    redraw(panel, contents[shown].draw());
  };
  return { draw };
}

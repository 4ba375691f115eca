import { button, h, select } from './dom.ts';
import type { Child } from './dom.ts';
import type { About } from '../../control/control-state.ts';
import type { Page } from './page.ts';

type ListedSwitch = About['switchGroups'][number]['switches'][number];

/** Returns whether a switch differs from its default. */
export function isTurned(page: Page, name: ListedSwitch['name']): boolean {
  return JSON.stringify(page.state().switches[name]) !== JSON.stringify(page.about.defaultSwitches[name]);
}

/** Switches for behaviour of the platform that is not known for sure. */
export function drawSwitches(page: Page, redrawPanel: () => void): Child {
  const { texts, about, format } = page;
  const reset = async (): Promise<void> => {
    await page.act('switches/reset');
    redrawPanel();
  };
  return [
    about.switchGroups.map((group) =>
      h(
        'div',
        { class: 'group' },
        h('h3', {}, format.both(group.title)),
        group.switches.map((one) =>
          h(
            'label',
            { class: isTurned(page, one.name) ? 'switch turned' : 'switch' },
            h('span', {}, format.both(one.label)),
            switchField(page, one),
          ),
        ),
      ),
    ),
    h('p', { class: 'row' }, button(texts.resetSwitches, reset)),
  ];
}

function switchField(page: Page, one: ListedSwitch): HTMLElement {
  const { both } = page.format;
  const value = page.state().switches[one.name];
  const label = both(one.label);
  const turn = (next: unknown): void => void page.act('switches', { [one.name]: next });
  if (one.kind === 'choice') {
    const choices = one.choices.map((choice) => [choice, words(page, one, choice)] as const);
    const field = select(label, choices, String(value));
    field.addEventListener('change', () => turn(field.value));
    return field;
  }
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  const look = {
    'yes-no': { type: 'checkbox', checked: value === true },
    number: { type: 'number', min: 0, value: text },
    numbers: { type: 'text', value: text },
  } as const;
  const field = h('input', { ...look[one.kind], 'aria-label': label });
  const read = {
    'yes-no': () => field.checked,
    number: () => Number(field.value),
    numbers: () =>
      field.value
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(Number),
  };
  field.addEventListener('change', () => turn(read[one.kind]()));
  return field;
}

function words(page: Page, one: ListedSwitch, choice: string): string {
  const label = one.choiceLabels[choice];
  return label === undefined ? choice : page.format.both(label);
}

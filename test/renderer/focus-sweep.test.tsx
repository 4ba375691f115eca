import { act, render, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { View } from '../../src/renderer/app.tsx';
import { CardPage } from '../../src/renderer/card/card-page.tsx';
import { createFakeMostrador } from '../fakes/mostrador-api.ts';
import { sceneOf, type Scene } from '../pages/scenes.ts';
import { clearPage, renderApp } from './render-app.tsx';

afterEach(clearPage);
window.print = () => undefined;
// Nothing here leads anywhere: the app itself opens what a link names.
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('a[href]') !== null) event.preventDefault();
});

/** Each window in the states that have buttons of their own. */
const PAGES: readonly (readonly [view: View | 'card', scenes: readonly Scene[]])[] = [
  ['counter', ['paper', 'trouble', 'hands', 'demo', 'demo-stopped']],
  ['card', ['day', 'busy']],
  ['settings', ['copy', 'unsent', 'hands', 'paper', 'refused', 'demo']],
  ['setup', ['new', 'refused', 'tested', 'broken']],
  ['day-test', ['tested', 'broken']],
  ['deliveries', ['odd']],
  ['diagnostics', ['odd']],
  ['day', ['day']],
  ['tour', ['day']],
  ['about', ['day']],
];
const PRESSED = 'button, summary, a[href]';
/** What a button brings has buttons as well, and so have those. */
const DEEPEST = 3;

const buttons = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(PRESSED)].filter(
    (one) => !one.matches(':disabled') && one.closest('[hidden], [inert]') === null,
  );
/** Names that stay the same from one drawing of the page to the next. */
function named(): ReadonlyMap<string, HTMLElement> {
  const found = new Map<string, HTMLElement>();
  for (const one of buttons()) {
    const part = one.closest<HTMLElement>('[data-section]')?.dataset['section'] ?? '';
    const words = one.getAttribute('aria-label') ?? one.textContent;
    const lead = `${part} ${words.trim()}`.trim();
    let name = lead;
    for (let number = 2; found.has(name); number += 1) name = `${lead} ${String(number)}`;
    found.set(name, one);
  }
  return found;
}

/** Until nothing has moved for a while: answers of main come one after the other. */
async function untilCalm(): Promise<void> {
  let before = '';
  await waitFor(
    async () => {
      const isCalm = before === document.body.innerHTML;
      before = document.body.innerHTML;
      if (!isCalm) throw new Error('It still changes');
    },
    { interval: 30 },
  );
}

async function open(view: View | 'card', scene: Scene): Promise<UserEvent> {
  clearPage();
  const fake = createFakeMostrador(sceneOf(scene, 'es'));
  const user = view === 'card' ? userEvent.setup() : renderApp(fake, view);
  if (view === 'card') render(<CardPage api={fake.api} />);
  await waitFor(() => expect(buttons().length).toBeGreaterThan(0));
  await untilCalm();
  return user;
}

/** Presses the buttons of a way one after the other; false when one of them is no longer there. */
async function walk(user: UserEvent, way: readonly string[]): Promise<boolean> {
  for (const name of way) {
    const button = named().get(name);
    if (button === undefined) return false;
    act(() => button.focus());
    await user.keyboard('{Enter}');
    await untilCalm();
  }
  return true;
}

test.each(PAGES)(
  'no button of %s leaves the focus to nothing',
  { timeout: 600_000 },
  async (view, scenes) => {
    const lost: string[] = [];
    // A button that two states have is pressed in the first of them.
    const known = new Set<string>();
    for (const scene of scenes) {
      await open(view, scene);
      const ways: (readonly string[])[] = [];
      const note = (way: readonly string[]): void => {
        for (const name of named().keys()) {
          if (known.has(name) || way.length === DEEPEST) continue;
          known.add(name);
          ways.push([...way, name]);
        }
      };
      note([]);
      for (const way of ways) {
        const isThere = await walk(await open(view, scene), way);
        const at = document.activeElement;
        const isLost = at === null || at === document.body || !at.isConnected;
        if (isThere && isLost) lost.push(`${scene}: ${way.join(' → ')}`);
        if (isThere) note(way);
      }
    }
    expect(known.size).toBeGreaterThan(2);
    expect(lost).toEqual([]);
  },
);

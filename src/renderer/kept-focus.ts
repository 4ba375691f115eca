import { useEffect } from 'react';

/** What ends one part of a page: beyond it stands something else, whose buttons nobody meant. */
const PART = 'main, section, aside, dialog, [role="tabpanel"]';
const REACHED = 'a[href], button, input, select, textarea, summary, [tabindex]';
/** What may take the focus when nothing near is left: the list, or the page's main part. */
const RESTS = ['main [role="grid"]', 'main', '[role="main"]'] as const;

/** An element that held the focus inside another, and its place there. */
type Step = { readonly inside: Element; readonly index: number };

/**
 * Keeps the focus in the page as long as the page is shown. The browser drops it on the body when the focused element is
 * removed, hidden or disabled; it then goes to what the element names in `data-focus-next` (a selector), else to what stands
 * in that place now, else to the part around it, else to the list.
 */
export function useKeptFocus(): void {
  useEffect(() => keepFocus(), []);
}

function keepFocus(): () => void {
  let last: HTMLElement | null = null;
  let way: readonly Step[] = [];
  // An element that was disabled while it had the focus, and what has it until the element is enabled again.
  let away: { readonly from: HTMLElement; readonly to: Element | null } | null = null;

  const hear = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    way = wayOf(target);
  };
  const look = (): void => {
    if (away !== null && isOpen(away.from) && document.activeElement === away.to) {
      const { from } = away;
      away = null;
      from.focus({ preventScroll: true });
      return;
    }
    if (last === null || !isLost() || isOpen(last)) return;
    const from = last;
    const isWaiting = from.isConnected && from.matches(':disabled');
    const place = isWaiting ? rest() : (heirOf(from) ?? near(way) ?? rest());
    place?.focus({ preventScroll: true });
    away = isWaiting ? { from, to: document.activeElement } : null;
  };
  const changes = new MutationObserver((records) => {
    look();
    // The browser drops the focus of a disabled or hidden element only when it draws the page.
    if (records.some(({ type }) => type === 'attributes')) requestAnimationFrame(() => setTimeout(look));
  });
  document.addEventListener('focusin', hear);
  changes.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'inert'],
  });
  return () => {
    document.removeEventListener('focusin', hear);
    changes.disconnect();
  };
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Puts the focus on the list, else on the page's main part: keys then mean the page, and no button. */
export function restFocus(): void {
  const place = rest();
  if (place === null && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  else place?.focus({ preventScroll: true });
}

function rest(): HTMLElement | null {
  for (const selector of RESTS) {
    const place = document.querySelector(selector);
    if (!(place instanceof HTMLElement) || !isOpen(place)) continue;
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    return place;
  }
  return null;
}

function heirOf(gone: HTMLElement): HTMLElement | null {
  const selector = gone.dataset['focusNext'];
  const heir = selector === undefined ? null : document.querySelector(selector);
  return heir instanceof HTMLElement && isOpen(heir) ? heir : null;
}

function wayOf(target: Element): readonly Step[] {
  const steps: Step[] = [];
  let at: Element = target;
  while (at.parentElement !== null && at.parentElement !== document.body) {
    const inside = at.parentElement;
    steps.push({ inside, index: [...inside.children].indexOf(at) });
    at = inside;
  }
  return steps;
}

/** Returns what stands nearest to where the way began, without leaving the part that is still there. */
function near(way: readonly Step[]): HTMLElement | null {
  for (const { inside, index } of way) {
    if (!isOpen(inside)) continue;
    if (inside.querySelector('main') !== null) return null;
    if (inside instanceof HTMLElement && inside.hasAttribute('tabindex')) return inside;
    const isPart = inside.matches(PART);
    const children = [...inside.children];
    const found = isPart
      ? inside.querySelector<HTMLElement>('h1[tabindex], h2[tabindex]')
      : ([...children.slice(index), ...children.slice(0, index).toReversed()]
          .map(firstReached)
          .find((one) => one !== null) ?? null);
    if (found !== null && isOpen(found)) return found;
    if (isPart) return null;
  }
  return null;
}

/** Never a button that waits for a steady page: a second press meant the one that was there before. */
function firstReached(inside: Element): HTMLElement | null {
  const all = [inside, ...inside.querySelectorAll(REACHED)];
  const found = all.find(
    (one) =>
      one instanceof HTMLElement &&
      one.matches(REACHED) &&
      one.tabIndex >= 0 &&
      one.dataset['steady'] === undefined &&
      isOpen(one),
  );
  return found instanceof HTMLElement ? found : null;
}

/** Returns true for an element that is in the page, shown and not disabled. */
function isOpen(element: Element): boolean {
  if (!element.isConnected || element.matches(':disabled')) return false;
  if (element.closest('[hidden], [inert]') !== null) return false;
  // Not every document can say what it shows.
  return !('checkVisibility' in element) || element.checkVisibility();
}

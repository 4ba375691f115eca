/** The allowed contents of an element. Text is inserted as text, never as HTML. */
export type Child = Node | string | null | readonly Child[];
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** Returns a new element. An attribute that is null or false is left out. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...nodes(children));
  return element;
}

/** Returns a button that does something. */
export function button(label: Child, run: () => unknown, attributes: Attributes = {}): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', () => void run());
  return element;
}

/** Returns a select field of these values, each with its label. */
export function select(
  label: string,
  options: readonly (readonly [value: string, words: string])[],
  chosen: string,
): HTMLSelectElement {
  const choices = options.map(([value, words]) => h('option', { value, selected: value === chosen }, words));
  return h('select', { 'aria-label': label }, choices);
}

/** Throws when the page has no such element. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}`);
  return element;
}

/** Replaces the content, and keeps scroll position and focus. */
export function redraw(container: HTMLElement, ...children: readonly Child[]): void {
  const before = focusable(container);
  const place = before.findIndex((one) => one === document.activeElement);
  const name = nameOf(before[place]);
  const { scrollTop } = container;
  container.replaceChildren(...nodes(children));
  container.scrollTop = scrollTop;
  if (place === -1) return;
  const after = focusable(container);
  const same = after.find((one) => nameOf(one) === name) ?? after[Math.min(place, after.length - 1)];
  same?.focus({ preventScroll: true });
}

/** Returns whether the user is typing there: a change from elsewhere must not disturb it. */
export function isTypingIn(container: HTMLElement): boolean {
  const active = document.activeElement;
  return active !== null && container.contains(active) && active.matches('input, select, textarea');
}

function nodes(children: readonly Child[]): Node[] {
  return children.flatMap((child) => {
    if (child === null) return [];
    if (typeof child === 'string') return [document.createTextNode(child)];
    return child instanceof Node ? [child] : nodes(child);
  });
}

function focusable(container: HTMLElement): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('button, input, select')];
}

function nameOf(element: HTMLElement | undefined): string | null {
  if (element === undefined) return null;
  return element.dataset['key'] ?? element.getAttribute('aria-label') ?? element.textContent;
}

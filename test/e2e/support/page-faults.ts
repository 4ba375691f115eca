import type { Page } from 'playwright-core';

/** A page may still follow its window. */
const LOOKS = 5;
const BETWEEN_MS = 100;

/** Returns what is wrong with the page as it stands in its window, a line for each fault; empty when nothing is. */
export async function pageFaults(page: Page, state: string): Promise<readonly string[]> {
  let found = await page.evaluate(measure);
  for (let look = 1; look < LOOKS && found.length > 0; look += 1) {
    await page.waitForTimeout(BETWEEN_MS);
    found = await page.evaluate(measure);
  }
  return found.map((fault) => `${state}: ${fault}`);
}

/** Runs in a page. What is outside of a scrolled part's height is not looked at: it can be scrolled to. */
function measure(): string[] {
  const faults: string[] = [];
  const SLACK_PX = 1.5;
  const WIDE_LETTERS = 100;
  const MOST_EMPTY_LETTERS = 30;
  const [FEW_LINES, FEW_LETTERS] = [3, 3];
  /** What only screen readers meet. */
  const isSpokenOnly = (element: Element): boolean => {
    for (let each: Element | null = element; each !== null; each = each.parentElement)
      if (getComputedStyle(each).clipPath === 'inset(50%)') return true;
    return false;
  };
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('[aria-hidden="true"]') === null &&
    !isSpokenOnly(element);
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
  const ancestorsOf = (element: Element): Element[] => {
    const all: Element[] = [];
    for (let each = element.parentElement; each !== null; each = each.parentElement) all.push(each);
    return all;
  };
  const scrolls = (element: Element): boolean =>
    /auto|scroll/.test(getComputedStyle(element).overflowY) &&
    element.scrollHeight > element.clientHeight + 1;

  /** Lines of a file are as long as they are, and a table in a room of its own may be as wide as it must. */
  const isRoomy = (element: Element): boolean =>
    element.tagName === 'PRE' ||
    (element.firstElementChild?.tagName === 'TABLE' && getComputedStyle(element).overflowX === 'auto');

  /** The part of a box that its scrolled and cut ancestors let through; null when nothing is. */
  const seenPart = (element: Element, box: DOMRect): DOMRect | null => {
    let { left, top, right, bottom } = box;
    for (const each of ancestorsOf(element)) {
      if (getComputedStyle(each).overflow === 'visible') continue;
      const frame = each.getBoundingClientRect();
      left = Math.max(left, frame.left);
      right = Math.min(right, frame.right);
      top = Math.max(top, frame.top);
      bottom = Math.min(bottom, frame.bottom);
    }
    top = Math.max(top, 0);
    bottom = Math.min(bottom, innerHeight);
    return right - left > 0 && bottom - top > 0 ? new DOMRect(left, top, right - left, bottom - top) : null;
  };
  /** True when something else lies over the whole of it, as the detail does over the list in a narrow window. */
  const isCovered = (element: Element, { left, top, width, height }: DOMRect): boolean => {
    const on = document.elementFromPoint(left + width / 2, top + height / 2);
    return on === null || !(on === element || element.contains(on) || on.contains(element));
  };

  type Text = { readonly element: Element; readonly box: DOMRect };
  const texts: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || (node.textContent ?? '').trim() === '' || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = range.getClientRects();
    const letters = (node.textContent ?? '').trim().length;
    if (lines.length >= FEW_LINES && letters / lines.length < FEW_LETTERS)
      faults.push(`stands letter below letter: ${nameOf(element)}`);
    for (const box of lines) {
      if (box.width < 1) continue;
      const part = seenPart(element, box);
      if (part === null || isCovered(element, part)) {
        const all = ancestorsOf(element);
        const scroller = all.findIndex(scrolls);
        // What a scrolled part holds can be scrolled into view.
        const cutter = all.slice(0, scroller < 0 ? all.length : scroller).find((each) => {
          const { overflowX, overflowY } = getComputedStyle(each);
          const frame = each.getBoundingClientRect();
          const isBeside = box.left > frame.right - 1 || box.right < frame.left + 1;
          const isBelow = box.top > frame.bottom - 1 || box.bottom < frame.top + 1;
          return (overflowX === 'hidden' && isBeside) || (overflowY === 'hidden' && isBelow);
        });
        if (cutter !== undefined) faults.push(`cannot be seen: ${nameOf(element)}`);
        continue;
      }
      texts.push({ element, box: part });
      const row = element.closest('[role="row"]')?.getBoundingClientRect();
      if (row !== undefined && (box.top < row.top - 3 || box.bottom > row.bottom + 3))
        faults.push(`outside of its row: ${nameOf(element)}`);
      const isCutBeside = part.width < box.width - SLACK_PX && !ancestorsOf(element).some(isRoomy);
      const cutBelow = ancestorsOf(element).find((each) => {
        const frame = each.getBoundingClientRect();
        const isCut = frame.bottom < box.bottom - 4 || frame.top > box.top + 4;
        return /hidden|clip/.test(getComputedStyle(each).overflowY) && !scrolls(each) && isCut;
      });
      const scroller = ancestorsOf(element).find(scrolls);
      if (isCutBeside) faults.push(`cut at its side: ${nameOf(element)}`);
      // What a scrolled list cuts at its edge can be scrolled into view.
      else if (cutBelow !== undefined && (scroller === undefined || scroller.contains(cutBelow)))
        faults.push(`cut in its height: ${nameOf(element)}`);
      if (box.left < -1 || box.right > innerWidth + 1)
        faults.push(`outside of the window: ${nameOf(element)}`);
    }
  }
  if (document.documentElement.scrollHeight > innerHeight + 1)
    faults.push('the window scrolls, though each part of the page scrolls by itself');
  for (const element of document.querySelectorAll('body *')) {
    const { overflowX, textOverflow } = getComputedStyle(element);
    const isCut = textOverflow === 'ellipsis' || overflowX === 'hidden';
    if (isCut && isShown(element) && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
      faults.push(`wider than its place: ${nameOf(element)}`);
    const isSideways = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (isSideways && isShown(element) && !isRoomy(element))
      faults.push(`scrolls sideways: ${nameOf(element)}`);
    if (scrolls(element) && isShown(element)) {
      const outer = ancestorsOf(element).find(scrolls);
      if (outer !== undefined) faults.push(`scrolls inside of what scrolls: ${nameOf(element)}`);
    }
  }

  const pen = document.createElement('canvas').getContext('2d');
  for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    if (pen === null || field.value !== '' || !isShown(field)) continue;
    pen.font = getComputedStyle(field, '::placeholder').font;
    const { paddingLeft, paddingRight } = getComputedStyle(field);
    const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    if (pen.measureText(field.placeholder).width > room + SLACK_PX)
      faults.push(`hint is cut: "${field.placeholder}"`);
  }

  // Nothing outside of a closed list can measure the words that it draws: another text stands for them here.
  for (const list of document.querySelectorAll('select')) {
    // The system draws the words on one line; the box around an unseen list draws them itself.
    const isUnseen = getComputedStyle(list).opacity === '0';
    const box = isUnseen ? list.parentElement : list;
    if (box === null || !isShown(box)) continue;
    const words = getComputedStyle(box, isUnseen ? '::before' : null);
    const { paddingLeft, paddingRight } = getComputedStyle(box);
    const arrow = isUnseen ? 0 : 1.25 * Number.parseFloat(words.fontSize);
    const room = box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - arrow;
    const probe = document.createElement('div');
    Object.assign(probe.style, {
      position: 'absolute',
      visibility: 'hidden',
      width: `${String(room)}px`,
      font: words.font,
      overflowWrap: words.overflowWrap,
      whiteSpace: isUnseen ? words.whiteSpace : 'pre',
    });
    document.body.append(probe);
    for (const { text, selected } of list.options) {
      probe.textContent = text;
      const isTooHigh = selected && probe.clientHeight > box.clientHeight;
      if (isTooHigh || probe.scrollWidth > probe.clientWidth) faults.push(`cut when chosen: "${text}"`);
      if (selected && isUnseen && !words.content.includes(JSON.stringify(text)))
        faults.push(`chosen, but not shown: "${text}"`);
    }
    probe.remove();
  }

  const controls = [...document.querySelectorAll('button, input, select, [role="tab"]')].flatMap(
    (element) => {
      if (!isShown(element)) return [];
      const part = seenPart(element, element.getBoundingClientRect());
      return part === null || isCovered(element, part) ? [] : [{ element, box: part }];
    },
  );
  const isFoot = (element: Element): boolean => {
    const foot = element.closest('footer');
    return foot !== null && getComputedStyle(foot).position === 'sticky';
  };
  const overlap = (a: DOMRect, b: DOMRect): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  controls.forEach((one, index) => {
    for (const other of [...controls.slice(index + 1), ...texts]) {
      const isInside = one.element.contains(other.element) || other.element.contains(one.element);
      // What a page's foot lies over can be scrolled out from below it.
      const isBelowFoot = isFoot(one.element) !== isFoot(other.element);
      if (!isInside && !isBelowFoot && overlap(one.box, other.box))
        faults.push(`over each other: ${nameOf(one.element)} and ${nameOf(other.element)}`);
    }
  });

  // On a wide screen a button stands near what it belongs to, and so does each fact of a row.
  const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const isWide = innerWidth >= WIDE_LETTERS * letter;
  const partOf = (element: Element): Element | null => element.closest('main, nav, aside, form');
  const facts = texts.filter(({ element }) => element.closest('[role="row"], tbody tr') !== null);
  for (const { element, box } of isWide ? [...controls, ...facts] : []) {
    const before = [...controls, ...texts].filter(
      (one) =>
        !element.contains(one.element) &&
        partOf(one.element) === partOf(element) &&
        one.box.bottom > box.top &&
        one.box.top < box.bottom &&
        one.box.right <= box.left + 1,
    );
    const room = box.left - Math.max(...before.map((one) => one.box.right));
    if (Number.isFinite(room) && room > MOST_EMPTY_LETTERS * letter)
      faults.push(`${String(Math.round(room))} px from what it stands beside: ${nameOf(element)}`);
  }

  // A message over the page hides what is below it from who wants to read or press that.
  for (const float of document.querySelectorAll('body *')) {
    if (getComputedStyle(float).position !== 'fixed' || !isShown(float)) continue;
    if (float.closest(':popover-open, dialog') !== null) continue;
    const box = float.getBoundingClientRect();
    const all = [...document.querySelectorAll('button, input, [role="row"]')].filter(
      (one) => isShown(one) && !float.contains(one) && seenPart(one, one.getBoundingClientRect()) !== null,
    );
    for (const one of all)
      if (overlap(one.getBoundingClientRect(), box)) faults.push(`below ${nameOf(float)}: ${nameOf(one)}`);
  }

  const main = [...document.querySelectorAll('button[data-kind="primary"]')].filter(isShown);
  const seen = main.filter((button) => {
    const box = button.getBoundingClientRect();
    const part = seenPart(button, box);
    return part !== null && !isCovered(button, part);
  });
  for (const button of main) {
    const box = button.getBoundingClientRect();
    const part = seenPart(button, box);
    const isWhole = part !== null && part.height > box.height - 2 && part.width > box.width - 2;
    if (seen.length === 0 || (seen.includes(button) && !isWhole))
      faults.push(`not in view: ${nameOf(button)}`);
  }
  if (seen.length > 1) faults.push(`more than one main button: ${seen.map(nameOf).join(', ')}`);
  return [...new Set(faults)];
}

import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { App, type View } from '../../src/renderer/app.tsx';
import { createShowRequests } from '../../src/renderer/show-requests.ts';
import type { FakeMostrador } from '../fakes/mostrador-api.ts';

// The first page of a file loads its code; a busy computer takes longer than the second that is usual.
configure({ asyncUtilTimeout: 10_000 });

const PAGE_WIDTH = 1000;
const PAGE_HEIGHT = 700;

/** Draws the whole app against a fake main process, in a page that has a size: without one no row would be drawn. */
export function renderApp(fake: FakeMostrador, view: View = 'counter'): UserEvent {
  give('offsetWidth', PAGE_WIDTH);
  give('offsetHeight', PAGE_HEIGHT);
  give('clientHeight', PAGE_HEIGHT);
  render(<App api={fake.api} view={view} shows={createShowRequests(fake.api)} />);
  return userEvent.setup();
}

/** For `afterEach`: the next test starts with an empty page that remembers nothing. */
export function clearPage(): void {
  cleanup();
  localStorage.clear();
}

/** The codes of the rows on the screen, in their order. */
export function shownCodes(): readonly string[] {
  return screen.queryAllByRole('row').map((row) => row.querySelector('[role="gridcell"]')?.textContent ?? '');
}

/** The row of a code, waited for. */
export function findRow(code: string): Promise<HTMLElement> {
  return waitFor(() => {
    const rows = screen.queryAllByRole('row');
    const row = rows.find((each) => each.querySelector('[role="gridcell"]')?.textContent === code);
    if (row === undefined) throw new Error(`No row ${code}; there are ${shownCodes().join(', ')}`);
    return row;
  });
}

function give(name: 'offsetWidth' | 'offsetHeight' | 'clientHeight', value: number): void {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
}

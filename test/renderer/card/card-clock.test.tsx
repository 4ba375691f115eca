import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { CardPage } from '../../../src/renderer/card/card-page.tsx';
import { createFakeMostrador, healthOf } from '../../fakes/mostrador-api.ts';
import { clearPage } from '../render-app.tsx';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SINCE = '2026-03-12T17:00:00.000Z';

afterEach(() => {
  vi.useRealTimers();
  clearPage();
});

test.each([3, -3])(
  'on a computer that is %d days off the card counts from the time of the platform',
  async (days) => {
    const fake = createFakeMostrador({
      alerts: [
        {
          id: 'a:ready',
          subject: 'a',
          kind: 'ready',
          code: '4821',
          customerFirstName: null,
          reason: null,
          raisedAt: SINCE,
          since: SINCE,
          source: 'webhook',
          shownAt: SINCE,
          acknowledgedAt: null,
          acknowledgedBy: null,
          closedAt: null,
        },
      ],
    });
    const here = (clockOffsetMs: number): void => {
      fake.main.health = { ...healthOf(), facts: { ...healthOf().facts, clockOffsetMs } };
    };
    here(-days * DAY_MS);
    vi.useFakeTimers();
    vi.setSystemTime(Date.parse(SINCE) + days * DAY_MS + 7 * MINUTE_MS);
    render(<CardPage api={fake.api} />);
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(screen.getByText(/hace 7 min/)).toBeTruthy();

    // Somebody sets the clock: main notices, and the card, which is told of no light, asks.
    here(0);
    vi.setSystemTime(Date.parse(SINCE) + 8 * MINUTE_MS);
    await act(() => vi.advanceTimersByTimeAsync(40_000));
    expect(screen.getByText(/hace 8 min/)).toBeTruthy();
  },
);

import type { DayReport, DaySaved } from '../../src/shared/orders/day.ts';
import type { MostradorApi } from '../../src/shared/ipc-contract.ts';
import type { FakeCall } from './computer-api.ts';

/** What main knows about the days; tests change it between calls. */
export type FakeDay = { day: DayReport; daySaved: DaySaved };

/** A day at noon with two hours of orders, one outage and one order that only asking found. */
export const SAMPLE_DAY: DayReport = {
  range: { from: '2026-03-12', to: '2026-03-12' },
  today: '2026-03-12',
  firstDay: '2026-01-12',
  ready: 23,
  left: 19,
  cancelledBefore: 2,
  cancelledAfter: 1,
  stillWaiting: 2,
  waiting: { count: 19, medianMs: 430_000, worstMs: 2_940_000, worstCode: '4817' },
  seen: { count: 22, medianMs: 9_000, worstMs: 310_000, worstCode: '4821' },
  closedUnseen: 1,
  hours: Array.from({ length: 24 }, (_, hour) => ({
    hour,
    isRepeated: false,
    ready: hour === 11 ? 14 : hour === 12 ? 6 : hour === 13 ? 3 : 0,
    left: hour === 11 ? 9 : hour === 12 ? 8 : hour === 13 ? 2 : 0,
    medianWaitMs: hour === 11 ? 390_000 : hour === 12 ? 540_000 : hour === 13 ? 95_000 : null,
  })),
  outages: [
    {
      kind: 'connection',
      from: '2026-03-12T14:10:00.000Z',
      to: '2026-03-12T14:31:00.000Z',
      hidReady: 3,
      hidCancelled: 1,
    },
    {
      kind: 'app-off',
      from: '2026-03-12T15:02:00.000Z',
      to: '2026-03-12T15:06:00.000Z',
      hidReady: 0,
      hidCancelled: 0,
    },
  ],
  foundByAsking: { count: 2, codes: ['4819', '4822'] },
};

/** The part of the fake main process that answers for the report of the day. */
export function dayApi(
  main: FakeDay,
  call: FakeCall,
): Pick<MostradorApi, 'window:open-day' | 'day:read' | 'day:save'> {
  return {
    'window:open-day': () => call('window:open-day', undefined, () => null),
    'day:read': (arg) => call('day:read', arg, () => main.day),
    'day:save': (arg) => call('day:save', arg, () => main.daySaved),
  };
}

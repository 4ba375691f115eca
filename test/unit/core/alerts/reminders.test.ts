import { expect, test } from 'vitest';
import { createReminders } from '../../../../src/main/core/alerts/reminders.ts';
import type { Reminder } from '../../../../src/shared/orders/alert.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../../src/shared/settings/alert-settings.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';

type Noted = readonly [readonly string[], Partial<Reminder>];

function rig({ isFull = false } = {}) {
  const noted: Noted[] = [];
  const tones: (readonly [string, number, number])[] = [];
  const silenced: (readonly string[])[] = [];
  const errors: string[] = [];
  let shows = 0;
  const reminders = createReminders({
    store: {
      remind: (ids, change) => {
        if (isFull) throw new Error('full');
        noted.push([ids, change]);
      },
    },
    now: () => NOON,
    onTone: (tone, volume) => tones.push([tone, volume, noted.length]),
    onSilenced: (ids) => silenced.push(ids),
    log: { error: (message) => errors.push(message) },
    showNow: () => {
      shows += 1;
    },
  });
  const follow = (remind: readonly string[], volume = 100, silent: readonly string[] = []): void =>
    reminders.follow({ remind, silenced: silent }, { ...DEFAULT_ALERT_SETTINGS, volume });
  return { ...reminders, follow, noted, tones, silenced, errors, shows: () => shows };
}

test('one tone, calmer than an alert, stands for all bags; it is noted before it is heard', () => {
  const { follow, noted, tones } = rig();
  follow(['1', '2'], 50);
  expect(noted).toEqual([[['1', '2'], { toldAt: NOON }]]);
  expect(tones).toEqual([['marimba', 0.4, 1]]);
});

test('without a bag nothing is noted or heard', () => {
  const { follow, noted, tones } = rig();
  follow([]);
  expect([noted, tones]).toEqual([[], []]);
});

test('at volume 0 it counts as told and is not heard', () => {
  const { follow, noted, tones } = rig();
  follow(['1'], 0);
  expect(noted).toHaveLength(1);
  expect(tones).toEqual([]);
});

test('what the disk cannot note is said in the log and not heard, or every start would play it again', () => {
  const { follow, tones, errors } = rig({ isFull: true });
  follow(['1']);
  expect(errors).toEqual(['Could not note that somebody is told of a bag']);
  expect(tones).toEqual([]);
});

test('pages are told which orders nobody wants to be reminded of when that changes, and only then', () => {
  const { follow, silenced, pages } = rig();
  follow([], 100, []);
  follow([], 100, ['1']);
  follow([], 100, ['1']);
  follow([], 100, ['1', '2']);
  expect(silenced).toEqual([['1'], ['1', '2']]);
  expect(pages.silenced()).toEqual(['1', '2']);
});

test('what people say about a bag is noted with the time, and shown', () => {
  const { pages, noted, shows } = rig();
  pages.seen(['1', '2']);
  pages.silence('1', true);
  pages.silence('1', false);
  expect(noted).toEqual([
    [['1', '2'], { seenAt: NOON }],
    [['1'], { silencedAt: NOON }],
    [['1'], { silencedAt: null }],
  ]);
  expect(shows()).toBe(3);
});

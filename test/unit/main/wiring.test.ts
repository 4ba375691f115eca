import { expect, test } from 'vitest';
import { createEvents } from '../../../src/main/core/support/events.ts';
import type { AppEvents } from '../../../src/main/events.ts';
import { whoHears } from '../../../src/main/wiring.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { FAKE_COMPUTER } from '../../fakes/computer-api.ts';
import { noSecrets } from '../../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../../fakes/sample-settings.ts';
import { CALM_OUTGOING } from '../../fakes/outgoing-api.ts';

/** The table between parts that only note that they were called. */
function wired() {
  const called: string[] = [];
  const errors: unknown[] = [];
  const note = (what: string) => () => void called.push(what);
  const later = (what: string) => async (): Promise<void> => {
    called.push(`${what} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    called.push(`${what} ends`);
  };
  const events = createEvents<AppEvents>({ onError: (_event, error) => errors.push(error) });
  const at = '2026-03-10T15:00:00.000Z';
  events.connect(
    whoHears({
      audit: { record: note('audit'), noteShown: note('shown'), noteSound: note('audit sound') },
      clock: { asleep: note('clock asleep'), awake: note('clock awake') },
      clockWatch: { look: note('clock light') },
      configuration: { apply: later('apply'), recheck: later('recheck') },
      demo: { cross: note('demo') },
      hands: {
        shortcut: { follow: note('shortcut'), noteAlerts: note('shortcut alerts') },
        speech: { noteAlerts: note('speech alerts'), noteTone: note('speech tone') },
      },
      health: { note: note('health facts') },
      ordersLight: { showAlerts: note('orders light'), follow: note('spelling') },
      outgoing: {
        wake: note('outgoing wakes'),
        look: note('outgoing looks'),
        notePoll: note('outgoing hears the poll'),
        follow: note('outgoing follows'),
        pages: { read: () => CALM_OUTGOING.outgoing },
      },
      outlet: { look: note('outlet looks'), follow: note('outlet follows'), wake: note('outlet wakes') },
      paper: { look: note('slips'), follow: note('slips follow') },
      polling: {
        follow: note('polling follows'),
        leaveShop: note('polling leaves'),
        wake: note('polling wakes'),
        asleep: note('polling asleep'),
        awake: note('polling awake'),
        tick: note('polling tick'),
        refresh: () => Promise.resolve({ ok: true, at, added: 0, changed: 0, read: 0 }),
      },
      presenter: {
        publish: note('publish'),
        showAlerts: note('alerts'),
        showTray: note('tray'),
        showHealth: note('health'),
        showPoll: note('poll'),
        resume: note('resume'),
        awake: note('presenter awake'),
        notify: ({ title }) => called.push(`toast ${title}`),
        textSize: { follow: note('text size') },
        riders: { follow: note('riders') },
        broadcast: (channel) => called.push(channel),
        shown: { listOrders: () => [] },
      },
      publicAddress: {
        follow: later('address'),
        noteFound: note('found'),
        wake: note('address wakes'),
        minute: note('address minute'),
      },
      setup: { notice: note('setup') },
      storage: { switchShop: note('shop') },
      soundWatch: {
        noteTest: note('sound heard'),
        look: later('sound'),
        follow: note('sound follows'),
        tryAloud: later('aloud'),
      },
      texts: () => textsFor('es'),
      upkeep: {
        follow: note('history'),
        followSettings: note('upkeep follows'),
        minute: note('upkeep'),
        pages: { computer: { view: () => FAKE_COMPUTER.computer } },
      },
    }),
  );
  return { ...events, called, errors };
}

test('when the computer wakes up, the clock hears it first, then what rings, then who asks and who is called', async () => {
  const { emitAndWait, called } = wired();
  await emitAndWait('suspended', null);
  await emitAndWait('resumed', null);
  expect(called).toEqual([
    'clock asleep',
    'polling asleep',
    'clock awake',
    'presenter awake',
    'polling awake',
    'address wakes',
    'outlet wakes',
  ]);
});

test('nothing is asked by new settings before the receiver and the address follow them', async () => {
  const { emitAndWait, called, errors } = wired();
  const view = { settings: SAMPLE_SETTINGS, secrets: noSecrets(), configured: true, problems: [] };
  await emitAndWait('settings-changed', { view, closed: null });
  expect(errors).toEqual([]);
  expect(called).toEqual([
    'text size',
    'riders',
    'shortcut',
    'spelling',
    'shop',
    'address begins',
    'address ends',
    'polling follows',
    'upkeep follows',
    'slips follow',
    'sound follows',
    'outgoing follows',
    'outlet follows',
    'settings:changed',
    'tray',
  ]);
});

test('a keychain that takes its time holds up neither the clock nor the polls of this look', async () => {
  const { emit, called } = wired();
  emit('tick', null);
  expect(called).toEqual(['clock light', 'polling tick', 'outgoing looks', 'recheck begins']);
});

test('a system that takes its time to tell of its sound holds up nothing else of this minute', () => {
  const { emit, called } = wired();
  emit('minute', null);
  expect(called).toEqual([
    'riders',
    'address minute',
    'upkeep',
    'slips',
    'outlet looks',
    'shortcut',
    'sound begins',
  ]);
});

test('what was asked for in the tray ends in a toast', async () => {
  const { emitAndWait, called } = wired();
  await emitAndWait('refresh-chosen', null);
  expect(called).toHaveLength(1);
  expect(called[0]).toContain('toast');
});

import { expect, test } from 'vitest';
import { createHealthBoard } from '../../../../src/main/core/health/board.ts';
import { createHealthRecorder } from '../../../../src/main/core/health/recorder.ts';
import { HEALTH_PARTS, type HealthNote } from '../../../../src/shared/health/health.ts';
import { createFixedClock, NOON } from '../../../fakes/fixed-clock.ts';

test('each change of a part is one line; what stays as it is is none', () => {
  const { now } = createFixedClock();
  const notes: HealthNote[] = [];
  const recorder = createHealthRecorder({ add: (note) => notes.push(note), now });
  const board = createHealthBoard({ now, onChange: recorder.follow });
  recorder.start('0.1.0', false);
  board.set('partner', 'down', 'partner-offline');
  expect(notes[0]).toEqual({ at: NOON, part: 'app', state: 'started', code: '0.1.0', detail: null });
  // The first look notes every part.
  expect(notes).toHaveLength(1 + HEALTH_PARTS.length);
  board.note({ lastPollAt: NOON });
  board.set('partner', 'down', 'partner-offline');
  expect(notes).toHaveLength(1 + HEALTH_PARTS.length);
  board.set('receiver', 'down', 'receiver-port-in-use', {
    kind: 'port',
    port: 4765,
    owner: null,
    suggested: null,
  });
  recorder.stop('0.1.0');
  expect(
    notes.slice(1 + HEALTH_PARTS.length).map(({ part, state, code, detail }) => [part, state, code, detail]),
  ).toEqual([
    ['receiver', 'down', 'receiver-port-in-use', '4765::'],
    ['app', 'stopped', '0.1.0', null],
  ]);
});

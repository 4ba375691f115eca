import { expect, test } from 'vitest';
import { createEvents } from '../../../../src/main/core/support/events.ts';

type Happenings = { readonly bell: number; readonly door: string };

function rig() {
  const errors: [string, unknown][] = [];
  const events = createEvents<Happenings>({ onError: (event, error) => errors.push([event, error]) });
  return { events, errors };
}

test('each listener of an event hears its payload, in the order of subscription', () => {
  const { events } = rig();
  const heard: string[] = [];
  events.on('bell', (count) => heard.push(`first ${String(count)}`));
  events.on('bell', (count) => heard.push(`second ${String(count)}`));
  events.on('door', (name) => heard.push(name));
  events.emit('bell', 3);
  expect(heard).toEqual(['first 3', 'second 3']);
});

test('a listener that throws is reported and the others still hear', () => {
  const { events, errors } = rig();
  const failure = new Error('broken');
  let heard = 0;
  events.on('bell', () => {
    throw failure;
  });
  events.on('bell', (count) => (heard = count));
  events.emit('bell', 7);
  expect(heard).toBe(7);
  expect(errors).toEqual([['bell', failure]]);
});

test('a listener whose promise fails is reported too', async () => {
  const { events, errors } = rig();
  const failure = new Error('later');
  const failing = (): Promise<void> => Promise.reject(failure);
  // Typed as one that answers nothing, as it happens when such a function is passed around.
  const listener: () => unknown = failing;
  events.on('door', listener);
  events.emit('door', 'open');
  await Promise.resolve();
  expect(errors).toEqual([['door', failure]]);
});

test('who left hears nothing more, also when the same function is subscribed twice', () => {
  const { events } = rig();
  let heard = 0;
  const listener = (): void => {
    heard += 1;
  };
  const leave = events.on('bell', listener);
  events.on('bell', listener);
  leave();
  events.emit('bell', 1);
  expect(heard).toBe(1);
});

test('who subscribes while an event is told hears from the next one on', () => {
  const { events } = rig();
  const heard: number[] = [];
  events.on('bell', (count) => {
    if (count === 1) events.on('bell', (later) => heard.push(later));
  });
  events.emit('bell', 1);
  events.emit('bell', 2);
  expect(heard).toEqual([2]);
});

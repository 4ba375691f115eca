import { expect, test } from 'vitest';
import { createEvents } from '../../../../src/main/core/support/events.ts';

type Happenings = { readonly bell: number; readonly door: string };

function rig() {
  const errors: [string, unknown][] = [];
  const events = createEvents<Happenings>({ onError: (event, error) => errors.push([event, error]) });
  return { ...events, errors };
}

test('each listener of an event hears its payload, in the order of the table', () => {
  const { connect, emit } = rig();
  const heard: string[] = [];
  connect({
    bell: [(count) => heard.push(`first ${String(count)}`), (count) => heard.push(`second ${String(count)}`)],
    door: [(name) => heard.push(name)],
  });
  emit('bell', 3);
  expect(heard).toEqual(['first 3', 'second 3']);
});

test('what happens before anybody is connected is heard by nobody and harms nobody', () => {
  const { emit, errors } = rig();
  emit('bell', 1);
  expect(errors).toEqual([]);
});

test('a listener that throws is reported and the others still hear', () => {
  const { connect, emit, errors } = rig();
  const failure = new Error('broken');
  let heard = 0;
  const broken = (): void => {
    throw failure;
  };
  connect({ bell: [broken, (count) => (heard = count)], door: [] });
  emit('bell', 7);
  expect(heard).toBe(7);
  expect(errors).toEqual([['bell', failure]]);
});

test('the next listener waits for one that takes its time, and so does whoever waits for the event', async () => {
  const { connect, emitAndWait } = rig();
  const heard: string[] = [];
  const slow = async (name: string): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    heard.push(`slow ${name}`);
  };
  connect({ bell: [], door: [slow, (name) => heard.push(`then ${name}`)] });
  const told = emitAndWait('door', 'open');
  expect(heard).toEqual([]);
  await told;
  expect(heard).toEqual(['slow open', 'then open']);
});

test('a listener whose promise fails is reported, and the others still hear', async () => {
  const { connect, emitAndWait, errors } = rig();
  const failure = new Error('later');
  let heard = '';
  connect({ bell: [], door: [() => Promise.reject(failure), (name) => (heard = name)] });
  await emitAndWait('door', 'open');
  expect(errors).toEqual([['door', failure]]);
  expect(heard).toBe('open');
});

import { EventEmitter } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';

const powerMonitor = new EventEmitter();
vi.mock('electron', () => ({ powerMonitor, net: { isOnline: () => true } }));
const { composePower } = await import('../../../src/main/compose/power.ts');

test('when the computer wakes up, what rings is decided anew, news is asked for, and the public address is looked at', () => {
  const called: string[] = [];
  const note = (what: string) => () => void called.push(what);
  const power = composePower({
    clock: { asleep: note('clock asleep'), awake: note('clock'), look: note('look') },
    presenter: { awake: note('desk') },
    polling: { asleep: note('asleep'), awake: note('polling'), wake: note('network'), tick: note('tick') },
    publicAddress: { wake: note('public road'), minute: note('public minute') },
    soundWatch: { look: () => Promise.resolve() },
    upkeep: { minute: note('minute') },
    recheck: () => Promise.resolve(),
  });
  power.start();
  onTestFinished(power.stop);
  powerMonitor.emit('suspend');
  powerMonitor.emit('resume');
  expect(called).toEqual(['clock asleep', 'asleep', 'clock', 'desk', 'polling', 'public road']);
});

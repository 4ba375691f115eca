import { beforeEach, expect, test, vi } from 'vitest';
import type { SaveOutcome } from '../../../src/shared/ipc-contract.ts';
import { createFakeMostrador } from '../../fakes/mostrador-api.ts';
import { handlersOf } from '../../fakes/border.ts';
import { foreign, listeners, ours } from '../../fakes/ipc-main.ts';

vi.mock('electron', async () => (await import('../../fakes/ipc-main.ts')).fakeElectron);
const { registerHandlers } = await import('../../../src/main/ipc/channel.ts');
const { NOT_IN_DEMO } = await import('../../../src/main/ipc/channels.ts');

const REFUSED: SaveOutcome = {
  ok: false,
  code: 'invalid',
  refused: { what: 'secret', name: 'partner-token', fault: 'empty' },
};
const errors: string[] = [];
const answered: string[] = [];
const log = { error: (message: string) => void errors.push(message) };

/** What the border answers on one channel. */
function ask(isDemo: boolean, event: unknown, arg: unknown) {
  registerHandlers({
    handlers: {
      ...handlersOf(createFakeMostrador().api),
      'secrets:save': ({ value }) => {
        answered.push(value);
        return REFUSED;
      },
    },
    pageOrigin: 'app://mostrador',
    closed: isDemo ? NOT_IN_DEMO : [],
    log,
  });
  return listeners.get('secrets:save')?.(event, arg);
}

beforeEach(() => {
  errors.length = 0;
  answered.length = 0;
  listeners.clear();
});

const SECRET = { name: 'partner-token', value: 'abc' };

test('a page of ours is answered', async () => {
  expect(await ask(false, ours, SECRET)).toEqual({
    ok: true,
    answer: REFUSED,
  });
  expect(answered).toEqual(['abc']);
});

test.each([
  ['from anywhere else', foreign, SECRET],
  ['with an argument of another shape', ours, { name: 'partner-token' }],
])('a call %s is refused', async (_name, event, arg) => {
  expect(await ask(false, event, arg)).toEqual({ ok: false, code: 'refused' });
  expect(errors).toEqual([expect.stringContaining('Refused secrets:save')]);
  expect(answered).toEqual([]);
});

test('a demonstration takes no key, no settings and no backup, also from a page of ours', async () => {
  expect(NOT_IN_DEMO).toEqual(expect.arrayContaining(['secrets:save', 'settings:import', 'backup:restore']));
  expect(await ask(true, ours, SECRET)).toEqual({ ok: false, code: 'refused' });
  expect(answered).toEqual([]);
});

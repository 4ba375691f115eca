import type { MostradorApi, SaveOutcome } from '../../src/shared/ipc-contract.ts';
import type { Settings } from '../../src/shared/settings/settings.ts';
import type { FakeCall } from './computer-api.ts';

/** The part of the fake main process that keeps the riders' screen. */
export function ridersApi(
  main: { settings: Settings },
  call: FakeCall,
  saved: (change: () => void) => SaveOutcome,
): Pick<MostradorApi, 'riders:set' | 'riders:leave'> {
  return {
    'riders:set': ({ riders }) =>
      call('riders:set', { riders }, () => {
        const { ok } = saved(() => {
          main.settings = { ...main.settings, riders };
        });
        return ok;
      }),
    'riders:leave': () => call('riders:leave', undefined, () => null),
  };
}

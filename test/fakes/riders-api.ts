import type { MostradorApi, SaveOutcome } from '../../src/shared/ipc-contract.ts';
import type { Settings } from '../../src/shared/settings/settings.ts';
import type { FakeCall } from './computer-api.ts';

/** The part of the fake main process that keeps the riders' screen, and whether the platform is asked about the shop. */
export function ridersApi(
  main: { settings: Settings },
  call: FakeCall,
  saved: (change: () => void) => SaveOutcome,
): Pick<MostradorApi, 'riders:set' | 'riders:leave' | 'outlet:set' | 'outlet:ask'> {
  return {
    'riders:set': ({ riders }) =>
      call('riders:set', { riders }, () => {
        const { ok } = saved(() => {
          main.settings = { ...main.settings, riders };
        });
        return ok;
      }),
    'outlet:set': ({ on }) =>
      call('outlet:set', { on }, () => {
        const { ok } = saved(() => {
          main.settings = { ...main.settings, outlet: { on, refused: null } };
        });
        return ok;
      }),
    'outlet:ask': () => call('outlet:ask', undefined, () => null),
    'riders:leave': () => call('riders:leave', undefined, () => null),
  };
}

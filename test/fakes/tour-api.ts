import type { MostradorApi } from '../../src/shared/ipc-contract.ts';
import type { FakeCall } from './computer-api.ts';

/** What main knows about the tour; tests change it between calls. */
export type FakeTour = { isTourOffered: boolean };

/** The part of the fake main process that opens the tour and offers it. */
export function tourApi(
  main: FakeTour,
  call: FakeCall,
): Pick<MostradorApi, 'window:open-tour' | 'tour:is-offered' | 'tour:decline'> {
  const answered = (): null => {
    main.isTourOffered = false;
    return null;
  };
  return {
    'window:open-tour': () => call('window:open-tour', undefined, answered),
    'tour:is-offered': () => call('tour:is-offered', undefined, () => main.isTourOffered),
    'tour:decline': () => call('tour:decline', undefined, answered),
  };
}

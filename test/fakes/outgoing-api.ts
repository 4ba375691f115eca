import type { MostradorApi } from '../../src/shared/ipc-contract.ts';
import type { OutgoingState, OutgoingTestOutcome, OutgoingView } from '../../src/shared/settings/outgoing.ts';
import type { FakeCall } from './computer-api.ts';

/** What main knows about outgoing messages; tests change it between calls. */
export type FakeOutgoing = {
  outgoing: OutgoingView;
  outgoingTest: () => Promise<OutgoingTestOutcome>;
  chosenFolder: string | null;
};

const NOTHING_SENT: OutgoingState = { waiting: 0, dead: 0, last: null };

export const CALM_OUTGOING: FakeOutgoing = {
  outgoing: {
    phone: NOTHING_SENT,
    'till-post': NOTHING_SENT,
    'till-file': NOTHING_SENT,
    heartbeat: null,
    deadLetters: [],
  },
  outgoingTest: () => Promise.resolve({ ok: true, ms: 42 }),
  chosenFolder: null,
};

/** The part of the fake main process that sends messages to places of the owner. */
export function outgoingApi(
  main: FakeOutgoing,
  call: FakeCall,
): Pick<
  MostradorApi,
  'outgoing:read' | 'outgoing:test' | 'outgoing:resend' | 'outgoing:dismiss' | 'outgoing:choose-folder'
> {
  return {
    'outgoing:read': () => call('outgoing:read', undefined, () => main.outgoing),
    'outgoing:test': (arg) => call('outgoing:test', arg, () => main.outgoingTest()),
    'outgoing:resend': (arg) =>
      call('outgoing:resend', arg, () => {
        const { deadLetters } = main.outgoing;
        main.outgoing = { ...main.outgoing, deadLetters: deadLetters.filter(({ id }) => id !== arg.id) };
        return main.outgoing;
      }),
    'outgoing:dismiss': (arg) =>
      call('outgoing:dismiss', arg, () => {
        const gone = new Set(arg.letters.map(({ id }) => id));
        const deadLetters = main.outgoing.deadLetters.filter(({ id }) => !gone.has(id));
        main.outgoing = { ...main.outgoing, deadLetters };
        return main.outgoing;
      }),
    'outgoing:choose-folder': () =>
      call('outgoing:choose-folder', undefined, () => ({ folder: main.chosenFolder })),
  };
}

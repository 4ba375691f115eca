import type { SetupCopy } from '../../shared/setup.ts';
import type { SshKeyAnswer, TunnelStatus, TunnelTest } from '../../shared/tunnel.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import type { HealthBoard } from '../core/health/board.ts';
import type { ReceiverState } from '../core/inbound/receiver-supervisor.ts';
import type { SyncNotes } from '../core/support/notes.ts';
import type { Now } from '../../shared/time.ts';
import type { Ingest } from '../core/orders/types.ts';
import { createSetup, webhookUrl, type SetupRecords } from '../core/setup/setup.ts';
import { createRunTest } from '../core/setup/run-test.ts';
import type { SoundWatch } from '../core/health/sound-watch.ts';
import type { TestTickets } from '../core/inbound/test-tickets.ts';
import type { Fetch } from '../core/support/way-out.ts';
import type { EmitApp } from '../events.ts';
import type { PartnerClient } from '../partner/client.ts';
import type { ReadSecrets } from '../read-secret.ts';
import { copyText } from '../shell/clipboard.ts';
import type { Presenter } from '../shell/presenter.ts';
import { timing } from '../timing.ts';
import { postTest } from '../tunnel/post-test.ts';

/** Returns the setup assistant, connected to the parts whose work it proves. */
export function composeSetup(deps: {
  readonly configuration: Configuration;
  readonly partner: PartnerClient;
  readonly fetch: Fetch;
  readonly receive: Ingest;
  readonly setupRecords: SetupRecords;
  readonly secrets: Pick<ReadSecrets, 'one' | 'toSend'>;
  readonly health: HealthBoard;
  readonly tickets: TestTickets;
  readonly now: Now;
  readonly soundWatch: Pick<SoundWatch, 'test'>;
  readonly presenter: Pick<Presenter, 'openSetup' | 'openCounter'>;
  readonly emit: EmitApp;
  readonly notes: Pick<SyncNotes, 'lastWebhookAt'>;
  readonly publicAddress: {
    readonly receiver: () => ReceiverState;
    readonly pages: {
      readonly status: () => TunnelStatus;
      readonly prove: (address: string) => Promise<TunnelTest>;
      readonly sshKey: AskSshKey;
    };
  };
}) {
  const { configuration, publicAddress, secrets, now } = deps;
  const { monotonicMs } = timing;
  const runTest = createRunTest({
    ...deps,
    gate: deps.tickets,
    receiver: publicAddress.receiver,
    lastWebhookAt: deps.notes.lastWebhookAt,
    prove: publicAddress.pages.prove,
    post: (url, body, secret) => postTest(url, { fetch: deps.fetch, body, secret, monotonicMs }),
    secret: async () => {
      const read = await secrets.one('webhook-secret');
      return read.ok ? read.value : null;
    },
    isTyped: async (address) => (await secrets.toSend('webhook-secret', address)).ok,
    playTone: deps.soundWatch.test,
    now,
  });
  const setup = createSetup({
    ...deps,
    view: configuration.view,
    save: configuration.save,
    publish: (changes) => deps.emit('orders-committed', { changes }),
    runTest,
    records: deps.setupRecords,
    tunnel: publicAddress.pages.status,
    now,
  });

  const publicKey = async (): Promise<string | null> => {
    const key = await publicAddress.pages.sshKey(false);
    return key.ok ? key.publicKey : null;
  };
  /** Returns false when there is nothing to copy. */
  const copy = async (what: SetupCopy): Promise<boolean> => {
    const text = what === 'webhook-url' ? webhookUrl(configuration.settings()) : await publicKey();
    if (text !== null) copyText(text);
    return text !== null;
  };

  return {
    notice: setup.notice,
    check: setup.check,
    /** Requests from pages. */
    pages: { ...setup, copy },
  };
}

type AskSshKey = (replace: boolean) => Promise<SshKeyAnswer>;

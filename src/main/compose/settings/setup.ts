import type { Texts } from '../../../shared/texts/texts.ts';
import type { SshKeyAnswer, TunnelStatus, TunnelTest } from '../../../shared/tunnel.ts';
import type { Configuration } from '../../core/settings/configuration.ts';
import type { HealthBoard } from '../../core/health/board.ts';
import type { ReceiverState } from '../../core/inbound/receiver-supervisor.ts';
import { createSetupCopy } from '../../core/setup/copy.ts';
import { createSetup } from '../../core/setup/setup.ts';
import { createRunTest } from '../../core/setup/run-test.ts';
import type { SoundWatch } from '../../core/health/sound-watch.ts';
import type { TestTickets } from '../../core/inbound/test-tickets.ts';
import type { Fetch } from '../../core/support/way-out.ts';
import type { EmitApp } from '../../events.ts';
import type { PartnerClient } from '../../partner/client.ts';
import type { ReadSecrets } from '../../secrets.ts';
import { copyText } from '../../shell/clipboard.ts';
import type { Presenter } from '../../shell/presenter.ts';
import { timing } from '../../timing.ts';
import { postTest } from '../../tunnel/post-test.ts';
import type { Storage } from '../resilient-storage.ts';

/** Returns the setup assistant, connected to the parts whose work it proves. */
export function composeSetup(deps: {
  readonly storage: Pick<Storage, 'receive' | 'setupRecords' | 'notes' | 'now'>;
  readonly configuration: Pick<Configuration, 'settings' | 'view' | 'save'>;
  readonly secrets: Pick<ReadSecrets, 'one' | 'toSend'>;
  readonly partner: PartnerClient;
  readonly publicAddress: {
    readonly receiver: () => ReceiverState;
    readonly pages: {
      readonly status: () => TunnelStatus;
      readonly prove: (address: string) => Promise<TunnelTest>;
      readonly sshKey: (replace: boolean) => Promise<SshKeyAnswer>;
    };
  };
  readonly presenter: Pick<Presenter, 'tryToast'>;
  readonly soundWatch: Pick<SoundWatch, 'test'>;
  readonly health: HealthBoard;
  readonly tickets: TestTickets;
  readonly texts: () => Texts;
  readonly fetch: Fetch;
  readonly emit: EmitApp;
}) {
  const { storage, configuration, publicAddress, secrets, health, fetch } = deps;
  const { now } = storage;
  const { monotonicMs } = timing;
  const runTest = createRunTest({
    tickets: deps.tickets,
    receiver: publicAddress.receiver,
    lastWebhookAt: storage.notes.lastWebhookAt,
    prove: publicAddress.pages.prove,
    post: (url, body, secret) => postTest(url, { fetch, body, secret, monotonicMs }),
    secret: async () => {
      const read = await secrets.one('webhook-secret');
      return read.ok ? read.value : null;
    },
    isTyped: async (address) => (await secrets.toSend('webhook-secret', address)).ok,
    playTone: deps.soundWatch.test,
    showToast: () => {
      const { toastTitle, toastBody } = deps.texts().setup.test;
      return deps.presenter.tryToast({ title: toastTitle, body: toastBody });
    },
    now,
  });
  const setup = createSetup({
    view: configuration.view,
    save: configuration.save,
    partner: deps.partner,
    receive: storage.receive,
    publish: (changes) => deps.emit('orders-committed', { changes }),
    runTest,
    records: storage.setupRecords,
    health,
    tunnel: publicAddress.pages.status,
    now,
  });

  const copy = createSetupCopy({
    settings: configuration.settings,
    sshKey: publicAddress.pages.sshKey,
    copyText,
  });
  return {
    notice: setup.notice,
    check: setup.check,
    /** Requests from pages. */
    pages: { ...setup, copy },
  };
}

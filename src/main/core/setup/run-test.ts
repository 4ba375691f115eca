import type { SettingsView } from '../../../shared/ipc-contract.ts';
import type { PartnerCheck } from '../../../shared/partner.ts';
import type { SetupTest, TestPath } from '../../../shared/setup.ts';
import type { HealthEntry, SoundCheck } from '../../../shared/health/health.ts';
import type { TunnelTest } from '../../../shared/tunnel.ts';
import { publicAddress } from '../../../shared/settings/tunnel-settings.ts';
import { WEBHOOK_PATH } from '../../../shared/address.ts';
import type { ReceiverState } from '../inbound/receiver-supervisor.ts';
import type { Now } from '../../../shared/time.ts';
import { judgeTest, type TestReply } from './test-facts.ts';
import type { TestTickets } from '../inbound/test-tickets.ts';

/**
 * Builds the end-to-end test: it sends its own webhook through the public address, and straight to the receiver when
 * that one does not arrive; it plays a real tone, shows a notification and asks the Partner API now. The webhook carries
 * the secret, so it is sent only to an address that is proven to lead to this receiver.
 */
export function createRunTest(deps: {
  readonly tickets: TestTickets;
  /** Checks, without sending a secret, whether a public address leads to this receiver. */
  readonly prove: (address: string) => Promise<TunnelTest>;
  readonly post: (url: string, body: string, secret: string) => Promise<TestReply>;
  /** Returns the current webhook secret; null when there is none or it cannot be read. */
  readonly secret: () => Promise<string | null>;
  /** Returns true when a person typed this public address: the secret may be sent there. */
  readonly isTyped: (address: string) => Promise<boolean>;
  readonly playTone: () => Promise<SoundCheck>;
  /** Shows a notification; resolves with what the desktop made of it. */
  readonly showToast: () => Promise<Pick<HealthEntry, 'state' | 'code'>>;
  /** The state of the receiver alone, without tunnel or platform. */
  readonly receiver: () => ReceiverState;
  /** When the platform last sent an order. */
  readonly lastWebhookAt: () => string | null;
  readonly now: Now;
}): (view: SettingsView, check: PartnerCheck) => Promise<SetupTest> {
  type Sent = { readonly reply: TestReply; readonly hasArrived: boolean };
  const send = async (base: string, path: TestPath, secret: string): Promise<Sent> => {
    const ticket = deps.tickets.open(path);
    try {
      const reply = await deps.post(`${base}${WEBHOOK_PATH}`, ticket.body, secret);
      return { reply, hasArrived: ticket.hasArrived() };
    } finally {
      ticket.end();
    }
  };
  const sendPublic = async (address: string, secret: string): Promise<Sent> => {
    const proof = await deps.prove(address);
    if (proof.ok && !(await deps.isTyped(address))) {
      return { reply: { ok: false, error: { code: 'address_untyped', detail: null } }, hasArrived: false };
    }
    return proof.ok ? send(address, 'public', secret) : { reply: proof, hasArrived: false };
  };
  /** Returns null while this receiver does not hold the port: another program may have it. */
  const sendLocal = (port: number, secret: string): Promise<Sent> | null =>
    deps.receiver()[0] === 'ok' ? send(`http://127.0.0.1:${String(port)}`, 'local', secret) : null;

  return async ({ settings: { tunnel, receiver } }, check) => {
    const at = deps.now();
    const address = publicAddress(tunnel);
    const path: TestPath = tunnel.provider === 'none' ? 'local' : 'public';
    const [secret, sound, toast] = await Promise.all([deps.secret(), deps.playTone(), deps.showToast()]);
    const byPath = (key: string): Promise<Sent> | null => {
      if (path === 'local') return sendLocal(receiver.port, key);
      return address === null ? null : sendPublic(address, key);
    };
    const sent = secret === null ? null : await byPath(secret);
    const isLost = path === 'public' && secret !== null && sent?.hasArrived !== true;
    const [state, code, detail = null] = deps.receiver();
    return judgeTest({
      at,
      path,
      hasSecret: secret !== null,
      hasAddress: address !== null,
      reply: sent?.reply ?? null,
      hasArrived: sent?.hasArrived === true,
      direct: isLost ? await sendLocal(receiver.port, secret) : null,
      lastWebhookAt: deps.lastWebhookAt(),
      check,
      health: { receiver: { state, code, detail } },
      sound,
      toast,
    });
  };
}

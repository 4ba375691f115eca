import type { SettingsView } from '../../shared/ipc-contract.ts';
import type { PartnerCheck } from '../../shared/partner.ts';
import type { SetupTest, TestRoad } from '../../shared/setup.ts';
import type { SoundCheck } from '../../shared/sound-check.ts';
import type { HealthBoard } from './health.ts';
import type { Now } from './ports.ts';
import { WEBHOOK_PATH, webhookUrl } from './setup.ts';
import { judgeTest, type TestReply } from './setup-test.ts';
import type { TestGate } from './test-gate.ts';

/**
 * Builds the test of the whole way: a webhook of the app's own by the road that the platform takes, and straight to the
 * receiver when it gets lost there; a real tone; what PedidosYa answered just now.
 */
export function createRunTest(deps: {
  readonly gate: TestGate;
  readonly post: (url: string, body: string, secret: string) => Promise<TestReply>;
  /** The current webhook secret; null when there is none or it cannot be read. */
  readonly secret: () => Promise<string | null>;
  readonly playTone: () => Promise<SoundCheck>;
  readonly health: Pick<HealthBoard, 'read'>;
  readonly now: Now;
}): (view: SettingsView, check: PartnerCheck) => Promise<SetupTest> {
  type Sent = { readonly reply: TestReply; readonly hasArrived: boolean };
  const send = async (url: string, road: TestRoad, secret: string): Promise<Sent> => {
    const ticket = deps.gate.open(road);
    try {
      const reply = await deps.post(url, ticket.body, secret);
      return { reply, hasArrived: ticket.hasArrived() };
    } finally {
      ticket.end();
    }
  };

  return async ({ settings }, check) => {
    const at = deps.now();
    const local = `http://127.0.0.1:${String(settings.receiver.port)}${WEBHOOK_PATH}`;
    const url = webhookUrl(settings);
    const road: TestRoad = settings.tunnel.provider === 'none' ? 'local' : 'public';
    const [secret, sound] = await Promise.all([deps.secret(), deps.playTone()]);
    const address = road === 'local' ? local : url;
    const sent = secret === null || address === null ? null : await send(address, road, secret);
    const isLost = road === 'public' && secret !== null && sent?.hasArrived !== true;
    return judgeTest({
      at,
      road,
      hasSecret: secret !== null,
      hasAddress: address !== null,
      reply: sent?.reply ?? null,
      hasArrived: sent?.hasArrived === true,
      direct: isLost ? await send(local, 'local', secret) : null,
      check,
      health: deps.health.read(),
      sound,
    });
  };
}

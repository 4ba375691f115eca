import { z } from 'zod';
import { DEMO_COMMANDS } from '../../shared/demo.ts';
import type { DemoDirection, DemoNews, DemoScene } from '../../shared/demo.ts';
import { assertNever } from '../../shared/result.ts';
import type { Simulator } from '../contract.ts';
import { createPlatform } from '../platform.ts';
import { createDirector } from './director.ts';
import type { Director } from './director.ts';
import { createRelay } from './relay.ts';
import type { Relay } from './relay.ts';
import { writeScript } from './script.ts';

const port = z.int().min(1).max(65_535);
const DIRECTION: z.ZodType<DemoDirection> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    apiPort: port,
    publicPort: port,
    receiverPort: port,
    token: z.string().min(1),
    webhookSecret: z.string().min(1),
    language: z.enum(['es', 'en']),
    pace: z.number().min(0.1).max(100),
  }),
  z.object({ kind: z.literal('play') }),
  z.object({ kind: z.literal('command'), command: z.enum(DEMO_COMMANDS) }),
]);

const PAST = { orders: 24, days: 3 };
const CALM_EVERY_MS = 40_000;

export type DemoPlayer = {
  /** Accepts a `DemoDirection`; throws on anything else. A later failure is reported as news. */
  readonly receive: (message: unknown) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Simulates PedidosYa, the tunnel and the story for one demonstration. */
export function createDemoPlayer(deps: {
  readonly send: (news: DemoNews) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly monotonicMs: () => number;
  readonly schedule: (run: () => void, ms: number) => () => void;
}): DemoPlayer {
  const { send } = deps;
  let open: { readonly simulator: Simulator; readonly relay: Relay; readonly director: Director } | null =
    null;

  const fail = (error: unknown): void =>
    send({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });

  const start = async (direction: Extract<DemoDirection, { kind: 'open' }>): Promise<void> => {
    const { apiPort, publicPort, receiverPort, token, webhookSecret, language, pace } = direction;
    const publicUrl = `http://127.0.0.1:${publicPort}`;
    const simulator = createPlatform({
      port: apiPort,
      tokens: [token],
      webhook: { url: `${publicUrl}/webhooks/orders`, secret: webhookSecret },
      // No retries: otherwise the story would depend on when a lost webhook comes again.
      switches: { webhookMaxTries: 1 },
      language,
      now: deps.now,
    });
    const relay = createRelay({ port: publicPort, toPort: receiverPort });
    let codes: DemoScene['codes'] = [];
    /** null: the scene has not been announced yet. */
    let told: Omit<DemoScene, 'codes'> | null = null;
    const tell = (): void => {
      if (told !== null) send({ kind: 'scene', scene: { ...told, codes } });
    };
    const director = createDirector({
      ...deps,
      pace,
      scenes: (again) =>
        writeScript(
          {
            simulator,
            relay,
            ask: () => send({ kind: 'ask' }),
            name: (...orders) => {
              codes = orders.map(({ code }) => code);
              tell();
            },
            calmEveryMs: CALM_EVERY_MS / pace,
          },
          again,
        ),
      onBegin: () => {
        codes = [];
        told = null;
      },
      onScene: (next) => {
        told = next;
        tell();
      },
      onError: fail,
    });
    const { baseUrl } = await simulator.start();
    await relay.open();
    simulator.seed(PAST.orders, { days: PAST.days });
    open = { simulator, relay, director };
    const { chainId, vendorId } = simulator.connection();
    const shopName = simulator.shops()[0]?.name ?? '';
    send({ kind: 'opened', baseUrl, publicUrl, chainId, vendorId, shopName });
  };

  return {
    receive: async (message) => {
      const direction = DIRECTION.parse(message);
      switch (direction.kind) {
        case 'open':
          await start(direction).catch(fail);
          return;
        case 'play':
          open?.director.play();
          return;
        case 'command':
          open?.director.command(direction.command);
          return;
        default:
          assertNever(direction);
      }
    },
    stop: async () => {
      open?.director.stop();
      open?.relay.cut();
      await open?.simulator.stop();
    },
  };
}

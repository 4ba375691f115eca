import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createPartnerClient, type PartnerClient } from '../../../src/main/partner/client.ts';
import { ok } from '../../../src/shared/result.ts';
import { DEFAULT_SETTINGS, type SecretName, type Settings } from '../../../src/shared/settings/settings.ts';
import type { SimulatorOptions } from '../../../src/simulator/contract.ts';
import { createSimulator } from '../../../src/simulator/simulator.ts';
import type { Simulator } from '../../../src/simulator/contract.ts';

const DAY_MS = 86_400_000;
export const TOKEN = 'token-fijo-de-prueba';
export const CLIENT = { id: 'mostrador-chain', secret: 'secreto/+de prueba' };

export type ClientOptions = Partial<
  Omit<Parameters<typeof createPartnerClient>[0], 'settings' | 'secrets'>
> & {
  readonly baseUrl: string;
  readonly chainId?: string;
  readonly vendorId?: string;
  readonly auth?: 'token' | 'client-credentials';
  readonly secrets?: Partial<Record<SecretName, string>>;
};

/** The real client; only the keychain is a plain object. */
export function openClient(options: ClientOptions): {
  readonly client: PartnerClient;
  readonly logged: readonly string[];
  readonly secrets: Partial<Record<SecretName, string>>;
} {
  const { baseUrl, chainId = 'chain', vendorId = 'vendor', auth = 'token', ...deps } = options;
  const secrets = options.secrets ?? { 'partner-token': TOKEN, 'partner-client-secret': CLIENT.secret };
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    shop: { ...DEFAULT_SETTINGS.shop, chainId, vendorId },
    partner: { ...DEFAULT_SETTINGS.partner, baseUrl, auth, clientId: CLIENT.id },
  };
  const logged: string[] = [];
  const log = (message: string): void => void logged.push(message);
  const client = createPartnerClient({
    now: () => new Date().toISOString(),
    log: { info: log, warn: log },
    ...deps,
    settings: () => settings,
    secrets: { read: (name) => Promise.resolve(ok(secrets[name] ?? null)) },
  });
  return { client, logged, secrets };
}

/** The simulator, running until the test ends, and a client for its first shop. */
export async function openPlatform(
  options: SimulatorOptions = {},
  clientOptions: Partial<ClientOptions> = {},
): Promise<ReturnType<typeof openClient> & { readonly simulator: Simulator }> {
  const simulator = createSimulator({ tokens: [TOKEN], clients: [CLIENT], ...options });
  const { baseUrl } = await simulator.start();
  onTestFinished(() => simulator.stop());
  const { chainId, vendorId } = simulator.connection();
  return { simulator, ...openClient({ baseUrl, chainId, vendorId, ...clientOptions }) };
}

export type Seen = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** A server that answers what the simulator never would. Runs until the test ends. */
export async function openOddServer(
  answer: (request: Seen, response: ServerResponse, call: number) => void,
): Promise<{ readonly baseUrl: string; readonly seen: readonly Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString() };
      seen.push(one);
      answer(one, response, seen.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}`, seen };
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The list of the last days up to a minute ahead, first page unless told. */
export function lastDays(days: number, page = 1): { from: string; to: string; page: number } {
  const now = Date.now();
  return {
    from: new Date(now - days * DAY_MS).toISOString(),
    to: new Date(now + 60_000).toISOString(),
    page,
  };
}

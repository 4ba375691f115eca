import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type HttpListener = {
  /** Port 0 means any free port; returns the port. Rejects when it is in use. */
  readonly start: (port: number) => Promise<number>;
  readonly baseUrl: () => string;
  /** Also closes open connections. */
  readonly stop: () => Promise<void>;
};

// Loopback only, because the simulator trusts every caller.
const HOST = '127.0.0.1';
const TIMEOUTS = { headersTimeout: 5000, requestTimeout: 15_000, keepAliveTimeout: 5000 };

/** `/simulator` goes to the control page where there is one, everything else to the API. */
export function createHttpListener(handlers: {
  readonly control: Handler | undefined;
  readonly api: Handler;
}): HttpListener {
  let port = 0;
  const server = createServer(TIMEOUTS, (request, response) => {
    const isControl = /^\/simulator(\/|\?|$)/.test(request.url ?? '');
    const handle = (isControl ? handlers.control : undefined) ?? handlers.api;
    handle(request, response).catch((error: unknown) => {
      console.error('simulator:', error instanceof Error ? error.message : String(error));
      response.destroy();
    });
  });
  return {
    start: (wanted) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(wanted, HOST, () => {
          server.off('error', reject);
          const address = server.address();
          port = address !== null && typeof address === 'object' ? address.port : 0;
          resolve(port);
        });
      }),
    baseUrl: () => `http://${HOST}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

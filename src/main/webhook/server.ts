import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { err, ok, type Result } from '../../shared/result.ts';
import { WEBHOOK_PATH } from '../../shared/address.ts';
import { within } from '../timing.ts';
import { createConnections } from './connections.ts';
import { createGuesses } from './verify-secret.ts';
import { createExpressApp, type ExpressAppDeps } from './express-app.ts';
import { DEFAULT_LIMITS, type WebhookLimits } from './limits.ts';
import { findPortOwner, suggestPort } from './port-owner.ts';
import { createOrdersRoute, createStrayRecord, isOrdersPath, type OrdersRouteDeps } from './route.ts';

/** Why the receiver could not open its port. */
export type PortProblem = {
  readonly code: 'port-in-use' | 'port-forbidden' | 'failed';
  readonly port: number;
  /** Program that uses the port; null when it is unknown. */
  readonly owner: string | null;
  /** A free port to offer; null when none was found. */
  readonly suggested: number | null;
  /** The system's error code. */
  readonly detail: string;
};

export type WebhookServerDeps = Omit<
  OrdersRouteDeps,
  'isStopping' | 'onRightSecret' | 'onWrongSecret' | 'limits'
> &
  Omit<ExpressAppDeps, 'ordersRoute' | 'strays' | 'limits'> & {
    /** 0: any free port. */
    readonly port: number;
    readonly limits?: Partial<WebhookLimits>;
    /** Strangers hold so many connections that one had to go. */
    readonly onCrowded?: () => void;
  };

export type WebhookServer = {
  /** Opens the port on 127.0.0.1. When it is taken nothing else is tried. */
  readonly start: () => Promise<Result<{ readonly port: number }, PortProblem>>;
  /** From now on answers 503; requests under way finish (see `limits.stopMs`), then everything is closed. */
  readonly stop: () => Promise<void>;
  /** The open port; null while closed. */
  readonly port: () => number | null;
};

/** Returns the HTTP receiver for the platform's webhooks. */
export function createWebhookServer(deps: WebhookServerDeps): WebhookServer {
  const limits: WebhookLimits = { ...DEFAULT_LIMITS, ...deps.limits };
  const running = createRunningRequests();
  let server: Server | null = null;
  let stopping: Promise<void> | null = null;
  let isStopping = false;

  const connections = createConnections({
    max: limits.maxConnections,
    hardMax: limits.hardMaxConnections,
    graceMs: limits.graceMs,
    monotonicMs: deps.monotonicMs,
    onCrowded: deps.onCrowded ?? (() => undefined),
  });
  const guesses = createGuesses({
    free: limits.freeGuesses,
    holdMs: limits.guessMs,
    monotonicMs: deps.monotonicMs,
  });
  /** Those that showed a wrong secret: what else comes on their connection is not looked at. */
  const refused = new WeakSet<Socket>();
  const route = {
    ...deps,
    limits,
    isStopping: () => isStopping,
    onRightSecret: ({ socket }: IncomingMessage) => connections.trust(socket),
    onWrongSecret: ({ socket }: IncomingMessage) => {
      refused.add(socket);
      return guesses.answerable();
    },
  };
  const app = createExpressApp({
    ...deps,
    limits,
    isReady: () => !isStopping && deps.isReady(),
    ordersRoute: createOrdersRoute(route),
    strays: createStrayRecord(route),
  });
  const listener: RequestListener = (request, response) => {
    // Sent behind a refusal, which closes the connection: without this one connection could try a thousand secrets.
    if (refused.has(request.socket)) return;
    if (isOrdersPath(request.url ?? '')) request.url = WEBHOOK_PATH;
    running.add();
    response.once('close', running.remove);
    app(request, response);
  };

  return {
    port: () => portOf(server),
    start: async () => {
      if (server !== null) return ok({ port: portOf(server) ?? deps.port });
      const created = createLimitedServer(listener, limits);
      created.on('connection', connections.add);
      const failure = await listen(created, deps.port);
      if (failure !== null) return err(await toPortProblem(failure, deps.port));
      created.on('error', (error) => deps.log.error('The receiver failed:', error));
      server = created;
      isStopping = false;
      return ok({ port: portOf(created) ?? deps.port });
    },
    stop: () => {
      const closing = server;
      server = null;
      if (closing !== null) {
        isStopping = true;
        // The port closes last: a request that arrives meanwhile gets a 503 and is sent again.
        stopping = running.finished(limits.stopMs).then(() => close(closing));
      }
      return stopping ?? Promise.resolve();
    },
  };
}

function createLimitedServer(listener: RequestListener, limits: WebhookLimits): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: limits.checkEveryMs,
      noDelay: true,
    },
    listener,
  );
  // Without these Node would ask for every body, and refuse other expectations, before the secret was looked at.
  server.on('checkContinue', listener);
  server.on('checkExpectation', listener);
  return server;
}

function listen(server: Server, port: number): Promise<Error | null> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', resolve);
      resolve(null);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function toPortProblem(error: Error, port: number): Promise<PortProblem> {
  const detail = 'code' in error ? String(error.code) : error.name;
  const suggested = await suggestPort(port);
  if (detail === 'EADDRINUSE') {
    return { code: 'port-in-use', port, owner: await findPortOwner(port), suggested, detail };
  }
  const code = detail === 'EACCES' ? 'port-forbidden' : 'failed';
  return { code, port, owner: null, suggested, detail };
}

function portOf(server: Server | null): number | null {
  const address = server?.address() ?? null;
  return typeof address === 'object' && address !== null ? address.port : null;
}

function createRunningRequests() {
  let count = 0;
  let whenNone: (() => void) | null = null;
  return {
    add: () => {
      count += 1;
    },
    remove: () => {
      count -= 1;
      if (count === 0) whenNone?.();
    },
    /** Resolves when none is left, at the latest after `limitMs`. */
    finished: (limitMs: number): Promise<null> =>
      within(
        limitMs,
        new Promise((resolve) => {
          whenNone = () => resolve(null);
          if (count === 0) resolve(null);
        }),
      ),
  };
}

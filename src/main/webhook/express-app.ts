import type { IncomingMessage } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { WEBHOOK_PATH } from '../../shared/address.ts';
import type { Log } from '../log.ts';
import type { WebhookLimits } from './limits.ts';
import { refuse, waitsForContinue } from './refuse.ts';

export type ExpressAppDeps = {
  readonly isReady: () => boolean;
  /** Returns the answer to a nonce that the app is waiting for, else null. */
  readonly answerNonce: (nonce: string) => string | null;
  readonly ordersRoute: RequestHandler;
  /** Sees every other request before it is answered. */
  readonly strays: RequestHandler;
  readonly log: Pick<Log, 'warn' | 'error'>;
  readonly limits: WebhookLimits;
};

const HEALTH_PATH = '/healthz';
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Returns the receiver's few routes. No answer has a body but the one to a nonce, and none says what made it. */
export function createExpressApp(deps: ExpressAppDeps): Express {
  const { isReady, answerNonce, ordersRoute, strays, log, limits } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.disable('query parser');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  const notFound: RequestHandler = (request, response) => {
    if (hasBody(request))
      refuse(request, response, 404, { ...limits, isBodyComing: !waitsForContinue(request) });
    else response.status(404).end();
  };
  app.post(WEBHOOK_PATH, ordersRoute);
  app.use(strays);
  // Pages on this computer learn not even that the receiver is there.
  app.use((request, response, next) => {
    if (isFromPage(request)) notFound(request, response, next);
    else next();
  });
  app.get(`${HEALTH_PATH}/:nonce`, (request, response) => {
    const reply = answerNonce(request.params.nonce);
    response.set('Cache-Control', 'no-store');
    if (reply === null) response.status(404).end();
    else response.type('text/plain').end(reply);
  });
  app.use((request, response, next) => {
    if (isRebound(request)) notFound(request, response, next);
    else next();
  });
  // A portal may try the address before it saves it.
  app.get(WEBHOOK_PATH, (_request, response) => void response.end());
  app.get(HEALTH_PATH, (_request, response) => {
    response.set('Cache-Control', 'no-store');
    response.status(isReady() ? 200 : 503).end();
  });
  app.use(notFound);
  const onError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
    // A path that cannot be decoded is simply not one of ours.
    if (error instanceof URIError || isClientError(error)) {
      response.status(404).end();
      return;
    }
    log.error('The receiver failed on a request:', error);
    if (response.headersSent) response.destroy();
    else response.status(500).end();
  };
  app.use(onError);
  return app;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isClientError(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 400;
}

/**
 * Returns whether a web page in a browser sent this, on this computer or elsewhere: no platform, gateway or monitor says where
 * a page came from. Somebody who opens the address in a browser is no page.
 * Source: Fetch Metadata (W3C), "Sec-Fetch-Site"; Fetch (WHATWG), "Origin".
 */
function isFromPage({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  if (headers.origin !== undefined) return true;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'none') return false;
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document';
}

/**
 * Returns whether it was sent to a foreign name with the very port of this computer: that is how a page calls whose name was
 * turned to this computer behind the browser's back (DNS rebinding). No tunnel names this port.
 */
function isRebound({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  const [, name, port] = /^(.*):(\d+)$/.exec((headers.host ?? '').toLowerCase()) ?? [];
  return name !== undefined && Number(port) === socket.localPort && !LOOPBACK.includes(name);
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerControl } from './control-api.ts';
import { findPageFile } from '../control-page/page-files.ts';
import { jsonAnswer, ROUTE_MISSING, writeAnswer } from '../api/http-answer.ts';
import type { Language } from '../../shared/settings/settings.ts';
import type { Simulator } from '../contract.ts';
import type { Answer } from '../api/http-answer.ts';
import type { Handler } from '../api/http-listener.ts';

const API = '/simulator/api/';
const QUIET_MS = 80;
const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);
const LOOPBACK_ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** The routes of the control page and its API. */
export function createControlRoutes(simulator: Simulator, language: Language): Handler {
  const decide = async (path: string, query: URLSearchParams): Promise<Answer> => {
    if (path === '/simulator') return { status: 308, headers: { location: '/simulator/' } };
    const asked = query.get('lang');
    const file = await findPageFile(path, asked === 'en' || asked === 'es' ? asked : language);
    return file ?? ROUTE_MISSING;
  };
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!url.pathname.startsWith(API))
      return writeAnswer(response, await decide(url.pathname, url.searchParams));
    const refused = refusal(request);
    if (refused !== null) return writeAnswer(response, jsonAnswer(403, { message: refused }));
    const path = url.pathname.slice(API.length);
    if (path === 'events') return streamChanges(simulator, response);
    writeAnswer(response, await answerControl(simulator, request, path, url.searchParams));
  };
}

/** Tells a page, by server-sent events, that something changed; the page then reads the state again. */
function streamChanges(simulator: Simulator, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  let timer: NodeJS.Timeout | null = null;
  const tell = (): void => {
    timer = null;
    response.write('data: changed\n\n');
  };
  // Several changes in a row send one event.
  const end = simulator.onChange(() => {
    timer ??= setTimeout(tell, QUIET_MS);
  });
  response.on('close', () => {
    end();
    if (timer !== null) clearTimeout(timer);
  });
  tell();
}

/**
 * Returns why a request may not control the simulator; null: it may. It must come from this computer, under a loopback
 * name (so a web page whose own name points here is refused), and not from a page of another site.
 */
function refusal(request: IncomingMessage): string | null {
  const { host, origin } = request.headers;
  if (!LOOPBACK_ADDRESSES.has(request.socket.remoteAddress ?? '')) return 'only this computer may do that';
  if (host === undefined || !LOOPBACK_NAMES.has(host.replace(/:\d+$/, '')))
    return 'the host must be loopback';
  if (origin !== undefined && origin !== `http://${host}`) return 'another site may not do that';
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return 'another site may not do that';
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  // A page of another site cannot send this type, or DELETE and PUT, without a preflight request.
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/json' ? null : 'the body must be application/json';
}

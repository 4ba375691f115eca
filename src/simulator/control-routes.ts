import type { ServerResponse } from 'node:http';
import { answerControl } from './control-api.ts';
import { refusal } from './control-guard.ts';
import { findPageFile } from './control-page/page-files.ts';
import { jsonAnswer, ROUTE_MISSING, writeAnswer } from './http-answer.ts';
import type { Language } from '../shared/settings.ts';
import type { Simulator } from './contract.ts';
import type { Answer } from './http-answer.ts';
import type { Handler } from './http-listener.ts';

const API = '/simulator/api/';
const QUIET_MS = 80;

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
    if (url.pathname === `${API}events`) {
      const refused = refusal(request);
      if (refused === null) streamChanges(simulator, response);
      else writeAnswer(response, jsonAnswer(403, { message: refused }));
      return;
    }
    writeAnswer(
      response,
      url.pathname.startsWith(API)
        ? await answerControl(simulator, request, url.pathname.slice(API.length), url.searchParams)
        : await decide(url.pathname, url.searchParams),
    );
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

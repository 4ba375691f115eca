import { answerControl } from './control-api.ts';
import { streamChanges } from './control-events.ts';
import { refusal } from './control-guard.ts';
import { findPageFile } from './control-page/page-files.ts';
import { jsonAnswer, ROUTE_MISSING, writeAnswer } from './http-answer.ts';
import type { Language } from '../shared/settings.ts';
import type { Simulator } from './contract.ts';
import type { Answer } from './http-answer.ts';
import type { Handler } from './http-listener.ts';

const API = '/simulator/api/';

/** The control page and what it can ask for. */
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

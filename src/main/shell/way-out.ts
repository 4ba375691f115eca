import { net, session, type AuthInfo, type IncomingMessage, type Session } from 'electron';
import { toNetFailure, type Fetch } from '../core/support/way-out.ts';
import type { ProxyLogin, ProxyVariables } from '../proxy-variables.ts';
import type { Redactor } from '../redact.ts';
import { within } from '../timing.ts';
import { toResponse } from '../to-response.ts';

const PROXY_SIGN_IN = 407;
const LEAVE_MS = 1_000;

export type AnswerLogin = (asking: AuthInfo, answer: (username?: string, password?: string) => void) => void;

export type WayOut = {
  readonly fetch: Fetch;
  /** Routes another session of this process in the same way. Resolves when that is done. */
  readonly lead: (other: Session) => Promise<void>;
  /** Returns a login handler that gives a proxy its known login once: a proxy that asks again has rejected it. */
  readonly loginOnce: () => AnswerLogin;
  /** Breaks off every exchange: Chromium may crash or hang when it ends with one open. */
  readonly leave: () => Promise<void>;
};

/**
 * Returns the way out through Chromium's own network, as a browser on this computer uses it: with the system's proxies and
 * certificates, and every address of a name. It keeps no cookies, no cache and nothing on disk. Environment variables that
 * name a proxy take precedence over the system's settings.
 */
export function createWayOut({
  variables,
  redactor,
  log,
}: {
  readonly variables: ProxyVariables;
  readonly redactor: Pick<Redactor, 'protect'>;
  readonly log: { readonly warn: (message: string, detail?: unknown) => void };
}): WayOut {
  for (const { password } of variables.logins) redactor.protect(password);
  for (const name of variables.unreadable) log.warn(`${name} names no proxy that can be read`);
  const own = session.fromPartition('way-out', { cache: false });
  own.setUserAgent('Mostrador');

  const lead = async (one: Session): Promise<void> => {
    if (variables.rules === null) return;
    try {
      await one.setProxy(variables.rules);
      // Without it the first request may still use the previous proxy.
      await one.forceReloadProxyConfig();
    } catch (error) {
      log.warn('The proxy of the environment could not be set', error);
    }
  };
  const loginFor = ({ isProxy, host, port }: AuthInfo): ProxyLogin | null => {
    if (!isProxy) return null;
    return variables.logins.find((one) => bare(one.host) === bare(host) && one.port === port) ?? null;
  };
  const loginOnce = (): AnswerLogin => {
    let isTold = false;
    return (asking, answer) => {
      const login = isTold ? null : loginFor(asking);
      isTold ||= login !== null;
      if (login === null) answer();
      else answer(login.username, login.password);
    };
  };
  const ready = lead(own);
  const open = new Set<BreakOff>();
  let isLeft = false;

  return {
    lead,
    loginOnce,
    leave: async () => {
      isLeft = true;
      // Closing connections spares those over which an answer comes at this moment.
      for (const breakOff of open) breakOff(ended());
      await within(LEAVE_MS, own.closeAllConnections());
    },
    fetch: async (request, leave = request.signal) => {
      await ready;
      const body = request.body === null ? null : Buffer.from(await request.arrayBuffer());
      leave.throwIfAborted();
      if (isLeft) throw ended();
      const login = loginOnce();
      const asked: AuthInfo[] = [];
      const answerLogin: AnswerLogin = (asking, answer) => {
        asked.push(asking);
        login(asking, answer);
      };
      try {
        return await exchange({ request, leave, body, session: own, answerLogin, open });
      } catch (trouble) {
        if (!isOfProxy(trouble)) throw trouble;
        const last = asked.at(-1);
        // The first request for a login is normal. A second one, or one without a known login, means that it failed.
        const isUnbelieved = last !== undefined && (asked.length > 1 || loginFor(last) === null);
        const code = isUnbelieved ? 'net::ERR_PROXY_AUTH_REQUESTED' : trouble.message;
        const proxy =
          last === undefined ? await proxyTo(own, request.url) : `${last.host}:${String(last.port)}`;
        throw Object.assign(new Error(code), { proxy });
      }
    },
  };
}

/** Returns whether a proxy caused the error. Chromium does not say which one. */
function isOfProxy(trouble: unknown): trouble is Error {
  return trouble instanceof Error && toNetFailure(trouble).kind === 'proxy';
}

async function proxyTo(own: Session, url: string): Promise<string | null> {
  // Such as "PROXY a:3128;SOCKS5 b:1080;DIRECT", in the order in which they are tried.
  const route = await own.resolveProxy(url);
  return /(?:PROXY|HTTPS|SOCKS\d?) ([^;]+)/.exec(route)?.[1]?.trim() ?? null;
}

type BreakOff = (why: Error) => void;

const ended = (): Error => new Error('The app ends');

function exchange({
  request,
  leave,
  body,
  session: own,
  answerLogin,
  open,
}: {
  readonly request: Request;
  readonly leave: AbortSignal;
  readonly body: Buffer | null;
  readonly session: Session;
  readonly answerLogin: AnswerLogin;
  /** What breaks off each exchange that is under way. */
  readonly open: Set<BreakOff>;
}): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { url, method } = request;
    const sent = net.request({
      url,
      method,
      session: own,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
    });
    let onBroken = (trouble: Error): void => reject(trouble);
    const breakOff: BreakOff = (why) => {
      over();
      onBroken(why);
      sent.abort();
    };
    const over = (): void => void open.delete(breakOff);
    const abort = (): void => {
      const reason: unknown = leave.reason;
      breakOff(reason instanceof Error ? reason : new Error('aborted'));
    };
    open.add(breakOff);
    // Never removed, because `close` comes as soon as the request is sent, long before the response.
    leave.addEventListener('abort', abort, { once: true });
    sent.on('error', (error) => {
      over();
      onBroken(error);
    });
    sent.on('login', answerLogin);
    sent.on('redirect', (status, _method, _url, headers) => {
      over();
      resolve(new Response(null, { status, headers: toHeaders(Object.entries(headers)) }));
      onBroken = () => undefined;
      sent.abort();
    });
    sent.on('response', (answer) => {
      // Only a proxy sends this status, instead of the server. Its body breaks off.
      if (answer.statusCode === PROXY_SIGN_IN) {
        over();
        onBroken(new Error('net::ERR_PROXY_AUTH_REQUESTED'));
        onBroken = () => undefined;
        sent.abort();
        return;
      }
      answer.on('end', over);
      answer.on('error', over);
      answer.on('aborted', over);
      const { body: stream, fail } = bodyOf(answer, () => {
        over();
        sent.abort();
      });
      onBroken = fail;
      resolve(toResponse(answer.statusCode, toHeaders(Object.entries(answer.headers)), stream));
    });
    for (const [name, value] of request.headers) sent.setHeader(name, asWritten(value));
    if (body === null) sent.end();
    else sent.end(body);
  });
}

function bodyOf(
  answer: IncomingMessage,
  abort: () => void,
): { readonly body: ReadableStream<Uint8Array>; readonly fail: (error: Error) => void } {
  let fail = (_error: Error): void => undefined;
  let isOver = false;
  const once = (end: () => void): void => {
    if (!isOver) end();
    isOver = true;
  };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      fail = (error) => once(() => controller.error(error));
      answer.on('data', (chunk) => {
        if (!isOver) controller.enqueue(new Uint8Array(chunk));
      });
      answer.on('end', () => once(() => controller.close()));
      answer.on('error', fail);
      answer.on('aborted', () => fail(new Error('net::ERR_CONNECTION_ABORTED')));
    },
    // What comes after it is read by nobody.
    cancel: () => once(abort),
  });
  return { body, fail };
}

function toHeaders(pairs: readonly (readonly [string, string | string[]])[]): Headers {
  const headers = new Headers();
  for (const [name, values] of pairs) {
    for (const value of [values].flat()) {
      try {
        headers.append(name, value);
      } catch {
        // An invalid header value is not needed here.
      }
    }
  }
  return headers;
}

/** A header value holds bytes as characters, but Chromium writes characters as UTF-8. */
function asWritten(value: string): string {
  return Buffer.from(value, 'latin1').toString('utf8');
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '').toLowerCase();
}

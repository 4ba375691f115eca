import { EventEmitter } from 'node:events';

/** The part of Electron's ClientRequest that is needed. */
type OpenRequest = EventEmitter & { readonly abort: () => void };

/**
 * Returns the function that breaks off every request of electron-updater, for which that has none: closing the connections
 * of its session leaves those alone over which a response of HTTP/1.1 comes. While `isLeaving`, none begins.
 * Source: electron-updater, `HttpExecutor.doDownload`; Chromium, `ClientSocketPool::FlushWithError`.
 */
export function followRequests(updater: object, isLeaving: () => boolean): (why: Error) => void {
  const open = new Set<OpenRequest>();
  const executor: unknown = Reflect.get(updater, 'httpExecutor');
  if (typeof executor !== 'object' || executor === null) return () => undefined;
  const create: unknown = Reflect.get(executor, 'createRequest');
  if (typeof create !== 'function') return () => undefined;
  Object.defineProperty(executor, 'createRequest', {
    configurable: true,
    value: (...args: unknown[]): unknown => {
      if (isLeaving()) throw new Error('The app ends');
      const made: unknown = Reflect.apply(create, executor, args);
      if (isRequest(made)) follow(made, open);
      return made;
    },
  });
  return (why) => {
    for (const request of open) {
      open.delete(request);
      request.abort();
      // An abort alone is told to nobody who waits for the response.
      request.emit('error', why);
    }
  };
}

function follow(request: OpenRequest, open: Set<OpenRequest>): void {
  const over = (): void => void open.delete(request);
  open.add(request);
  request.on('error', over);
  // Its own `close` comes as soon as it is sent.
  request.on('response', (response: unknown) => {
    if (response instanceof EventEmitter) response.once('close', over);
  });
}

function isRequest(made: unknown): made is OpenRequest {
  return made instanceof EventEmitter && 'abort' in made && typeof made.abort === 'function';
}

import type { ServerResponse } from 'node:http';
import type { Simulator } from './contract.ts';

const QUIET_MS = 80;

/** Tells a page, by server-sent events, that something changed; it then reads the state again. */
export function streamChanges(simulator: Simulator, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  let timer: NodeJS.Timeout | null = null;
  const tell = (): void => {
    timer = null;
    response.write('data: changed\n\n');
  };
  // Many changes in a row are told once.
  const end = simulator.onChange(() => {
    timer ??= setTimeout(tell, QUIET_MS);
  });
  response.on('close', () => {
    end();
    if (timer !== null) clearTimeout(timer);
  });
  tell();
}

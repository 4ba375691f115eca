import { randomInt } from 'node:crypto';
import net from 'node:net';
import process from 'node:process';

/** Below the ports that systems give to connections which ask for any port: none of those can take a free one. */
const FIRST = 20_000;
const SLOTS = 16;
const PORTS_PER_SLOT = 750;
const MOST_TRIES = 100;

/**
 * Returns a port of loopback that nobody listens on now. Test files that run at the same time get different ones, also
 * before they listen on them and while what listens is restarted. Throws when a hundred in a row are taken.
 */
export async function freePort(): Promise<number> {
  // Vitest numbers the workers that run now from 1.
  const slot = Number(process.env['VITEST_POOL_ID'] ?? 0) % SLOTS;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const port = FIRST + slot + SLOTS * randomInt(PORTS_PER_SLOT);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer().on('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

import { createServer, type Server } from 'node:net';

/** Returns three free ports of 127.0.0.1, none of them `avoided`. */
export async function freePorts(avoided = 0): Promise<readonly [number, number, number]> {
  // All are open at the same time, so that they differ.
  const held = await Promise.all([1, 2, 3, 4].map(holdAny));
  const [first, second, third] = held.map(({ port }) => port).filter((port) => port !== avoided);
  await Promise.all(held.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  if (first === undefined || second === undefined || third === undefined) throw new Error('No free port');
  return [first, second, third];
}

function holdAny(): Promise<{ readonly port: number; readonly server: Server }> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : 0 });
    });
  });
}

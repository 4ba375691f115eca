import net from 'node:net';
import { onTestFinished } from 'vitest';

/** A connection on which bytes can vanish while every connection stays open, as behind a router that lost its memory. */
export async function startBlackHole(
  targetPort: number,
): Promise<{ readonly port: number; readonly swallow: (isSwallowing: boolean) => void }> {
  let isSwallowing = false;
  const open = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(targetPort, '127.0.0.1');
    // Connections made before the memory was lost stay lost; new ones work.
    let isLost = false;
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('data', (chunk: Buffer) => {
        isLost ||= isSwallowing;
        if (!isLost) to.write(chunk);
      });
      from.on('close', () => {
        open.delete(from);
        if (!isLost) to.destroy();
      });
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(
    () =>
      new Promise<void>((closed) => {
        for (const socket of open) socket.destroy();
        server.close(() => closed());
      }),
  );
  return {
    port: (server.address() as net.AddressInfo).port,
    swallow: (next) => {
      isSwallowing = next;
    },
  };
}

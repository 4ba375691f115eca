import path from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron';
import { z } from 'zod';
import { DEMO_STEPS, type DemoNews } from '../../../shared/demo.ts';
import type { DemoProcess } from '../../core/demo/demonstration.ts';
import type { Log } from '../../log.ts';

const text = z.string().max(500);
const NEWS: z.ZodType<DemoNews> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('opened'),
    baseUrl: text,
    publicUrl: text,
    chainId: text,
    vendorId: text,
    shopName: text,
  }),
  z.object({ kind: z.literal('failed'), detail: text }),
  z.object({
    kind: z.literal('scene'),
    scene: z.object({ step: z.enum(DEMO_STEPS), codes: z.array(text).max(20), isPaused: z.boolean() }),
  }),
  z.object({ kind: z.literal('ask') }),
]);

/**
 * Returns the demonstration's PedidosYa, in a process of its own. Keys are sent to it as messages, never as arguments or in
 * the environment.
 */
export function createDemoProcess({
  appPath,
  log,
}: {
  readonly appPath: string;
  readonly log: Log;
}): DemoProcess {
  let child: UtilityProcess | null = null;

  return {
    start: ({ news, end }) => {
      const started = utilityProcess.fork(path.join(appPath, 'out/main/demo.js'), [], {
        serviceName: 'Mostrador Demo',
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      child = started;
      started.on('message', (message: unknown) => {
        const read = NEWS.safeParse(message);
        if (read.success) news(read.data);
        else log.error('The demonstration said something that is not understood');
      });
      started.on('exit', (code) => {
        if (child !== started) return;
        child = null;
        log.error(`The demonstration's PedidosYa ended with code ${String(code)}`);
        end();
      });
    },
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
    send: (direction) => child?.postMessage(direction),
    stop: () => {
      const stopping = child;
      child = null;
      stopping?.kill();
    },
  };
}

import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { build } from 'vite';
import type { TunnelState } from '../../../src/shared/tunnel.ts';
import { launchApp } from '../../desktop/launch-app.ts';
import { repository } from '../../desktop/runtime.ts';
import type { Desktop } from '../../desktop/session.ts';
import type { NgrokEdge } from '../../fixtures/ngrok-edge.ts';
import type { NgrokApp } from '../../fixtures/ngrok-app/main.ts';
import { CA } from '../../services/front.ts';
import { processTree, readProc } from './search.ts';

const FIXTURE = path.join(repository, 'test/fixtures/ngrok-app');
const LIMIT_MS = 20_000;

/** Builds the fixture's app beside the built process that it starts. Returns its folder. */
export async function buildNgrokApp(folder: string): Promise<string> {
  const appDir = path.join(folder, 'ngrok-app');
  await build({
    configFile: false,
    logLevel: 'error',
    root: FIXTURE,
    ssr: { noExternal: true },
    build: {
      ssr: path.join(FIXTURE, 'main.ts'),
      target: 'node20.18',
      outDir: appDir,
      rollupOptions: { external: ['electron'], output: { format: 'es', entryFileNames: 'main.mjs' } },
    },
  });
  fs.copyFileSync(path.join(FIXTURE, 'package.json'), path.join(appDir, 'package.json'));
  fs.symlinkSync(path.join(repository, 'out/main/ngrok-process.js'), path.join(appDir, 'ngrok-process.js'));
  return appDir;
}

/** Starts that app, which lets the test read the tunnel's state. */
export async function launchNgrokApp(
  options: { readonly desktop: Desktop; readonly appDir: string },
  edge: NgrokEdge,
) {
  const launched = await launchApp(options);
  const url = `http://127.0.0.1:${String(edge.publicPort)}`;
  const handle = await launched.app.evaluateHandle(
    () =>
      new Promise<NgrokApp>((resolve) => {
        const timer = setInterval(() => {
          const ready = Reflect.get(globalThis, 'ngrokApp') as NgrokApp | undefined;
          if (ready === undefined) return;
          clearInterval(timer);
          resolve(ready);
        }, 20);
      }),
  );
  const read = () => handle.evaluate((own) => own.read());
  return {
    ...launched,
    url,
    read,
    begin: (token: string) =>
      handle.evaluate((own, wanted) => own.begin(wanted), {
        token,
        url,
        ingress: { address: edge.address, ca: CA },
      }),
    /** Starts and stops at once, before the process can have started. Returns how many milliseconds the stop took. */
    beginAndStop: (token: string) =>
      handle.evaluate(
        async (own, wanted) => {
          own.begin(wanted);
          await new Promise((resolve) => setTimeout(resolve, 0));
          return own.stop();
        },
        { token, url, ingress: { address: edge.address, ca: CA } },
      ),
    stop: () => handle.evaluate((own) => own.stop()),
    end: launched.stop,
    /** Waits for a state; returns how many milliseconds it took. */
    reach: async (state: TunnelState): Promise<number> => {
      const began = performance.now();
      await expect
        .poll(async () => (await read()).status?.state, { timeout: LIMIT_MS, interval: 20, message: state })
        .toBe(state);
      return performance.now() - began;
    },
    /** Returns the running processes of the client. */
    clients: () => clientsOf(launched.pid),
  };
}

function clientsOf(pid: number): readonly number[] {
  return processTree(pid).filter((one) => readProc(one, 'cmdline').includes('node.mojom.NodeService'));
}

import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import { createCloudflared } from '../../../src/main/tunnel/cloudflared.ts';
import { repository } from '../../desktop/runtime.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { startFront } from '../../services/front.ts';
import { freePort } from '../../services/free-port.ts';
import { startGatedReceiver, watchTunnel } from './rig.ts';

export const TOKEN = 'eyJhIjoiY2xvdWRmbGFyZSBkb3VibGUiLCJ0IjoieCIsInMiOiJ5In0=';

/** A program named cloudflared in `dir` that is the double, and tells it what to do. */
export function installDouble(dir: string, orders: Readonly<Record<string, string>>): string {
  const executable = path.join(dir, 'cloudflared');
  const main = path.join(repository, 'test/fixtures/cloudflared-double/main.mjs');
  fs.writeFileSync(executable, `#!/bin/sh\nexec '${process.execPath}' '${main}' '${dir}' "$@"\n`, {
    mode: 0o755,
  });
  for (const [name, value] of Object.entries(orders)) fs.writeFileSync(path.join(dir, name), value);
  return executable;
}

/** The real receiver behind the double, with a proxy with TLS on its public side. */
export async function startCloudflaredRig({
  token = TOKEN,
  executable = null,
}: { readonly token?: string; readonly executable?: string | null } = {}) {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const receiver = await startGatedReceiver();
  const port = await freePort();
  const double = installDouble(dir, {
    token: TOKEN,
    receiver: String(receiver.port),
    public: String(port),
  });
  const front = await startFront({ port, host: '127.0.0.1' });
  const lines: string[] = [];
  const provider = createCloudflared({
    executable: executable ?? double,
    token,
    env: { PATH: '/usr/bin:/bin', HOME: dir },
    log: { warn: (line) => lines.push(line) },
  });
  const write = (name: string, value: string): void => fs.writeFileSync(path.join(dir, name), value);
  return {
    ...watchTunnel(receiver, front.url, provider),
    receiver,
    front,
    lines,
    write,
    pids: () => fs.readFileSync(path.join(dir, 'pids'), 'utf8').trim().split('\n').map(Number),
    seen: (): unknown => JSON.parse(fs.readFileSync(path.join(dir, 'seen.json'), 'utf8')),
  };
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Desktop } from '../../desktop/session.ts';
import { processTree, readProc } from './search.ts';

export const REAL_TOKEN = 'token-de-la-tienda-real';

/** A shop that was used before: settings, orders, a log and a key. Its API cannot be reached. */
export async function makeRealShop(desktop: Desktop, dir: string, port: number): Promise<void> {
  fs.mkdirSync(path.join(dir, 'logs'), { recursive: true });
  const settings = {
    shop: { name: 'Almacén real', chainId: 'chain', vendorId: '1', country: 'uy', timeZone: '' },
    partner: { baseUrl: 'http://127.0.0.1:9' },
    receiver: { port },
  };
  fs.writeFileSync(path.join(dir, 'settings.json'), JSON.stringify(settings));
  fs.copyFileSync(
    path.join(import.meta.dirname, '../../fixtures/store/orders-v1.db'),
    path.join(dir, 'orders.db'),
  );
  fs.writeFileSync(path.join(dir, 'logs/main.log'), 'yesterday\n');
  await desktop.keyring.store('Mostrador', 'partner-token', REAL_TOKEN);
}

/** Returns every file of a shop's folder with a digest of its content, without those of the demonstration. */
export function fingerprint(dir: string): ReadonlyMap<string, string> {
  const files = fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, name: path.relative(dir, path.join(entry.parentPath, entry.name)) }))
    .filter(({ name }) => name.split(path.sep)[0] !== 'demo');
  return new Map(
    files.map(({ entry, name }) => [
      name,
      entry.isFile()
        ? createHash('sha256')
            .update(fs.readFileSync(path.join(dir, name)))
            .digest('hex')
        : 'folder',
    ]),
  );
}

/** The process that plays PedidosYa for this app. */
export function demoProcess(appPid: number): number {
  const found = processTree(appPid).find((pid) =>
    readProc(pid, 'cmdline').includes('node.mojom.NodeService'),
  );
  if (found === undefined) throw new Error('The demonstration has no process of its own.');
  return found;
}

/** Returns false also for a process that has ended and is not reaped yet. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\t[ZX]/m.test(fs.readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
  } catch {
    return false; // No such process.
  }
}

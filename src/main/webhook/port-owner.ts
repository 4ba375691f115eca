import { readdir, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { runWithin, type RunProgram } from '../programs.ts';

const PROGRAM_TIMEOUT_MS = 3_000;

/** Returns the name of the program that listens on a TCP port of this computer; null when it is unknown. */
export async function findPortOwner(
  port: number,
  platform: NodeJS.Platform = process.platform,
  run: RunProgram = runWithin(PROGRAM_TIMEOUT_MS),
): Promise<string | null> {
  try {
    if (platform === 'linux') return await findOnLinux(port);
    if (platform === 'win32') return await findOnWindows(port, run);
    if (platform === 'darwin') return await findOnMac(port, run);
    return null;
  } catch {
    // Not allowed to look, or the tool is missing: the remedy works without the name.
    return null;
  }
}

/** Returns the next port above `taken` that is free on loopback, else any free one; null when there is none. */
export async function suggestPort(taken: number): Promise<number | null> {
  const above = Array.from({ length: 20 }, (_, index) => taken + 1 + index).filter((port) => port <= 65_535);
  for (const port of [...above, 0]) {
    const free = await tryPort(port);
    if (free !== null) return free;
  }
  return null;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}

async function findOnLinux(port: number): Promise<string | null> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
  );
  const inodes = new Set(tables.flatMap((table) => parseListeningInodes(table, port)));
  if (inodes.size === 0) return null;
  const links = new Set([...inodes].map((inode) => `socket:[${inode}]`));
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const processId of processes) {
    if (await holdsAny(processId, links)) return await nameOfProcess(processId);
  }
  return null;
}

async function holdsAny(processId: string, links: ReadonlySet<string>): Promise<boolean> {
  const folder = `/proc/${processId}/fd`;
  // Other users' processes may not be looked into.
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (links.has(await readlink(path.join(folder, name)).catch(() => ''))) return true;
  }
  return false;
}

async function nameOfProcess(processId: string): Promise<string | null> {
  const program = await readlink(`/proc/${processId}/exe`).catch(() => null);
  if (program !== null) return path.basename(program.replace(/ \(deleted\)$/, ''));
  const name = await readFile(`/proc/${processId}/comm`, 'utf8').catch(() => '');
  return name.trim() === '' ? null : name.trim();
}

/** Inodes of the sockets that listen on `port` in the text of `/proc/net/tcp` or `/proc/net/tcp6`. */
export function parseListeningInodes(table: string, port: number): readonly string[] {
  const listening = '0A';
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[3] === listening && columns[1]?.split(':')[1] === wanted)
    .flatMap((columns) => columns[9] ?? []);
}

const WINDOWS_TOOLS = 'C:\\Windows\\System32';

async function findOnWindows(port: number, run: RunProgram): Promise<string | null> {
  const connections = await run(`${WINDOWS_TOOLS}\\netstat.exe`, ['-ano', '-p', 'TCP']);
  const processId = parseNetstat(connections, port);
  if (processId === null) return null;
  const filter = `PID eq ${processId}`;
  return parseTasklist(await run(`${WINDOWS_TOOLS}\\tasklist.exe`, ['/FI', filter, '/FO', 'CSV', '/NH']));
}

/** Process id from `netstat -ano`. The state's word is translated, so a listener is known by its far end. */
export function parseNetstat(output: string, port: number): string | null {
  for (const line of output.split('\n')) {
    const [protocol, local, foreign, , processId] = line.trim().split(/\s+/);
    const isListener = foreign === '0.0.0.0:0' || foreign === '[::]:0';
    if (protocol === 'TCP' && isListener && local?.endsWith(`:${port}`) === true) return processId ?? null;
  }
  return null;
}

/** Returns the program's name from `tasklist /FO CSV /NH`. */
export function parseTasklist(output: string): string | null {
  return /^"([^"]+)","\d+"/m.exec(output)?.[1] ?? null;
}

async function findOnMac(port: number, run: RunProgram): Promise<string | null> {
  return parseLsof(await run('/usr/sbin/lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fc']));
}

/** Returns the program's name from `lsof -Fc`. */
export function parseLsof(output: string): string | null {
  return /^c(.+)$/m.exec(output)?.[1] ?? null;
}

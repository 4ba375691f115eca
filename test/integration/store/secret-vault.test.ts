import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tempDir } from '../../fakes/temp-store.ts';

const TOOLS = ['dbus-run-session', 'dbus-send', 'gnome-keyring-daemon', 'secret-tool'] as const;
const hasTools = TOOLS.every((tool) => spawnSync('sh', ['-c', 'command -v "$0"', tool]).status === 0);
const PROCESS = fileURLToPath(import.meta.resolve('./vault-process.ts'));
const RUN = `exec "${process.execPath}" "${PROCESS}"`;
const OWNER =
  'dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets';
/** Starts a keyring with an unlocked collection and waits until it answers for the secret service; PID is its process. */
const UNLOCK = `printf prueba | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
until REPLY=$(${OWNER} 2>/dev/null); do :; done
PID=\${REPLY##* }`;

let folder: ReturnType<typeof tempDir>;
beforeEach(() => {
  folder = tempDir();
});
afterEach(() => folder.remove());

/** Runs a shell line on a session bus of its own, with an empty home; answers the report that it printed. */
async function inSession(line: string): Promise<Readonly<Record<string, unknown>>> {
  const config = path.join(folder.dir, 'bus.conf');
  // No folder of services: what the line does not start itself is not there.
  fs.writeFileSync(
    config,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=${folder.dir}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>`,
  );
  const child = spawn(
    'timeout',
    ['25', 'dbus-run-session', `--config-file=${config}`, '--', 'sh', '-c', line],
    {
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: folder.dir,
        XDG_DATA_HOME: path.join(folder.dir, 'data'),
        XDG_RUNTIME_DIR: folder.dir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const report = out.split('\n').find((text) => text.startsWith('{'));
  if (report === undefined) throw new Error(`No report: ${out}${errors}`);
  return JSON.parse(report) as Readonly<Record<string, unknown>>;
}

describe.skipIf(!hasTools)(`the keychain of the desktop (needs ${TOOLS.join(', ')})`, () => {
  test('a token is saved plainly under its name, read, described and forgotten', async () => {
    const report = await inSession(`${UNLOCK}\n${RUN}`);
    const nothing = { present: false, last4: null, savedAt: null };
    expect(report).toEqual({
      saved: { ok: true, value: null },
      lookedUp: 'token-de-prueba-9876',
      read: { ok: true, value: 'token-de-prueba-9876' },
      statuses: {
        ok: true,
        value: {
          'partner-token': { present: true, last4: '9876', savedAt: '2026-03-02T15:00:00.000Z' },
          'partner-client-secret': nothing,
          'webhook-secret': nothing,
          'webhook-secret-previous': nothing,
          'tunnel-token': nothing,
          'ssh-private-key': nothing,
          'ngrok-token': nothing,
          'cloudflared-token': nothing,
          'phone-token': nothing,
          'till-secret': nothing,
        },
      },
      forgotten: { ok: true, value: null },
      readAfter: { ok: true, value: null },
      lookedUpAfter: [null, null],
    });
  });

  test('without a keychain service it is unavailable', async () => {
    const { saved } = await inSession(RUN);
    expect(saved).toMatchObject({ ok: false, error: { code: 'keychain-unavailable' } });
  });

  test('without a session bus it is unavailable', async () => {
    const { saved } = await inSession(`unset DBUS_SESSION_BUS_ADDRESS; ${RUN}`);
    expect(saved).toMatchObject({ ok: false, error: { code: 'keychain-unavailable' } });
  });

  test('a keychain that does not answer is given up in time', async () => {
    const stop = `trap 'kill -KILL $PID' EXIT; kill -STOP $PID`;
    const { saved, savedMs } = await inSession(`${UNLOCK}\n${stop}; "${process.execPath}" "${PROCESS}"`);
    expect(saved).toEqual({ ok: false, error: { code: 'keychain-timeout', detail: null } });
    expect(savedMs).toBeGreaterThanOrEqual(1_400);
    expect(savedMs).toBeLessThan(4_000);
  });
});

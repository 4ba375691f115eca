/** Uses the real keychain of the session that it runs in and prints what each step answered, as one line of JSON. */
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { createSecretVault } from '../../../src/main/store/settings/secret-vault.ts';

const SERVICE = 'Mostrador Prueba';
const TOKEN = 'token-de-prueba-9876';
const TIMEOUT_MS = 1_500;
/** Of the system and no package. */
const SYSTEM_TOOL = 'secret-tool';

const createVault = () =>
  createSecretVault({ service: SERVICE, now: () => '2026-03-02T15:00:00.000Z', timeoutMs: TIMEOUT_MS });

function lookUp(account: string): string | null {
  try {
    return execFileSync(SYSTEM_TOOL, ['lookup', 'service', SERVICE, 'account', account], {
      encoding: 'utf8',
    });
  } catch {
    // It ends with 1 when there is nothing.
    return null;
  }
}

const started = performance.now();
const vault = createVault();
const saved = await vault.save('partner-token', `Bearer ${TOKEN}\n`);
const savedMs = performance.now() - started;
const report = saved.ok
  ? {
      saved,
      lookedUp: lookUp('partner-token'),
      // A new vault remembers nothing: this comes from the keychain.
      read: await createVault().read('partner-token'),
      statuses: await createVault().statuses(),
      forgotten: await vault.forget('partner-token'),
      readAfter: await createVault().read('partner-token'),
      lookedUpAfter: [lookUp('partner-token'), lookUp('partner-token.meta')],
    }
  : { saved, savedMs };
process.stdout.write(`${JSON.stringify(report)}\n`, () => {
  // An ordinary exit waits for the threads of its pool, and the one in a call that hangs never comes back.
  process.kill(process.pid, 'SIGKILL');
});

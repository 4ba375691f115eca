import process from 'node:process';

export const PARTS = ['check', 'unit', 'integration', 'renderer', 'e2e', 'chaos'];

/**
 * Files of e2e that wait for minutes and need hardly any of the processor: for patience that runs out, for the next poll,
 * for a watcher that comes back, for a tone. The longest first: none is left alone at the end.
 */
export const WAITING = [
  'keyring',
  'webhook-proof',
  'watchdog',
  'neighbours/pages',
  'main-job/odd-platform',
  'neighbours/notification-service',
  'main-job/card-place',
  'ngrok',
  'sound',
  'outgoing',
  'demo-doors',
  'demo',
  'crash',
  'unclaimed',
  'tunnel',
  'main-job/connection',
];

/** @typedef {{ readonly part: string, readonly files?: readonly string[] }} Step  without files: all of the part */

/**
 * Returns what runs beside each other; the steps of each lane run one after the other. What uses all of the computer
 * comes first; what mostly waits runs beside it, where each app has a desktop of its own.
 * @param {readonly string[]} parts
 * @param {readonly string[]} e2eFiles
 * @returns {readonly (readonly Step[])[]}
 */
export function planLanes(parts, e2eFiles) {
  const busy = PARTS.filter((part) => parts.includes(part));
  if (!hasOwnDesktops()) return [busy.map((part) => ({ part }))];
  const waiting = WAITING.flatMap((name) => e2eFiles.filter((file) => file === `test/e2e/${name}.test.ts`));
  const isBeside = busy.length > 1;
  return [
    busy
      .filter((part) => part !== 'chaos' || !isBeside)
      .map((part) =>
        part === 'e2e' ? { part, files: e2eFiles.filter((file) => !waiting.includes(file)) } : { part },
      ),
    [
      ...(busy.includes('e2e') ? [{ part: 'e2e', files: waiting }] : []),
      ...(busy.includes('chaos') && isBeside ? [{ part: 'chaos' }] : []),
    ],
  ];
}

/** Elsewhere all apps share the desktop of whoever is at the computer. */
function hasOwnDesktops() {
  return process.platform === 'linux' && process.env['MOSTRADOR_TEST_DESKTOP'] !== 'own';
}

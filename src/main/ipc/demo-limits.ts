import type { IpcChannel } from '../../shared/ipc-contract.ts';

/**
 * Channels that a demonstration refuses. They could bring the shop's keys, orders or settings into it, take invented
 * ones out of it, or change how the shop's app runs on this computer. Its pages do not offer them either.
 */
export const NOT_IN_DEMO: readonly IpcChannel[] = [
  'backup:save',
  'backup:restore',
  'backup:confirm',
  'settings:export',
  'settings:import',
  'secrets:save',
  'secrets:forget',
  'webhook-secret:generate',
  'tunnel:ssh-key',
  'computer:set-login-item',
  'outgoing:test',
  'outgoing:resend',
  'outgoing:dismiss',
  'outgoing:choose-folder',
  'update:check',
  'update:install',
];

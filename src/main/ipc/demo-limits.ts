import type { IpcChannel } from '../../shared/ipc-contract.ts';

/**
 * What a demonstration does not do, whoever asks: it could bring the shop's own keys, orders or settings into it, take
 * invented ones out of it, or change how the shop's app lives on this computer. Its pages do not offer them either.
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
  'update:check',
  'update:install',
];

import { createControlRoutes } from './control/control-routes.ts';
import { createPlatform } from './platform.ts';
import type { Simulator, SimulatorOptions } from './contract.ts';

/** Builds a simulator with its control page. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  return createPlatform(options, (simulator) => createControlRoutes(simulator, options.language ?? 'es'));
}

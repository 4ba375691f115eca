import { createServer } from 'node:net';
import { WEBHOOK_PATH } from '../../shared/address.ts';
import { API_SCENARIOS } from './api-scenarios.ts';
import { CANCEL_SCENARIOS } from './cancel-scenarios.ts';
import { PICKING_SCENARIOS } from './picking-scenarios.ts';
import {
  SCENARIO_NAMES,
  type Scenario,
  type ScenarioName,
  type ScenarioOutcome,
  type Stage,
} from './scenario.ts';
import { SimulatorError } from '../simulator-error.ts';
import { WEBHOOK_SCENARIOS } from './webhook-scenarios.ts';

const BY_NAME: ReadonlyMap<string, Scenario> = new Map(
  [...PICKING_SCENARIOS, ...CANCEL_SCENARIOS, ...WEBHOOK_SCENARIOS, ...API_SCENARIOS].map((scenario) => [
    scenario.name,
    scenario,
  ]),
);

/** T1 to T22. Source: docs/partner-api.md, "Test cases (T1–T22)". */
export const SCENARIOS: readonly Scenario[] = SCENARIO_NAMES.flatMap((name) => BY_NAME.get(name) ?? []);

/** Plays a scenario to its end and returns what a correct client must know then. */
export async function runScenario(name: ScenarioName, stage: Stage): Promise<ScenarioOutcome> {
  const scenario = BY_NAME.get(name);
  if (scenario === undefined) throw new SimulatorError('not-found', `No hay escenario ${name}`);
  return { name, ...(await scenario.run(stage)) };
}

/** Returns an address on this computer without a listener: its port was free a moment ago. */
export function findDeadUrl(): Promise<string> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(`http://127.0.0.1:${port}${WEBHOOK_PATH}`));
    });
  });
}

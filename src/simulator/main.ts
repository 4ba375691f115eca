import { pathToFileURL } from 'node:url';
import { readCommandLine } from './command-line.ts';
import { mainTexts } from './main-texts.ts';
import { createSimulator } from './simulator.ts';
import type { CommandLine } from './command-line.ts';
import type { Simulator } from './contract.ts';
import type { MainTexts } from './main-texts.ts';

/** Returns what the terminal shows once the simulator runs. */
function describeSimulator(simulator: Simulator, texts: MainTexts): string {
  const { baseUrl, controlUrl, chainId, vendorId, tokens, clients } = simulator.connection();
  const target = simulator.webhooks.target();
  const facts: readonly (readonly [string, string])[] = [
    [texts.api, baseUrl],
    [texts.page, controlUrl],
    [texts.chain, chainId],
    [texts.vendor, vendorId],
    ...tokens.map((token) => [texts.token, token] as const),
    ...clients.map(({ id, secret }) => [texts.client, `${id} / ${secret}`] as const),
    [texts.webhook, target?.url ?? texts.noWebhook],
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  return [
    texts.title,
    '',
    ...facts.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    '',
    texts.howTo,
    ...texts.steps(baseUrl, chainId, vendorId, tokens[0] ?? '').map((line) => `  ${line}`),
    '',
  ].join('\n');
}

async function run(command: CommandLine): Promise<void> {
  const texts = mainTexts(command.language);
  if (command.wantsHelp) return console.log(texts.help);
  const simulator = createSimulator(command.options);
  try {
    await simulator.start();
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    console.error(texts.portTaken(command.options.port ?? 0));
    process.exitCode = 1;
    return;
  }
  const end = (): void => void simulator.stop();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);

  if (command.seed > 0) simulator.seed(command.seed);
  console.log(describeSimulator(simulator, texts));
  if (command.seed > 0) console.log(texts.seeded(command.seed));
  for (const name of command.scenarios) {
    const outcome = await simulator.runScenario(name);
    console.log(`${name}: ${outcome.orders.map((order) => `${order.code} ${order.statusText}`).join(', ')}`);
  }
  if (command.autoEverySeconds !== null) {
    simulator.auto.start(command.autoEverySeconds * 1000);
    console.log(texts.auto(command.autoEverySeconds));
  }
  console.log(texts.stop);
}

// Starts only from the command line: a test or the app that imports this file runs nothing.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await run(readCommandLine(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

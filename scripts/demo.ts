// The demonstration: the real app on a virtual desktop against the simulator, with everything measured.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { repository } from '../test/desktop/runtime.ts';
import { startDesktop, type Desktop } from '../test/desktop/session.ts';
import type { Simulator } from '../src/simulator/contract.ts';
import { playScenes } from './demo/scenes.ts';
import { startApp, startSimulator, type Stage } from './demo/stage.ts';
import { createTimeline, StepFailed } from './demo/timeline.ts';

const OUTPUT = path.join(repository, 'demo-output');

const started: { desktop: Desktop | null; simulator: Simulator | null; stage: Stage | null } = {
  desktop: null,
  simulator: null,
  stage: null,
};
try {
  await play();
} catch (error) {
  process.exitCode = 1;
  await explain(error);
} finally {
  await started.stage?.launched.stop();
  await started.simulator?.stop();
  await started.desktop?.stop();
}

async function play(): Promise<void> {
  // Deletes old pictures: they would be mistaken for those of this run.
  fs.rmSync(OUTPUT, { recursive: true, force: true });
  const timeline = createTimeline((line) => console.log(line));
  await timeline.step('Virtual desktop', async () => {
    started.desktop = await startDesktop();
    return 'screen, session bus, keyring, notification service, tray, silent loudspeaker';
  });
  const { desktop } = started;
  if (desktop === null) return;
  await timeline.step('Simulator of PedidosYa', async () => {
    started.simulator = await startSimulator();
    return `${started.simulator.connection().baseUrl}, with 20 orders of the last days`;
  });
  const { simulator } = started;
  if (simulator === null) return;
  await timeline.step('App', async () => {
    started.stage = await startApp(desktop, simulator);
    await desktop.tray.waitForItem(10_000);
    return 'started, in the tray, its webhook can be called';
  });
  const { stage } = started;
  if (stage === null) return;
  const shots = await playScenes({ stage, timeline, outputDir: OUTPUT });
  console.log('\nScreenshots:');
  for (const shot of shots) console.log(`  ${path.relative(process.cwd(), shot)}`);
}

async function explain(error: unknown): Promise<void> {
  if (!(error instanceof StepFailed)) {
    console.error(error);
    return;
  }
  console.error(`\nThis step did not happen: ${error.step}\n${error.message}`);
  const output = started.stage?.launched.output().trim() ?? '';
  if (output !== '') console.error(`\nThe app wrote:\n${output}`);
  if (started.desktop !== null) {
    const file = path.join(OUTPUT, 'failure.png');
    await started.desktop.saveScreen(file);
    console.error(`\nWhat the screen showed: ${path.relative(process.cwd(), file)}`);
  }
}

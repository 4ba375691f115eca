import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const LIMIT_MS = 30_000;

/**
 * Runs an uninstaller on a virtual screen and presses its buttons: "uninstall?" with OK, then "keep the data?" with the
 * answer. Fails when one of the two is not asked.
 * @param {{ readonly env: NodeJS.ProcessEnv, readonly stop: () => void }} wine
 * @param {string} program
 * @param {'yes' | 'no'} answer
 * @param {() => Promise<void>} untilRemoved it goes on in a copy of itself after it returned
 */
export async function answerQuestions(wine, program, answer, untilRemoved) {
  // A program that started without a screen never gets one later.
  wine.stop();
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const [number] = await once(screen.stdout, 'data');
    const env = { ...wine.env, DISPLAY: `:${String(number).trim()}` };
    spawn('wine', [program], { env, stdio: 'ignore' });
    const first = await newWindow(env, []);
    press(env, first, 'Return');
    const second = await newWindow(env, [first]);
    // "Yes" is the first button and has the focus.
    if (answer === 'no') press(env, second, 'Right');
    press(env, second, 'Return');
    await untilRemoved();
  } finally {
    wine.stop();
    screen.kill();
    await once(screen, 'exit');
  }
}

/** @param {NodeJS.ProcessEnv} env @param {readonly string[]} known */
async function newWindow(env, known) {
  for (let left = LIMIT_MS; left > 0; left -= 200) {
    const found = spawnSync('xdotool', ['search', '--onlyvisible', '--name', 'Mostrador'], {
      env,
      encoding: 'utf8',
    });
    const window = found.stdout.split('\n').find((id) => id !== '' && !known.includes(id));
    if (window !== undefined) {
      // Waits until the window is drawn and accepts keys.
      await sleep(500);
      return window;
    }
    await sleep(200);
  }
  throw new Error('The uninstaller asked nothing.');
}

/** @param {NodeJS.ProcessEnv} env @param {string} window @param {string} key */
function press(env, window, key) {
  spawnSync('xdotool', ['windowfocus', window, 'key', key], { env });
}

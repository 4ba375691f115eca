import process from 'node:process';

/** An expected obstacle: its message tells the developer what to do, a stack trace would only hide it. */
export class Obstacle extends Error {}

/**
 * Runs one step and prints how it went and how long it took. `work` answers the sentence to print.
 * @param {string} name
 * @param {() => string | Promise<string>} work
 */
export async function step(name, work) {
  const startedAt = performance.now();
  const outcome = await work();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`[${name}] ${outcome} (${seconds} s)`);
}

/** Prints what a step is about to do, for steps that take long. @param {string} name @param {string} sentence */
export function announce(name, sentence) {
  console.log(`[${name}] ${sentence} …`);
}

/** Runs a script's main function; an obstacle ends it with its sentence and exit code 1. @param {() => Promise<number>} main */
export async function runScript(main) {
  let code = 1;
  try {
    code = await main();
  } catch (error) {
    console.error(error instanceof Obstacle ? `\n${error.message}` : error);
  }
  process.exitCode = code;
  // A library may end the process by itself, as electron-builder's clean-up does, and always with 0.
  process.on('exit', () => {
    process.exitCode = code;
  });
}

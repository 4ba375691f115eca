/// <reference path="../../../src/renderer/vite-env.d.ts" />

/** Runs in a page. Asks with arguments of every kind; returns what became of each. */
export async function askWrongly({
  channel,
  wrong,
}: {
  channel: string;
  wrong: readonly string[];
}): Promise<readonly string[]> {
  const ask = Reflect.get(window.mostrador, channel) as (arg: unknown) => Promise<unknown>;
  const deep: unknown[] = [];
  let inner = deep;
  for (let depth = 0; depth < 900; depth += 1) {
    const next: unknown[] = [];
    inner.push(next);
    inner = next;
  }
  const round: Record<string, unknown> = {};
  round['round'] = round;
  const others: readonly unknown[] = [
    null,
    0,
    -1,
    Number.NaN,
    Infinity,
    '',
    'x'.repeat(300_000),
    [],
    [[]],
    10n,
    true,
    new Date(),
    new Map([['orderId', 'x']]),
    new Uint8Array(300_000),
    deep,
    round,
    () => undefined,
    Symbol('x'),
    window,
    new Proxy({}, {}),
    Object.create({ orderId: 'x', on: true }),
    {
      get orderId(): string {
        throw new Error('no');
      },
    },
  ];
  const args = [...others, ...wrong.map((text): unknown => JSON.parse(text))];
  return Promise.all(
    args.map(async (arg) => {
      const late = new Promise((_, reject) => setTimeout(() => reject(new Error('never answered')), 10_000));
      try {
        const answer = await Promise.race([ask(arg), late]);
        return `answered ${JSON.stringify(answer)} to ${typeof arg === 'object' ? JSON.stringify(arg)?.slice(0, 80) : typeof arg}`;
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        // What cannot be copied never leaves the page.
        return /refused|could not be cloned|An object could not|no$|recursion|circular/i.test(said)
          ? 'refused'
          : said;
      }
    }),
  );
}

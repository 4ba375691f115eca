// Loaded before a program (node --import): runs the product's code without the one line that makes commits durable.
import { registerHooks } from 'node:module';

const DURABLE = 'PRAGMA synchronous = FULL';

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (!url.endsWith('/src/main/store/database/database.ts')) return loaded;
    const source =
      typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    // Without the replacement the run would not show that the checks can fail.
    if (!source.includes(DURABLE)) throw new Error(`${url} does not say "${DURABLE}" any more`);
    return { ...loaded, source: source.replace(DURABLE, 'PRAGMA synchronous = OFF') };
  },
});

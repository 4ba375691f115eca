// Loaded before a program (node --import): the product's own code in it, but for the one line that makes commits durable.
import { registerHooks } from 'node:module';

const DURABLE = 'PRAGMA synchronous = FULL';

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (!url.endsWith('/src/main/store/database.ts')) return loaded;
    const source =
      typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    // The proof that the checks can fail would prove nothing.
    if (!source.includes(DURABLE)) throw new Error(`${url} does not say "${DURABLE}" any more`);
    return { ...loaded, source: source.replace(DURABLE, 'PRAGMA synchronous = OFF') };
  },
});

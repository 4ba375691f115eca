import process from 'node:process';
import { createDemoPlayer } from './player.ts';

// The entry of the process that the app starts for its demonstration. It ends with the app: the port closes.

/** The message port of a process started by Electron's `utilityProcess`. */
type ParentPort = {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
};

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;
}

const port: unknown = Reflect.get(process, 'parentPort');
if (!isParentPort(port)) throw new Error('This is started by the app: npm start -- --demo');

const player = createDemoPlayer({
  send: (news) => port.postMessage(news),
  now: Date.now,
  monotonicMs: () => performance.now(),
  schedule: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});
port.on('message', ({ data }) => void player.receive(data));

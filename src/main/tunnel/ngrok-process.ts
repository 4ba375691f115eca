import { ngrokOrderSchema, type NgrokNews } from './ngrok-messages.ts';
import { runNgrok } from './ngrok-session.ts';

// The start of a process: inside Electron it is a utility process, elsewhere a child of Node's.
const port: Electron.ParentPort | undefined = process.parentPort;

function tell(news: NgrokNews): void {
  if (port === undefined) process.send?.(news);
  else port.postMessage(news);
}

function hear(message: unknown): void {
  const order = ngrokOrderSchema.safeParse(message);
  if (order.success) void runNgrok(order.data, tell);
}

if (port === undefined) {
  process.on('message', hear);
  // Without the app there is nobody to serve. A utility process is ended by Chromium itself.
  process.on('disconnect', () => process.exit(0));
} else {
  port.on('message', ({ data }: { data: unknown }) => hear(data));
}

import { ngrokOrderSchema, type NgrokNews } from './ngrok-messages.ts';
import { runNgrok } from './ngrok-session.ts';

// Entry point of a process: a utility process inside Electron, a child process of Node elsewhere.
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
  // Without the app there is nothing to serve. Chromium itself ends a utility process.
  process.on('disconnect', () => process.exit(0));
} else {
  port.on('message', ({ data }: { data: unknown }) => hear(data));
}

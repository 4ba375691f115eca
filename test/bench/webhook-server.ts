// One server in its own process: webhook-server.ts <kind> <file>. Says {port}; at the message 'stop' says {kept} and ends.
import process from 'node:process';
import { SERVER_KINDS, startServer } from './webhook-servers.ts';

const [name, file] = process.argv.slice(2);
const kind = SERVER_KINDS.find((known) => known === name);
if (kind === undefined || file === undefined) throw new Error('Usage: webhook-server.ts <kind> <file>');
const server = await startServer(kind, file);
process.on('message', () => {
  void server.stop().then((kept) => process.send?.({ kept }, () => process.disconnect()));
});
// The bench has ended before it said stop.
process.on('disconnect', () => process.exit());
process.send?.({ port: server.port });

// A process that is killed in a test: what it started must end with it.
import { startGuardedChild } from '../../../src/main/tunnel/child-guard.ts';

const [executable = '', token = '', port = ''] = process.argv.slice(2);
const program = startGuardedChild(executable, ['tunnel', '--metrics', `127.0.0.1:${port}`, 'run'], {
  PATH: '/usr/bin:/bin',
  TUNNEL_TOKEN: token,
});
program.errors.resume();

import type { IpcHandlers } from '../../src/main/ipc/channel.ts';
import { CHANNELS, EVENTS } from '../../src/main/ipc/channels.ts';
import type { IpcChannel, IpcEventName, MostradorApi } from '../../src/shared/ipc-contract.ts';

type Call = (arg: unknown) => Promise<unknown>;

/** Returns the same API; a call or an answer that the real border would refuse throws. */
export function checkedApi(api: MostradorApi): MostradorApi {
  const names = Object.keys(CHANNELS) as readonly IpcChannel[];
  const calls = names.map((channel) => {
    const call: Call = async (arg) => {
      const asked = CHANNELS[channel].arg.safeParse(arg);
      if (!asked.success) throw new Error(`${channel} takes no such argument: ${asked.error.message}`);
      // The compiler does not know the channel here; the schema has just checked the argument.
      const answered = await (api[channel] as Call)(arg);
      const answer = CHANNELS[channel].answer.safeParse(answered);
      if (!answer.success) throw new Error(`The fake lies on ${channel}: ${answer.error.message}`);
      return answered;
    };
    return [channel, call] as const;
  });
  // Object.fromEntries loses the names' type; all are there.
  return { ...Object.fromEntries(calls), on: api.on } as MostradorApi;
}

/** Throws when main may not send that to pages. */
export function checkEvent(event: IpcEventName, payload: unknown): void {
  const told = EVENTS[event].safeParse(payload);
  if (!told.success) throw new Error(`The fake lies on ${event}: ${told.error.message}`);
}

/** Returns handlers for the real border's channels that call such an API. */
export function handlersOf(api: MostradorApi): IpcHandlers {
  return { ...api };
}

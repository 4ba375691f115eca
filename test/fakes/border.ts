import type { IpcHandlers } from '../../src/main/ipc/channel.ts';
import { CHANNELS, EVENTS } from '../../src/main/ipc/channels.ts';
import type { IpcChannel, IpcEventName, MostradorApi } from '../../src/shared/ipc-contract.ts';

type Call = (arg: unknown) => Promise<unknown>;

/** The same api, where each call throws that the real border would refuse, and each answer that it would not let pass. */
export function checkedApi(api: MostradorApi): MostradorApi {
  const names = Object.keys(CHANNELS) as readonly IpcChannel[];
  const calls = names.map((channel) => {
    const call: Call = async (arg) => {
      const asked = CHANNELS[channel].arg.safeParse(arg);
      if (!asked.success) throw new Error(`${channel} takes no such argument: ${asked.error.message}`);
      // Which channel it is, only the loop knows; the schema has just seen that the argument is its own.
      const answered = await (api[channel] as Call)(arg);
      const answer = CHANNELS[channel].answer.safeParse(answered);
      if (!answer.success) throw new Error(`The fake lies on ${channel}: ${answer.error.message}`);
      return answered;
    };
    return [channel, call] as const;
  });
  // Object.fromEntries forgets the names; every one is there.
  return { ...Object.fromEntries(calls), on: api.on } as MostradorApi;
}

/** Throws when main could not tell pages that. */
export function checkEvent(event: IpcEventName, payload: unknown): void {
  const told = EVENTS[event].safeParse(payload);
  if (!told.success) throw new Error(`The fake lies on ${event}: ${told.error.message}`);
}

/** What answers the real border's channels with what such an api answers. */
export function handlersOf(api: MostradorApi): IpcHandlers {
  return { ...api };
}

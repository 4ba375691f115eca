import type { Configuration } from '../core/configuration.ts';
import type { HealthBoard } from '../core/health.ts';
import type { ParsedWebhook } from '../core/ports.ts';
import { createSetup, type SetupRecords } from '../core/setup.ts';
import type { PartnerClient } from '../partner/client.ts';
import type { Desk } from '../shell/desk.ts';
import { timing } from '../timing.ts';

/** The setup assistant, tied to what it proves. */
export function createSetupRoad(deps: {
  readonly configuration: Pick<Configuration, 'view' | 'save'>;
  readonly partner: Pick<PartnerClient, 'check'>;
  readonly setupRecords: SetupRecords;
  readonly health: HealthBoard;
  readonly parse: (body: unknown) => ParsedWebhook;
  readonly desk: Pick<Desk, 'openSetup' | 'openCounter'>;
}) {
  const { configuration, health, desk } = deps;
  const setup = createSetup({
    view: configuration.view,
    save: configuration.save,
    check: deps.partner.check,
    records: deps.setupRecords,
    health,
    now: timing.now,
  });
  return {
    /** Reads a webhook's body; an order that tells of its store while none is known is remembered. */
    parse: (body: unknown): ParsedWebhook => {
      const parsed = deps.parse(body);
      setup.notice(parsed);
      return parsed;
    },
    check: setup.check,
    /** What the pages may ask. */
    pages: { read: setup.read, openSetup: desk.openSetup, openCounter: desk.openCounter },
  };
}

import { useEffect, useState, type JSX } from 'react';
import type { HealthEntry } from '../../shared/health/health.ts';
import type { MostradorApi, SettingsView } from '../../shared/ipc-contract.ts';
import { remedyOf, type Remedy } from '../../shared/health/remedy.ts';
import { assertNever } from '../../shared/result.ts';
import type { SetupPageId } from '../../shared/setup.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { useShop } from '../shop-context.ts';
import { Button } from './button.tsx';

/** The button that does what a trouble's remedy says, or leads to where it is done. */
export function RemedyButton(props: {
  readonly remedy: Remedy;
  /** Inside the assistant: opens its page. Elsewhere the assistant opens where it is needed. */
  readonly onPage?: (page: SetupPageId) => void;
}): JSX.Element {
  const { remedy, onPage } = props;
  const { api, texts, view } = useShop();
  const [phase, setPhase] = useState<'idle' | 'busy' | 'failed'>('idle');
  const deliveries = useDeliveryCount(remedy.kind === 'deliveries');
  const page = pageOfRemedy(remedy);
  const press = (): void => {
    if (phase === 'busy') return;
    if (page !== null && onPage !== undefined) {
      onPage(page);
      return;
    }
    setPhase('busy');
    run(remedy, api, view).then(
      (isDone) => setPhase(isDone ? 'idle' : 'failed'),
      // Main has logged the reason.
      () => setPhase('failed'),
    );
  };
  return (
    <>
      <Button aria-disabled={phase === 'busy'} onClick={press}>
        {labelOf(remedy, texts, deliveries)}
      </Button>
      {phase === 'failed' && <p role="alert">{texts.remedies.failed}</p>}
    </>
  );
}

/** The same for a light; nothing where no button helps. */
export function EntryRemedy({ entry }: { readonly entry: HealthEntry }): JSX.Element | null {
  const isTrouble = entry.state === 'degraded' || entry.state === 'down';
  const remedy = isTrouble ? remedyOf(entry.code, entry.detail) : null;
  return remedy === null ? null : <RemedyButton remedy={remedy} />;
}

function labelOf(remedy: Remedy, { remedies }: Texts, deliveries: number | null): string {
  switch (remedy.kind) {
    case 'use-port':
      return remedies['use-port'](remedy.port);
    case 'deliveries':
      return remedies.deliveries(deliveries);
    default:
      return remedies[remedy.kind];
  }
}

/** Returns how many requests "Avisos recibidos" lists; null while that is not known, or not asked. */
function useDeliveryCount(isAsked: boolean): number | null {
  const { api } = useShop();
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    if (!isAsked) return undefined;
    const read = (): void => {
      api['deliveries:list']({ group: null, before: null })
        .then(({ counts }) => setCount(counts.received + counts.rejected + counts.failed))
        // The button opens the list without a number, too.
        .catch(() => setCount(null));
    };
    read();
    return api.on('deliveries:changed', read);
  }, [api, isAsked]);
  return count;
}

/** Returns the page of the assistant on which something is put right; null: nowhere there. */
function pageOfRemedy({ kind }: Remedy): SetupPageId | null {
  switch (kind) {
    case 'another-key':
    case 'check-shop':
      return 'shop';
    case 'check-address':
      return 'address';
    case 'webhook-secret':
      return 'secret';
    case 'use-port':
    case 'reconnect':
    case 'sound-settings':
    case 'deliveries':
      return null;
    default:
      return assertNever(kind);
  }
}

/** Resolves to false when it did not work. */
async function run(remedy: Remedy, api: MostradorApi, { settings }: SettingsView): Promise<boolean> {
  switch (remedy.kind) {
    case 'use-port': {
      const receiver = { ...settings.receiver, port: remedy.port };
      return (await api['settings:save']({ settings: { ...settings, receiver } })).ok;
    }
    case 'another-key':
    case 'check-shop':
    case 'check-address':
    case 'webhook-secret':
      await api['window:open-setup']();
      return true;
    case 'reconnect':
      await api['tunnel:restart']();
      return true;
    case 'sound-settings':
      await api['window:open-settings']();
      return true;
    case 'deliveries':
      await api['window:open-deliveries']();
      return true;
    default:
      return assertNever(remedy);
  }
}

import type { DiagnosticsReport, DiagnosticsSaved } from '../../../shared/health/diagnostics.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { diagnosticsFiles, type DiagnosticsFacts } from './support-report.ts';

/** Facts that come from the disk and may be unreadable. */
const FROM_DISK = {
  deliveries: 'the deliveries',
  database: 'the orders file',
  log: 'main.log',
  oldLog: 'main.old.log',
  customers: 'knowledge of the customers',
} as const;
type FromDisk = keyof typeof FROM_DISK;

export type SupportReports = {
  readonly make: () => Promise<DiagnosticsReport>;
  /** Saves the report that was made last; `outdated`: this one is not it. */
  readonly save: (id: number) => Promise<DiagnosticsSaved>;
};

/** Returns how reports for support are made and saved. Only the report that the user looks at last can be saved. */
export function createSupportReports(deps: {
  /** Reads everything that cannot fail, after the redactor knows every secret. */
  readonly gather: () => Promise<Omit<DiagnosticsFacts, FromDisk>>;
  /** Each may throw. */
  readonly fromDisk: { readonly [F in FromDisk]: () => DiagnosticsFacts[F] };
  readonly hideSecrets: (text: string) => string;
  readonly texts: () => Texts;
  readonly saveFile: (report: DiagnosticsReport) => Promise<DiagnosticsSaved>;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): SupportReports {
  const { fromDisk } = deps;
  let latest: DiagnosticsReport | null = null;

  /** A report is often wanted because the store cannot be read. */
  const orElse = <F extends FromDisk>(fact: F, otherwise: DiagnosticsFacts[F]): DiagnosticsFacts[F] => {
    try {
      return fromDisk[fact]();
    } catch (error) {
      deps.log.error(`The report goes without ${FROM_DISK[fact]}`, error);
      return otherwise;
    }
  };

  return {
    make: async () => {
      const facts: DiagnosticsFacts = {
        ...(await deps.gather()),
        deliveries: orElse('deliveries', []),
        database: orElse('database', {}),
        log: orElse('log', ''),
        oldLog: orElse('oldLog', ''),
        customers: orElse('customers', []),
      };
      latest = {
        id: (latest?.id ?? 0) + 1,
        madeAt: facts.madeAt,
        files: diagnosticsFiles(facts, deps.texts(), deps.hideSecrets),
      };
      return latest;
    },
    save: async (id) => (latest?.id === id ? deps.saveFile(latest) : { kind: 'outdated' }),
  };
}

/** What a diagnostics report is made of, in the order in which it is shown. */
export const REPORT_FILES = {
  about: 'about.txt',
  versions: 'versions.json',
  settings: 'settings.json',
  health: 'health.json',
  'health-history': 'health-history.csv',
  deliveries: 'deliveries.csv',
  database: 'database.json',
  log: 'logs/main.log',
  'old-log': 'logs/main.old.log',
} as const;
export type ReportFileId = keyof typeof REPORT_FILES;

export type ReportFile = {
  readonly id: ReportFileId;
  /** Path inside the zip file. */
  readonly name: string;
  /** All of it, as it is saved. */
  readonly text: string;
};

/** A report as it would be saved: what is shown is what goes in, byte by byte. */
export type DiagnosticsReport = {
  /** Of this run of the app; names the report that is saved. */
  readonly id: number;
  /** ISO UTC. */
  readonly madeAt: string;
  readonly files: readonly ReportFile[];
};

export type DiagnosticsSaved =
  | { readonly kind: 'saved'; readonly file: string }
  /** The person chose no place. */
  | { readonly kind: 'cancelled' }
  /** Another report was made since: that one has to be looked at first. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'disk-failed' };

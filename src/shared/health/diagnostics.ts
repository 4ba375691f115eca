/** The files of a diagnostics report, in the order in which they are shown. */
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
  /** The whole text, as it is saved. */
  readonly text: string;
};

/** A report as it is saved: the user is shown exactly these bytes. */
export type DiagnosticsReport = {
  /** Counts the reports of this run of the app; identifies the one to save. */
  readonly id: number;
  /** ISO UTC. */
  readonly madeAt: string;
  readonly files: readonly ReportFile[];
};

export type DiagnosticsSaved =
  | { readonly kind: 'saved'; readonly file: string }
  /** The user chose no place to save it. */
  | { readonly kind: 'cancelled' }
  /** A newer report exists: the user has to look at that one first. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'disk-failed' };

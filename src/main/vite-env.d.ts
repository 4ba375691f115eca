interface ImportMeta {
  /** Put in by the build: true only in `npm run dev`. */
  readonly env: { readonly DEV: boolean };
}

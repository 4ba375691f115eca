export type BothLanguages = { readonly es: string; readonly en: string };

import { PAGE_TEXTS_EN } from './page-texts-en.ts';
import { PAGE_TEXTS_ES } from './page-texts-es.ts';
import type { Language } from '../../shared/settings/settings.ts';
import type { PageTexts } from './page-texts-es.ts';

export const PAGE_TEXTS: Readonly<Record<Language, PageTexts>> = { es: PAGE_TEXTS_ES, en: PAGE_TEXTS_EN };

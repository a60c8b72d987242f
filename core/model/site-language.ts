import { z } from 'zod';

/** Languages that published pages and embed codes can speak, as BCP 47 tags. */
export const siteLanguageSchema = z.enum(['en', 'de']);
export type SiteLanguage = z.infer<typeof siteLanguageSchema>;

export const DEFAULT_SITE_LANGUAGE: SiteLanguage = 'en';

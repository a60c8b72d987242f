import type { Settings } from '../../core/model/library.ts';

export interface SectionProps {
  readonly settings: Settings;
  readonly onChange: (fields: Partial<Omit<Settings, 'id'>>) => void;
}

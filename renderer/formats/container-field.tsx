import { MultiSelect } from '@mantine/core';
import { CONTAINER_NAMES, type Container, containerFacts } from '../../core/codecs/containers.ts';
import { useLanguage } from '../texts/language.ts';

export interface ContainerFieldProps {
  readonly value: readonly Container[];
  /** Which ones can hold what it is about. */
  readonly holds: (container: Container) => boolean;
  readonly error: string | undefined;
  readonly onChange: (containers: readonly Container[]) => void;
}

/** Containers that a device opens; those that could not hold the codec are offered only while chosen. */
export function ContainerField({ value, holds, error, onChange }: ContainerFieldProps) {
  const { t } = useLanguage();
  return (
    <MultiSelect
      label={t.formats.containers}
      value={[...value]}
      error={error}
      data={CONTAINER_NAMES.filter((name) => holds(name) || value.includes(name)).map((name) => ({
        value: name,
        label: containerFacts(name).name,
      }))}
      onChange={(names) => onChange(CONTAINER_NAMES.filter((name) => names.includes(name)))}
    />
  );
}

import { NumberInput } from '@mantine/core';

export interface FigureFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly error: string | undefined;
  readonly onChange: (value: number | null) => void;
  /** How many of the stored unit one typed unit is: 1000 for kb/s over b/s. */
  readonly scale?: number;
  readonly placeholder?: string;
}

/** A number that may be left empty. */
export function FigureField(props: FigureFieldProps) {
  const { label, value, error, onChange, scale = 1, placeholder } = props;
  return (
    <NumberInput
      label={label}
      value={value === null ? '' : value / scale}
      error={error}
      min={0}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed * scale : null)}
    />
  );
}

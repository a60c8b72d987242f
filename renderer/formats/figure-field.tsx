import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../texts/language.ts';

interface FigureProps {
  readonly label: string;
  readonly error: string | undefined;
  /** How many of the stored unit one typed unit is: 1000 for kb/s over b/s. */
  readonly scale?: number;
  readonly placeholder?: string;
}

export interface FigureFieldProps extends FigureProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A number that may be left empty. */
export function FigureField(props: FigureFieldProps) {
  const { label, value, error, onChange, scale = 1, placeholder } = props;
  const { figures } = useLanguage();
  // as it is being typed: “29.” is on its way to 29.97
  const [typed, setTyped] = useState<string | number | null>(null);
  const type = (text: string | number) => {
    setTyped(text);
    const number = readFigure(text);
    if (number !== undefined) onChange(number === null ? null : scaled(number, scale));
  };
  return (
    <NumberInput
      label={label}
      value={typed ?? (value === null ? '' : value / scale)}
      error={error}
      min={0}
      decimalSeparator={figures.decimalSeparator}
      allowedDecimalSeparators={['.', ',']}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={type}
      onBlur={() => setTyped(null)}
    />
  );
}

export interface NeededFigureProps extends FigureProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number that there must be: an emptied field keeps the one before until another is typed. */
export function NeededFigure({ onChange, ...props }: NeededFigureProps) {
  return (
    <FigureField
      {...props}
      onChange={(value) => {
        if (value !== null) onChange(value);
      }}
    />
  );
}

/** null: nothing is typed; undefined: not yet a number, such as a lone point. */
export function readFigure(text: string | number): number | null | undefined {
  if (typeof text === 'number') return text;
  if (text.trim() === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Whole in the stored unit: 1.1 kb/s are 1100 b/s and not 1100.0000000000002. */
function scaled(number: number, scale: number): number {
  return scale === 1 ? number : Math.round(number * scale);
}

import { NumberInput, Select, Switch } from '@mantine/core';
import { useId } from 'react';

/** Fields below each other end and begin on one line. On a narrow page they are as wide as it is. */
const FIELD_WIDTH = { base: '100%', sm: 240 } as const;

interface RowProps {
  readonly label: string;
}

export interface SwitchRowProps extends RowProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** Of the sentence that tells more. */
  readonly describedBy?: string;
}

export function SwitchRow({ label, onChange, describedBy, ...field }: SwitchRowProps) {
  const labelId = useId();
  return (
    <div className="setting">
      <span id={labelId}>{label}</span>
      <Switch
        aria-labelledby={labelId}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
        {...field}
      />
    </div>
  );
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

export interface ChoiceRowProps<T extends string> extends RowProps {
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
}

export function ChoiceRow<T extends string>({
  label,
  value,
  choices,
  onChange,
}: ChoiceRowProps<T>) {
  return (
    <div className="setting">
      <span>{label}</span>
      <Select
        w={FIELD_WIDTH}
        aria-label={label}
        value={value}
        data={[...choices]}
        onChange={(chosen) => {
          const choice = choices.find((one) => one.value === chosen);
          if (choice !== undefined) onChange(choice.value);
        }}
      />
    </div>
  );
}

export interface NumberRowProps extends RowProps {
  /** null: left to the engine. */
  readonly value: number | null;
  /** What the engine takes. */
  readonly placeholder: string;
  readonly max: number;
  readonly onChange: (value: number | null) => void;
}

/** Whole numbers from 1. */
export function NumberRow({ label, value, onChange, ...field }: NumberRowProps) {
  return (
    <div className="setting">
      <span>{label}</span>
      <NumberInput
        w={FIELD_WIDTH}
        aria-label={label}
        min={1}
        value={value ?? ''}
        onChange={(typed) => onChange(wholeOrNull(typed))}
        {...field}
      />
    </div>
  );
}

function wholeOrNull(value: string | number): number | null {
  return typeof value === 'number' && value >= 1 ? Math.round(value) : null;
}

import { Button, TextInput } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import type { Choice } from '../../core/desktop/bridge.ts';
import { useServices } from '../client/services.ts';
import { useAction } from '../data/use-action.tsx';
import { useLanguage } from '../texts/language.ts';

export interface PathInputProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly error?: React.ReactNode;
  /** What the system's dialog asks for, where there is one. */
  readonly choice: Choice;
  readonly autoFocus?: boolean;
  readonly onChange: (path: string) => void;
  readonly onBlur?: () => void;
  /** A path from the dialog is whole, unlike what is being typed. */
  readonly onChosen?: (path: string) => void;
}

/** A path on the engine's machine: typed in a browser, chosen in the system's dialog in the desktop window. */
export function PathInput(props: PathInputProps) {
  const { label, description, value, error, choice, autoFocus = false } = props;
  const { onChange, onBlur, onChosen } = props;
  const { t } = useLanguage();
  const { desktop } = useServices();
  const run = useAction();
  const choose = () =>
    run(async () => {
      const [path] = (await desktop?.choose(choice)) ?? [];
      if (path === undefined) return;
      onChange(path);
      onChosen?.(path);
    });
  return (
    <div className="path-input">
      <TextInput
        label={label}
        description={description}
        error={error}
        spellCheck={false}
        value={value}
        {...(autoFocus ? { 'data-autofocus': true } : {})}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
      />
      {desktop !== null && (
        <Button
          variant="default"
          leftSection={<IconFolderOpen size={16} />}
          aria-label={`${t.app.choose} ${label}`}
          onClick={choose}
        >
          {t.app.choose}
        </Button>
      )}
    </div>
  );
}

import { Button, type ButtonProps } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { say } from '../data/use-action.tsx';
import { useLanguage } from '../texts/language.ts';

export interface CopyTextProps extends Omit<ButtonProps, 'children'> {
  readonly text: string;
  readonly label: string;
  /** What is copied, where several such buttons stand together. */
  readonly copyLabel?: string;
}

/** Copies a text and says so on the button itself for a moment. */
export function CopyText({ text, label, copyLabel, ...button }: CopyTextProps) {
  const { t } = useLanguage();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => say(t.app.copyFailed),
    );
  return (
    <Button
      {...button}
      leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      onClick={copy}
      aria-live="polite"
      {...(copyLabel === undefined || copied ? {} : { 'aria-label': `${label}: ${copyLabel}` })}
    >
      {copied ? t.app.copied : label}
    </Button>
  );
}

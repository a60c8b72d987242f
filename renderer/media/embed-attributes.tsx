import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage } from '../texts/language.ts';
import { type AttributeLine, checkAttributes, readAttributes } from './check-attributes.ts';

export interface EmbedAttributesProps {
  readonly attributes: Readonly<Record<string, string>>;
  readonly onChange: (attributes: Readonly<Record<string, string>>) => void;
}

/** More attributes for the player's tag; those that are not allowed say why and stay out of the code. */
export function EmbedAttributes({ attributes, onChange }: EmbedAttributesProps) {
  const { t } = useLanguage();
  const [lines, setLines] = useState<readonly AttributeLine[]>(
    Object.entries(attributes).map(([name, value]) => ({ name, value })),
  );
  const problems = checkAttributes(lines);
  const change = (changed: readonly AttributeLine[]) => {
    setLines(changed);
    onChange(readAttributes(changed));
  };
  return (
    <fieldset className="attributes">
      <legend>{t.embed.attributes}</legend>
      {lines.map((line, at) => {
        const problem = problems[at] ?? null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity while it is typed
          <div key={at} className="attribute">
            <TextInput
              size="xs"
              aria-label={t.embed.attributeName(at + 1)}
              placeholder="data-id"
              spellCheck={false}
              value={line.name}
              error={problem && t.embed.attributeProblems[problem]}
              onChange={(event) =>
                change(lines.with(at, { ...line, name: event.currentTarget.value.trim() }))
              }
            />
            <TextInput
              size="xs"
              aria-label={t.embed.attributeValue(at + 1)}
              value={line.value}
              onChange={(event) =>
                change(lines.with(at, { ...line, value: event.currentTarget.value }))
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t.formats.takeOut}: ${line.name || at + 1}`}
              onClick={() => change(lines.toSpliced(at, 1))}
            >
              <IconX size={14} />
            </ActionIcon>
          </div>
        );
      })}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={() => change([...lines, { name: '', value: '' }])}
      >
        {t.embed.addAttribute}
      </Button>
    </fieldset>
  );
}

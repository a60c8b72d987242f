import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconTrash } from '@tabler/icons-react';
import type { MediaDetail } from '../../core/contract/media.ts';
import type { FormatDecision, Plan } from '../../core/model/plan.ts';
import { useServices } from '../client/services.ts';
import { useAction } from '../data/use-action.tsx';
import { explain } from '../texts/explain.ts';
import { useLanguage } from '../texts/language.ts';
import { SavingBar } from './saving-bar.tsx';

type RenditionDetail = MediaDetail['renditions'][number];

export interface RenditionTableProps {
  readonly plan: Plan;
  readonly media: MediaDetail;
}

/** What was made or will be, how, why, and what it saves. */
export function RenditionTable({ plan, media }: RenditionTableProps) {
  const { t } = useLanguage();
  const planned = plan.formats.filter(({ output }) => output !== null);
  const known = new Set(planned.map(({ format }) => format));
  const others = media.renditions.filter(({ formatId }) => !known.has(formatId));
  return (
    <div className="table-frame">
      <table className="table renditions">
        <thead>
          <tr>
            <th scope="col">{t.media.colFormat}</th>
            <th scope="col" className="number">
              {t.media.colPicture}
            </th>
            <th scope="col" className="number">
              {t.media.colRate}
            </th>
            <th scope="col" className="number">
              {t.media.colSize}
            </th>
            <th scope="col">{t.media.colSaving}</th>
            <th scope="col">{t.media.colHow}</th>
            <th scope="col" aria-label={t.app.more} />
          </tr>
        </thead>
        <tbody>
          {planned.map((decision) => (
            <Row
              key={decision.format}
              media={media}
              decision={decision}
              rendition={media.renditions.find(({ formatId }) => formatId === decision.format)}
            />
          ))}
          {others.map((rendition) => (
            <Row key={rendition.id} media={media} rendition={rendition} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly media: MediaDetail;
  readonly decision?: FormatDecision;
  readonly rendition?: RenditionDetail | undefined;
}

function Row({ media, decision, rendition }: RowProps) {
  const language = useLanguage();
  const { t, figures } = language;
  const reasons = (decision?.reasons ?? []).filter(({ code }) => code !== 'requested');
  const width = rendition?.video?.width ?? decision?.width;
  const height = rendition?.video?.height ?? decision?.height;
  return (
    <tr>
      <th scope="row">
        {rendition?.formatName ?? decision?.formatName}
        {rendition?.outdated && <span className="tag tone-warn">{t.media.outdated}</span>}
        {reasons.length > 0 && (
          <span className="reasons">
            {reasons.map((reason) => explain(reason, language)).join(' ')}
          </span>
        )}
      </th>
      <td className="number">{width && height ? `${width} × ${height}` : '–'}</td>
      <td className="number">
        {rendition !== undefined
          ? figures.bitrate(rendition.bitrateBps)
          : decision?.bitrateBps
            ? t.media.about(figures.bitrate(decision.bitrateBps))
            : '–'}
      </td>
      <td className="number">
        {rendition === undefined ? '–' : figures.bytes(rendition.sizeBytes)}
      </td>
      <td>
        {rendition !== undefined && (
          <SavingBar sizeBytes={rendition.sizeBytes} masterBytes={media.info.sizeBytes} />
        )}
      </td>
      <td>{howWords(decision, rendition, t.media)}</td>
      <td>{rendition !== undefined && <RowMenu media={media} rendition={rendition} />}</td>
    </tr>
  );
}

function howWords(
  decision: FormatDecision | undefined,
  rendition: RenditionDetail | undefined,
  words: Readonly<Record<'encoded' | 'copied' | 'willEncode' | 'willCopy', string>>,
): string {
  if (rendition !== undefined) return rendition.decision === 'copy' ? words.copied : words.encoded;
  return decision?.decision === 'copy' ? words.willCopy : words.willEncode;
}

interface RowMenuProps {
  readonly media: MediaDetail;
  readonly rendition: RenditionDetail;
}

function RowMenu({ media, rendition }: RowMenuProps) {
  const { t } = useLanguage();
  const { client, origin } = useServices();
  const run = useAction();
  const remove = () =>
    run(
      () => client.media.removeRenditions({ id: media.id, formatIds: [rendition.formatId] }),
      () => t.media.renditionDeleted(rendition.formatName),
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t.app.more}: ${rendition.formatName}`}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component="a"
          href={`${origin}${rendition.url}`}
          download={`${media.slug}-${rendition.formatId}.${rendition.container}`}
          leftSection={<IconDownload size={16} />}
        >
          {t.media.download}
        </Menu.Item>
        <Menu.Label maw={220}>{t.media.deleteText}</Menu.Label>
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={remove}>
          {t.media.deleteYes}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

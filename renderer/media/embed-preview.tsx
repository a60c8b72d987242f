import { useLanguage } from '../texts/language.ts';

export interface EmbedPreviewProps {
  readonly html: string;
  readonly kind: 'video' | 'audio';
}

/** The code as a page would show it; the frame runs no script and leads nowhere. */
export function EmbedPreview({ html, kind }: EmbedPreviewProps) {
  const { t } = useLanguage();
  const page = `<!doctype html><meta charset="utf-8"><base href="${window.location.origin}/"><style>body{margin:0;font:14px system-ui}video,audio{max-width:100%;height:auto;display:block}audio{width:100%;height:54px}</style>${html}`;
  return (
    <iframe
      className={`preview preview-${kind}`}
      title={t.embed.previewTitle}
      sandbox="allow-same-origin"
      srcDoc={page}
    />
  );
}

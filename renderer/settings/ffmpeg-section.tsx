import { IconAlertTriangle, IconCircleCheckFilled, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ToolChoice } from '../../core/contract/system.ts';
import { useDoctor } from '../data/queries.ts';
import { Busy } from '../parts/busy.tsx';
import { PathInput } from '../parts/path-input.tsx';
import { explainCheck, explainTool } from '../texts/explain-system.ts';
import { useLanguage } from '../texts/language.ts';
import type { SectionProps } from './section-props.ts';

/** Which FFmpeg is used and why, with everything else that was found. */
export function FfmpegSection({ settings, onChange }: SectionProps) {
  const language = useLanguage();
  const { t } = language;
  const doctor = useDoctor().data;
  return (
    <section className="settings-section">
      <h2 className="section-title">{t.settings.ffmpeg}</h2>
      {doctor === undefined && <Busy>{t.app.loading}</Busy>}
      {doctor && <Tool name="FFmpeg" tool={doctor.ffmpeg} />}
      {doctor && <Tool name="ffprobe" tool={doctor.ffprobe} />}
      <PathField
        label={t.settings.ffmpegPath}
        value={settings.ffmpegPath}
        onSave={(ffmpegPath) => onChange({ ffmpegPath })}
      />
      <PathField
        label={t.settings.ffprobePath}
        value={settings.ffprobePath}
        onSave={(ffprobePath) => onChange({ ffprobePath })}
      />
      {doctor && (
        <>
          <h3 className="sub-title">{t.settings.checks}</h3>
          <ul className="checks">
            {doctor.checks.map((check) => (
              <li key={check.name}>
                <span className={`status tone-${check.ok ? 'ok' : 'warn'}`}>
                  {check.ok ? (
                    <IconCircleCheckFilled size={16} aria-hidden />
                  ) : (
                    <IconAlertTriangle size={16} aria-hidden />
                  )}
                  {check.ok ? t.settings.ok : t.settings.notOk}
                </span>
                <span>{explainCheck(check, language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Tool({ name, tool }: { readonly name: string; readonly tool: ToolChoice }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <div className="tool">
      <strong>
        {name} {tool.version}
      </strong>
      {tool.chosen === null && <p className="tone-bad">{t.settings.notFound}</p>}
      <ul className="candidates">
        {tool.candidates.map((candidate) => (
          <li key={candidate.path}>
            <span className={`status tone-${candidate.works ? 'ok' : 'bad'}`}>
              {candidate.works ? (
                <IconCircleCheckFilled size={16} aria-hidden />
              ) : (
                <IconCircleX size={16} aria-hidden />
              )}
              {candidate.path === tool.chosen
                ? t.settings.chosen
                : candidate.works
                  ? t.settings.works
                  : t.settings.worksNot}
            </span>
            <span>
              <span className="file-path">{candidate.path}</span> {candidate.version}
              <span className="hint block">{explainTool(candidate, language)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PathFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly onSave: (path: string | null) => void;
}

/** Saved when left or chosen, since half a path is none. */
function PathField({ label, value, onSave }: PathFieldProps) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(value ?? '');
  const save = (text: string) => {
    const path = text.trim() === '' ? null : text.trim();
    if (path !== value) onSave(path);
  };
  return (
    <PathInput
      label={label}
      description={t.settings.pathHint}
      choice="program"
      value={typed}
      onChange={setTyped}
      onBlur={() => save(typed)}
      onChosen={save}
    />
  );
}

import type { CheckCode } from '../../core/system/checks.ts';
import type { NoticeCode } from '../../core/system/notices.ts';
import type { ToolVerdict } from '../../core/system/tool-verdicts.ts';
import type { SentenceTable } from '../../core/text/sentence-table.ts';

/** `core/system/tool-verdicts.ts` in German. */
export const deToolVerdicts: SentenceTable<ToolVerdict> = {
  'used-setting': [
    'Verwendet: Sein Pfad steht in den Einstellungen, auch wenn es älter als ffmpeg {leastMajor} ist.',
    'Verwendet: Sein Pfad steht in den Einstellungen.',
  ],
  'used-environment': [
    'Verwendet: Sein Pfad steht in der Umgebung, auch wenn es älter als ffmpeg {leastMajor} ist.',
    'Verwendet: Sein Pfad steht in der Umgebung.',
  ],
  'used-newest': [
    'Verwendet: das neueste, das funktioniert, auch wenn es älter als ffmpeg {leastMajor} ist.',
    'Verwendet: das neueste, das funktioniert.',
  ],
  'other-set': 'Nicht verwendet: Ein anderer Pfad ist gesetzt.',
  'not-chosen':
    'Nicht verwendet: Die Einstellungen der Mediathek nennen es, und auf diesem Rechner wurde es nicht gewählt. Leeren Sie seinen Pfad in den Einstellungen, und wählen Sie es neu.',
  'too-old': 'Nicht verwendet: Es ist älter als ffmpeg {leastMajor}.',
  'same-version': 'Nicht verwendet: Ein anderes derselben Version wurde zuerst gefunden.',
  'not-newest': 'Nicht verwendet: Es ist nicht das neueste.',
  'no-answer': 'Funktioniert nicht: Es antwortete nicht innerhalb von {seconds} s.',
  'no-such-file': 'Funktioniert nicht: Die Datei gibt es nicht.',
  'not-executable': 'Funktioniert nicht: Es darf nicht ausgeführt werden.',
  ended: 'Funktioniert nicht: Es endete mit dem Code {exitCode}.',
  'not-started': 'Funktioniert nicht: Es ließ sich nicht starten ({systemCode}).',
  'not-ffmpeg': 'Funktioniert nicht: Es antwortet nicht wie FFmpeg.',
  'no-encoders': 'Funktioniert nicht: Es zählt seine Encoder nicht auf.',
};

/** `core/system/checks.ts` in German. */
export const deChecks: SentenceTable<CheckCode> = {
  'tool-found': ['{tool} {version} unter {path}.', '{tool} unbekannter Version unter {path}.'],
  'tool-missing':
    'Kein funktionierendes {tool} wurde gefunden. Installieren Sie es, oder geben Sie seinen Pfad in den Einstellungen an.',
  'formats-available': 'FFmpeg hat für jedes Format einen Encoder.',
  'formats-lacking':
    'FFmpeg fehlen Encoder für: {formatIds}. Installieren Sie dafür ein vollständiges FFmpeg.',
  'library-writable': 'In die Mediathek unter {path} kann geschrieben werden.',
  'library-read-only':
    'In die Mediathek unter {path} kann nicht geschrieben werden. Berichtigen Sie ihre Rechte.',
  'space-unknown': 'Das System verrät nicht, wie viel Platz frei ist.',
  'space-low': 'Für die Mediathek sind nur {freeBytes:bytes} frei.',
  'space-enough': 'Für die Mediathek sind {freeBytes:bytes} frei.',
  'catalog-whole': 'Der Katalog ist heil.',
  'catalog-repaired':
    'Der Katalog wurde beim Start an {notices} {notices?Stelle|Stellen} ausgebessert; siehe die Hinweise dazu.',
};

/** `core/system/notices.ts` in German. */
export const deNotices: SentenceTable<NoticeCode> = {
  restored: [
    'Der Katalog {snapshot} ist nicht lesbar ({why}). Er wurde aus {previousSnapshot} und den Journalen wiederhergestellt.',
    'Der Katalog {snapshot} ist nicht lesbar ({why}). Er wurde aus den Journalen wiederhergestellt.',
    'Der Katalog {snapshot} fehlt. Er wurde aus {previousSnapshot} und den Journalen wiederhergestellt.',
    'Der Katalog {snapshot} fehlt. Er wurde aus den Journalen wiederhergestellt.',
  ],
  'lines-damaged':
    '{lines} {lines?Zeile|Zeilen} von {path} {lines?ist|sind} beschädigt. Alle anderen blieben erhalten.',
  'line-torn':
    'Die letzte Zeile von {path} war noch nicht ganz geschrieben, als AVlogue endete, und fiel weg. Es war keine fertige Änderung.',
  'changes-lost': [
    'Die Änderungen {from} bis {to} des Katalogs sind verloren.',
    'Die Änderung {from} des Katalogs ist verloren.',
  ],
  'change-refused': 'Die Änderung {sequence} des Katalogs ließ sich nicht machen ({why}).',
  'slug-changed': '„{title}“ heißt in Adressen jetzt „{slug}“: Der Name war vergeben.',
  'file-kept': 'Die beschädigte Datei liegt noch als {path} da.',
  'folder-gone':
    'Der Ordner {path} ist nicht da. Er wird wieder aufgenommen, sobald er zurück ist.',
  'watches-used-up':
    'Das System hat keine Beobachter mehr frei ({systemCode}); AVlogue sieht deshalb alle {pollSeconds} s in {path} nach. Unter Linux hilft es, fs.inotify.max_user_watches zu erhöhen.',
};

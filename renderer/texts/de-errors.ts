import type { ErrorCode } from '../../core/errors/error-codes.ts';

export interface ErrorWords {
  readonly summary: string;
  readonly advice: string;
}

/** What each code of `core/errors/error-codes.ts` means and what to do, in German. */
export const deErrors: Readonly<Record<ErrorCode, ErrorWords>> = {
  'internal/bug': {
    summary: 'Ein Fehler in AVlogue selbst.',
    advice: 'Bitte melden Sie ihn mit dem Protokoll.',
  },
  'input/invalid': {
    summary: 'Ein angegebener Wert ist nicht erlaubt.',
    advice: 'Berichtigen Sie das genannte Feld.',
  },
  'input/too-large': {
    summary: 'Eine Anfrage ist größer als erlaubt.',
    advice: 'Senden Sie weniger, oder laden Sie die Datei stattdessen hoch.',
  },
  'input/unknown-address': {
    summary: 'Unter dieser Adresse gibt es nichts.',
    advice:
      'Nehmen Sie die Verweise, die AVlogue nennt, oder sehen Sie in der Beschreibung der API nach.',
  },
  'access/host-refused': {
    summary: 'Die Kopfzeile „Host“ nennt einen anderen Rechner.',
    advice: 'Öffnen Sie die Adresse, die AVlogue ausgegeben hat.',
  },
  'access/origin-refused': {
    summary: 'Die Anfrage kommt von einer fremden Webseite.',
    advice: 'Benutzen Sie AVlogues eigene Seite.',
  },
  'access/token-refused': {
    summary: 'Der Schlüssel fehlt oder ist falsch.',
    advice: 'Öffnen Sie die Adresse mit dem Schlüssel, die AVlogue beim Start ausgegeben hat.',
  },
  'access/path-refused': {
    summary: 'Der Pfad führt aus dem heraus, was ausgeliefert wird.',
    advice: 'Nehmen Sie die Verweise, die AVlogue nennt.',
  },
  'catalog/locked': {
    summary: 'Diese Mediathek gehört einem anderen laufenden Programm.',
    advice: 'Benutzen Sie jenes, oder beenden Sie es zuerst.',
  },
  'catalog/place-lost': {
    summary: 'Der Ordner, der für die Mediathek gewählt wurde, ist nicht da.',
    advice: 'Schließen Sie sein Laufwerk an, oder wählen Sie eine andere Mediathek.',
  },
  'catalog/unreadable': {
    summary:
      'Der Katalog ist nicht lesbar, und nichts führt zu seinem Stand; er blieb, wie er ist.',
    advice: 'Stellen Sie die Sicherung wieder her, siehe die genannten Dateien.',
  },
  'catalog/newer-version': {
    summary: 'Der Katalog wurde von einem neueren AVlogue geschrieben.',
    advice: 'Aktualisieren Sie AVlogue. Nichts wurde verändert.',
  },
  'catalog/write-failed': {
    summary: 'Eine Änderung konnte nicht in den Katalog geschrieben werden.',
    advice:
      'Schaffen Sie Platz, oder berichtigen Sie die Rechte; die Änderung wurde nicht gemacht.',
  },
  'catalog/not-found': {
    summary: 'Das gibt es im Katalog nicht.',
    advice: 'Laden Sie die Liste neu.',
  },
  'catalog/conflict': {
    summary: 'Der Wert ist schon vergeben (ein Adressname, eine Kennung, ein Name).',
    advice: 'Wählen Sie einen anderen.',
  },
  'catalog/invalid-change': {
    summary: 'Eine Änderung passt nicht zum Aufbau des Katalogs.',
    advice: 'Berichtigen Sie das genannte Feld.',
  },
  'import/not-found': {
    summary: 'An diesem Pfad gibt es keine Datei und keinen Ordner.',
    advice: 'Prüfen Sie den Pfad.',
  },
  'import/no-permission': {
    summary: 'Die Datei oder der Ordner darf nicht gelesen werden.',
    advice: 'Geben Sie AVlogue das Recht zu lesen.',
  },
  'import/empty-file': {
    summary: 'Die Datei enthält keine Bytes.',
    advice: 'Kopieren Sie sie noch einmal von ihrer Quelle.',
  },
  'import/not-media': {
    summary: 'Die Datei ist weder Audio noch Video.',
    advice: 'Wählen Sie eine andere Datei.',
  },
  'import/not-captions': {
    summary: 'Die Datei enthält keine Untertitel.',
    advice: 'Speichern Sie sie als WebVTT (.vtt) oder SubRip (.srt).',
  },
  'import/captions-alone': {
    summary: 'Die Untertiteldatei gehört zu keinem Medium.',
    advice:
      'Benennen Sie sie nach ihrem Original und legen Sie sie daneben, wie clip.de.srt neben clip.mp4, oder fügen Sie sie auf der Seite des Mediums hinzu.',
  },
  'import/no-media-inside': {
    summary: 'Der Ordner enthält weder Audio noch Video.',
    advice: 'Sehen Sie in den Ordner; versteckte Dateien werden übergangen.',
  },
  'import/truncated': {
    summary: 'Die Datei ist abgeschnitten, oder ihr Verzeichnis (moov) fehlt.',
    advice:
      'Kopieren Sie sie noch einmal, oder reparieren Sie sie mit dem Werkzeug des Aufnahmegeräts.',
  },
  'import/undecodable': {
    summary: 'FFmpeg hat keinen Decoder für das, was in der Datei ist.',
    advice: 'Wandeln Sie sie mit dem Programm um, das sie hergestellt hat.',
  },
  'import/playlist-refused': {
    summary: 'Die Datei ist eine Abspielliste, die auf andere Dateien oder Adressen zeigt.',
    advice: 'Fügen Sie die Mediendateien selbst hinzu.',
  },
  'import/unstable': {
    summary: 'Die Datei wird noch geschrieben, oder ein anderes Programm hält sie für sich.',
    advice:
      'In einem überwachten Ordner wird sie aufgenommen, sobald das vorbei ist; sonst fügen Sie sie dann noch einmal hinzu.',
  },
  'import/not-regular': {
    summary: 'Der Pfad ist ein Gerät, ein Socket oder eine Pipe, keine Datei.',
    advice: 'Wählen Sie eine Datei.',
  },
  'import/disk-full': {
    summary: 'In der Mediathek ist kein Platz mehr für einen Upload.',
    advice: 'Schaffen Sie Platz, und laden Sie sie noch einmal hoch.',
  },
  'import/library-unwritable': {
    summary: 'In den Ordner der Mediathek für Uploads kann nicht geschrieben werden.',
    advice: 'Prüfen Sie seine Rechte, und laden Sie sie noch einmal hoch.',
  },
  'import/upload-aborted': {
    summary: 'Die Verbindung riss ab, bevor die ganze Datei angekommen war.',
    advice: 'Laden Sie sie noch einmal hoch.',
  },
  'format/invalid': {
    summary: 'Ein Format widerspricht sich selbst oder seinem Container.',
    advice: 'Siehe das genannte Feld und den Grund.',
  },
  'format/in-use': {
    summary: 'Das Format oder der Satz wird noch gebraucht.',
    advice: 'Nehmen Sie es zuerst aus den genannten Sätzen oder Ordnern.',
  },
  'format/built-in': {
    summary: 'Eingebaute Formate, Sätze und Geräte lassen sich nicht ändern oder löschen.',
    advice: 'Duplizieren Sie es, und ändern Sie die Kopie.',
  },
  'format/import-unreadable': {
    summary: 'Die Datei ist weder ein Export von AVlogue noch eine Fixture des alten AVlogue.',
    advice: 'Exportieren Sie noch einmal.',
  },
  'format/unavailable': {
    summary: 'Das benutzte FFmpeg hat keinen Encoder für dieses Format.',
    advice: 'Installieren Sie ein vollständiges FFmpeg, siehe `avlogue doctor`.',
  },
  'conversion/ffmpeg-missing': {
    summary: 'Kein funktionierendes FFmpeg oder ffprobe wurde gefunden.',
    advice: 'Installieren Sie FFmpeg, oder geben Sie seinen Pfad an, siehe `avlogue doctor`.',
  },
  'conversion/ffmpeg-failed': {
    summary: 'FFmpeg endete mit einem Fehler.',
    advice: 'Sehen Sie seine letzten Zeilen im Protokoll an.',
  },
  'conversion/disk-full': {
    summary: 'Wo das Ergebnis hin soll, ist kein Platz mehr.',
    advice: 'Schaffen Sie Platz, und wiederholen Sie es dann.',
  },
  'conversion/target-read-only': {
    summary: 'Das Ergebnis kann nicht in seinen Ordner geschrieben werden.',
    advice: 'Berichtigen Sie dessen Rechte, und wiederholen Sie es dann.',
  },
  'conversion/master-missing': {
    summary: 'Das Original ist nicht, wo der Katalog es nennt.',
    advice:
      'Bringen Sie es zurück, oder schließen Sie sein Laufwerk an; es wird von selbst wieder gefunden.',
  },
  'conversion/master-changed': {
    summary: 'Das Original änderte sich, während es umgewandelt wurde.',
    advice: 'Es wird von selbst neu geplant.',
  },
  'conversion/master-damaged': {
    summary: 'Das Original ist nur zum Teil lesbar: Es ist abgeschnitten oder beschädigt.',
    advice:
      'Ersetzen Sie es durch eine ganze Kopie; oder behalten Sie, was da ist, mit `ffmpeg -i ALT -c copy NEU`, und importieren Sie das.',
  },
  'conversion/verification-failed': {
    summary: 'Ein Ergebnis ist nicht, was geplant war, und wurde verworfen.',
    advice: 'Wiederholen Sie es; kommt es wieder vor, melden Sie es mit dem Protokoll.',
  },
  'conversion/cancelled': {
    summary: 'Die Umwandlung wurde abgebrochen.',
    advice: 'Wiederholen Sie sie, um sie neu zu beginnen.',
  },
  'conversion/interrupted': {
    summary: 'AVlogue endete, während dies lief.',
    advice: 'Es wird von selbst wieder aufgenommen.',
  },
  'conversion/stalled': {
    summary: 'FFmpeg kam zu lange nicht voran und wurde beendet.',
    advice: 'Wiederholen Sie es; prüfen Sie die Festplatte oder das Original.',
  },
  'publish/target-unwritable': {
    summary: 'In den Ordner zum Veröffentlichen kann nicht geschrieben werden.',
    advice: 'Berichtigen Sie seine Rechte, oder wählen Sie einen anderen.',
  },
  'publish/disk-full': {
    summary: 'Im Ordner zum Veröffentlichen ist kein Platz mehr.',
    advice: 'Schaffen Sie Platz, und veröffentlichen Sie noch einmal; was dort stand, steht noch.',
  },
  'publish/nothing-ready': {
    summary: 'Das Medium hat noch keine Fassung zum Veröffentlichen.',
    advice: 'Wandeln Sie es zuerst um.',
  },
  'publish/file-missing': {
    summary: 'Eine Datei der Mediathek, die veröffentlicht werden soll, ist weg.',
    advice: 'Wandeln Sie das Medium noch einmal um.',
  },
  'publish/foreign-files': {
    summary: 'Im Ordner liegen unter denselben Namen Dateien, die nicht von AVlogue sind.',
    advice: 'Wählen Sie einen anderen Ordner, oder legen Sie sie anderswohin.',
  },
  'publish/folder-taken': {
    summary: 'In dem Ordner, in den das Medium soll, steht noch ein anderes.',
    advice:
      'Veröffentlichen Sie jenes noch einmal, oder nehmen Sie es von der Website, und veröffentlichen Sie dann dieses.',
  },
  'publish/interrupted': {
    summary: 'AVlogue endete, während es veröffentlichte.',
    advice: 'Veröffentlichen Sie noch einmal; was fertig war, steht.',
  },
  'publish/folders-overlap': {
    summary:
      'Ein Veröffentlichungsordner liegt in einem anderen oder um ihn herum, oder ein überwachter Ordner liegt darin.',
    advice: 'Wählen Sie einen Ordner, der für sich steht.',
  },
  'snippet/nothing-matches': {
    summary: 'Keine Fassung kommt durch die gewählten Filter.',
    advice: 'Lockern Sie einen Filter.',
  },
  'host/unreachable': {
    summary: 'Das Programm, dem die Mediathek gehört, antwortet nicht.',
    advice: 'Beenden Sie es, oder warten Sie und versuchen Sie es noch einmal.',
  },
  'host/port-taken': {
    summary: 'Der Port ist belegt.',
    advice: 'Wählen Sie einen anderen mit --port, oder 0 für irgendeinen.',
  },
};

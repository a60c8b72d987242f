import type { PathUse } from '../paths-in-call.ts';
import type { Texts } from './en.ts';

const USES: Readonly<Record<PathUse, string>> = {
  read: 'die Medien dort lesen',
  watch: 'diesen Ordner beobachten und übernehmen, was ankommt',
  publish: 'veröffentlichte Dateien dorthin schreiben',
  run: 'dieses Programm ausführen',
};

export const de: Texts = {
  menu: {
    file: 'Datei',
    addFiles: 'Dateien hinzufügen …',
    addFolder: 'Ordner hinzufügen …',
    showLibrary: 'Ordner der Mediathek zeigen',
    quit: 'AVlogue beenden',
    edit: 'Bearbeiten',
    find: 'Suchen',
    view: 'Ansicht',
    library: 'Mediathek',
    queue: 'Warteschlange',
    publish: 'Veröffentlichen',
    formats: 'Formate',
    settings: 'Einstellungen …',
    window: 'Fenster',
    help: 'Hilfe',
    shortcuts: 'Tastenkürzel',
    showLog: 'Protokolldatei zeigen',
    about: 'Über AVlogue',
  },
  choose: {
    files: 'Videos oder Audio wählen',
    folder: 'Ordner wählen',
    publishFolder: 'Ordner zum Veröffentlichen wählen',
    program: 'Programm wählen',
    library: 'Ordner einer Mediathek wählen',
    media: 'Video und Audio',
    all: 'Alle Dateien',
  },
  library: {
    message: (path) => `Die Mediathek in „${path}“ öffnen?`,
    there: 'Dort ist eine Mediathek.',
    begins: 'Dort beginnt eine neue, leere Mediathek.',
    stays: (current) => `Die in „${current}“ bleibt mit allen ihren Dateien, wo sie ist.`,
    restart: 'Damit neu starten',
    cancel: 'Abbrechen',
  },
  lost: {
    message: 'Die Mediathek ist nicht zu finden.',
    choose: 'Eine andere wählen …',
    usual: 'Die übliche öffnen',
    quit: 'Beenden',
  },
  closing: {
    message: 'AVlogue wandelt noch um.',
    detail:
      'Das kann im Hintergrund weitergehen und endet von selbst, wenn alles fertig ist. Wird jetzt angehalten, geht die Arbeit beim nächsten Start weiter.',
    background: 'Im Hintergrund umwandeln',
    stop: 'Anhalten und beenden',
    cancel: 'Abbrechen',
    keep: 'Nicht mehr fragen (änderbar in den Einstellungen)',
  },
  allow: {
    message: (path) => `„${path}“ erlauben?`,
    detail: (use) =>
      `Die Seite hat diesen Pfad genannt, und AVlogue würde ${USES[use]}. Nur erlauben, wenn der Pfad selbst eingegeben wurde.`,
    yes: 'Erlauben',
    no: 'Nicht erlauben',
  },
  ended: {
    title: (failed) => (failed === 0 ? 'Fertig umgewandelt' : 'Umgewandelt, mit Fehlern'),
    body: (done, failed) =>
      failed === 0
        ? `Fertige Medien: ${done}.`
        : `Fertige Medien: ${done}, fehlgeschlagen: ${failed}. Die Warteschlange sagt, warum.`,
  },
  update: {
    title: 'Eine Aktualisierung ist bereit',
    body: 'AVlogue {version} ist geladen und wird beim Beenden installiert.',
  },
  failed: {
    title: 'AVlogue kann nicht starten',
  },
  page: {
    message: 'Die Seite des Fensters stürzt immer wieder ab.',
    detail: (logFile) =>
      `Was umgewandelt wird, läuft weiter, und nichts geht verloren. Was geschehen ist, steht in „${logFile}“.`,
    again: 'Noch einmal laden',
    quit: 'AVlogue beenden',
  },
};

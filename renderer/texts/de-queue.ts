import type { QueueRefusalCode } from '../../core/queue/refusals.ts';
import type { SentenceTable } from '../../core/text/sentence-table.ts';

/** `core/queue/refusals.ts` in German. */
export const deQueueRefusals: SentenceTable<QueueRefusalCode> = {
  'not-in-library': 'Es ist nicht in der Mediathek.',
  'in-queue': 'Es ist schon in der Warteschlange.',
  'master-missing': [
    'Sein Original {path} fehlt. Bringen Sie es zurück, oder schließen Sie sein Laufwerk an.',
    'Sein Original fehlt. Bringen Sie es zurück, oder schließen Sie sein Laufwerk an.',
  ],
  'nothing-planned': 'Sein Plan enthält nichts zu erzeugen.',
  'all-there':
    'Jede gewünschte Fassung ist schon da. Verlangen Sie „alles neu“, wenn Sie sie neu wollen.',
};

import { lazy, Suspense } from 'react';
import type { PlayerProps } from './player.tsx';

const Player = lazy(async () => ({ default: (await import('./player.tsx')).Player }));

/** The player beside the library, which opens without waiting for it; its place is kept meanwhile. */
export function LazyPlayer(props: PlayerProps) {
  return (
    <Suspense
      fallback={
        <div className={props.compact ? 'player player-compact' : 'player'} aria-hidden>
          <div className="player-stage" />
        </div>
      }
    >
      <Player {...props} />
    </Suspense>
  );
}

import { useFileDialog } from '@mantine/hooks';
import { useStores } from '../state/stores.ts';

/** For the file dialog only: the engine decides by looking into the file, whatever its name. */
const ACCEPTED_FILES =
  'video/*,audio/*,.mkv,.avi,.flv,.mov,.mts,.m2ts,.mxf,.ts,.vob,.wmv,.3gp,.ogv,.ogg,.opus,.flac,.aiff,.ac3,.mka,.wma,.vtt,.srt';

/** Opens the file dialog; what is chosen there is taken into the library. */
export function useChooseFiles(): () => void {
  const { uploads } = useStores();
  const { open } = useFileDialog({
    multiple: true,
    accept: ACCEPTED_FILES,
    resetOnOpen: true,
    onChange: (files) => uploads.getState().add([...(files ?? [])]),
  });
  return open;
}

/** For the file dialog only: the engine decides by looking into the file, whatever its name. */
export const ACCEPTED_FILES =
  'video/*,audio/*,.mkv,.avi,.flv,.mov,.mts,.m2ts,.mxf,.ts,.vob,.wmv,.3gp,.ogv,.ogg,.opus,.flac,.aiff,.ac3,.mka,.wma';

import { app } from 'electron';
import { takeOpenedFiles } from './open-with.ts';
import { registerAppScheme } from './register-scheme.ts';
import { separateUserData, startDesktop } from './start-desktop.ts';

// both must be done before Electron is ready
separateUserData();
registerAppScheme();
const openWith = takeOpenedFiles();
if (openWith === null) app.quit();
else void startDesktop(openWith);

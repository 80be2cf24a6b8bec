import '@navette/ui/styles.css';
import './app.css';
import { createRoot } from 'react-dom/client';
import { takeEntry } from './access/take-entry.ts';
import { App } from './app.tsx';
import { createAppDevice } from './device/app-device.ts';
import { createOneExecution } from './device/one-execution.ts';
import { createOwnIdentity } from './identity/own-identity.ts';
import { hearNewsWorker } from './news/hear-worker.ts';
import { router } from './router.tsx';
import { missingIn, showUnfit } from './unfit-browser.ts';

/* before the router reads the address */
const arrived = takeEntry(window);
const place = document.getElementById('app');
if (!place) throw new Error('index.html has no place for the app');

const start = (root: HTMLElement): void => {
	const device = createAppDevice();
	const own = createOwnIdentity();
	const execution = createOneExecution({
		here: () => void device.start(),
		lost: device.stop,
	});
	createRoot(root).render(<App {...{ device, own, execution, arrived }} />);
	hearNewsWorker((page) => void router.navigate({ href: page }));
};

const missing = missingIn(globalThis);
if (missing) showUnfit(place, missing);
else start(place);

import { createContext, useContext } from 'react';
import type { Entry } from '../access/entry.ts';
import type { Device } from '../device/device.ts';

interface AppValue {
	readonly device: Device;
	/** keeps an access, then goes where it leads */
	enter(entry: Entry): Promise<void>;
}

const AppContext = createContext<AppValue | undefined>(undefined);

export const AppProvider = AppContext.Provider;

export const useApp = (): AppValue => {
	const value = useContext(AppContext);
	if (!value) throw new Error('useApp outside an AppProvider');
	return value;
};

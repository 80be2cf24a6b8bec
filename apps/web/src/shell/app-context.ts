import type { WireError } from '@navette/client';
import { createContext, useContext } from 'react';
import type { Entry } from '../access/entry.ts';
import type { AppDevice } from '../device/app-device.ts';
import type { Holding } from '../device/holding.ts';
import type { OwnIdentity } from '../identity/own-identity.ts';

interface AppValue {
	readonly device: AppDevice;
	/** who is known here, if anybody */
	readonly own: OwnIdentity;
	/** what is open on this device */
	readonly holding: Holding;
	/** plane mode */
	readonly away: boolean;
	/** why nothing came of the last link */
	readonly refusal: WireError | undefined;
	refuse(refusal: WireError | undefined): void;
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

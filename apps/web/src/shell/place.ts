import { createContext, useContext } from 'react';

const PlaceContext = createContext<string | undefined>(undefined);

/** Names the place whose session is open below. */
export const PlaceProvider = PlaceContext.Provider;

/** What this device calls the place whose session is open here, in addresses too. */
export const usePlace = (): string => {
	const name = useContext(PlaceContext);
	if (name === undefined) throw new Error('usePlace outside a PlaceProvider');
	return name;
};

import { useMediaQuery } from '@mantine/hooks';

/** Whether there is room for the list of chats beside one of them; `chats.css` has the same width. */
export const useIsWide = (): boolean =>
	useMediaQuery('(min-width: 64em)', true, { getInitialValueInEffect: false });

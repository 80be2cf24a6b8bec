import { Button } from '@mantine/core';
import { useText } from '@navette/ui';
import { useNavigate } from '@tanstack/react-router';
import { useApp } from './app-context.ts';
import { usePlace } from './place.ts';
import { appTexts } from './texts.ts';

/** Takes the access of this place from the device, where it opens nothing any more. */
export function ForgetAccess() {
	const text = useText(appTexts);
	const { holding } = useApp();
	const name = usePlace();
	const navigate = useNavigate();
	const forget = async () => {
		await holding.book.forget(name);
		await navigate({ to: '/' });
		await holding.sessions.end(name);
	};
	return (
		<Button variant="default" onClick={() => void forget()}>
			{text.forget}
		</Button>
	);
}

import { Button } from '@mantine/core';
import { useLanguage, useObservable, useText } from '@navette/ui';
import { useNavigate } from '@tanstack/react-router';
import { useApp } from './app-context.ts';
import { ClockBanner } from './clock-banner.tsx';
import { appTexts } from './texts.ts';

/** What the person must know of this device on every page; nothing most of the time. */
export function DeviceBanner() {
	const text = useText(appTexts);
	const { device, away, refusal, refuse } = useApp();
	const language = useLanguage();
	const navigate = useNavigate();
	const fault = useObservable(device.fault);
	return (
		<>
			<ClockBanner />
			{refusal ? (
				<section className="nv-banner" aria-label={text.enterFailed}>
					<span role="alert">{refusal.sentence[language]}</span>
					<Button variant="default" onClick={() => refuse(undefined)}>
						{text.understood}
					</Button>
				</section>
			) : null}
			{away ? (
				<section className="nv-banner" aria-label={text.planeBanner}>
					<span>{text.planeBanner}</span>
					<Button variant="default" onClick={() => device.setAway(false)}>
						{text.planeEnd}
					</Button>
				</section>
			) : null}
			{fault ? (
				<section className="nv-banner" aria-label={text.storageFault}>
					<span>{text.storageFault}</span>
					<Button variant="default" onClick={() => void navigate({ to: '/~device' })}>
						{text.seeDevice}
					</Button>
				</section>
			) : null}
		</>
	);
}

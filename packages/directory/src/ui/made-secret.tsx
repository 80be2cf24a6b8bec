import { QrCode, useText } from '@navette/ui';
import type { SponsorSecret } from '../client/index.ts';
import { sponsorTexts } from './sponsor-texts.ts';

function Words({ label, id, children }: { label: string; id: string; children: string }) {
	return (
		<div>
			<strong>{label}</strong>
			<p className="nv-own-words" data-testid={id}>
				{children}
			</p>
		</div>
	);
}

interface Props {
	readonly secret: SponsorSecret;
	/** The link of a secret. */
	linkOf(secret: string): string;
}

/** The secret of an offer, in the form in which it is given; shown once. */
export function MadeSecret({ secret, linkOf }: Props) {
	const text = useText(sponsorTexts);
	switch (secret.form) {
		case 'link': {
			const link = linkOf(secret.secret);
			return (
				<>
					<QrCode text={link} label={text.qr} />
					<Words label={text.link} id="sponsor-link">
						{link}
					</Words>
				</>
			);
		}
		case 'phrase':
			return (
				<>
					<Words label={text.phrase} id="sponsor-phrase">
						{secret.phrase}
					</Words>
					<p className="nv-quiet">{text.phraseHow}</p>
				</>
			);
		case 'code':
			return (
				<>
					{secret.halves.map((half, at) => (
						<Words
							key={half}
							label={at === 0 ? text.firstHalf : text.otherHalf}
							id={`sponsor-half-${at}`}
						>
							{`${half.slice(0, 5)}-${half.slice(5)}`}
						</Words>
					))}
					<p className="nv-quiet">{text.codeHow}</p>
				</>
			);
	}
}

import { Button } from '@mantine/core';
import type { Session } from '@navette/client';
import { Page, SessionProvider, useText } from '@navette/ui';
import type { DirectoryClientDeps, Fault, Identity, Sheet } from '../client/index.ts';
import { AliasCard } from './alias-card.tsx';
import { AnnouncementsCard } from './announcements-card.tsx';
import './directory.css';
import { FaultNotice } from './fault-notice.tsx';
import { PinCard } from './pin-card.tsx';
import { type RightState, RightsCard } from './rights-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { SheetFileCard } from './sheet-file-card.tsx';
import { sheetTexts } from './sheet-texts.ts';
import { SponsorCard } from './sponsor-card.tsx';
import { useSheet } from './use-sheet.ts';
import { ValuesCard } from './values-card.tsx';

export interface SheetScreenProps {
	readonly deps: DirectoryClientDeps;
	readonly identity: Identity;
	/** a session of the directory's organisation */
	readonly session: Session;
	readonly pin: 'none' | 'unset' | 'set';
	stateOf(right: Sheet['rights'][number]): RightState;
	/** What a usage is called by those who have it. */
	usageName(usage: string): string;
	/** The link of a sponsorship. */
	linkOf(secret: string): string;
	onPin(pin: string): Promise<Fault | undefined>;
	onOpen(right: Sheet['rights'][number]): void;
	onLeave(): void;
}

function Cards(props: Omit<SheetScreenProps, 'session'>) {
	const { deps, identity, pin, stateOf, usageName, linkOf, onPin, onOpen, onLeave } = props;
	const text = useText(sheetTexts);
	const own = useSheet(identity);
	return (
		<div className="nv-own-page">
			<Page title={text.title}>
				<p className="nv-own-lead">{text.lead}</p>
				<FaultNotice fault={own.fault} />
				<AnnouncementsCard user={identity.user} />
				<RightsCard {...{ own, stateOf, usageName, onOpen }} />
				<SessionsCard user={identity.user} />
				<ValuesCard {...own} />
				<AliasCard {...{ deps, own }} />
				<SheetFileCard {...{ deps, own }} />
				<PinCard state={pin} onSet={onPin} />
				<SponsorCard {...{ deps, identity, linkOf }} />
				<div className="nv-own-actions nv-no-print">
					<Button variant="default" onClick={() => window.print()}>
						{text.print}
					</Button>
					<Button color="red" variant="outline" onClick={onLeave}>
						{text.leave}
					</Button>
				</div>
			</Page>
		</div>
	);
}

/** All that one's identity is, in clear in memory only. */
export default function SheetScreen({ session, ...others }: SheetScreenProps) {
	return (
		<SessionProvider session={session}>
			<Cards {...others} />
		</SessionProvider>
	);
}

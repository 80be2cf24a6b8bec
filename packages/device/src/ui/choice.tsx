import { Chip, type IconPart } from '@navette/ui';
import { IconChevronRight } from '@tabler/icons-react';

interface Props {
	readonly icon: IconPart;
	readonly title: string;
	readonly about: string;
	/** a word beside the title */
	readonly mark?: string;
	onChoose(): void;
}

/** One way among few, said in full. */
export function Choice({ icon: Icon, title, about, mark, onChoose }: Props) {
	return (
		<li>
			<button type="button" className="nv-own-way" onClick={onChoose}>
				<Icon size={28} stroke={1.75} aria-hidden />
				<strong>
					{title}
					{mark === undefined ? null : <Chip tone="ok">{mark}</Chip>}
				</strong>
				<span>{about}</span>
				<IconChevronRight size={20} aria-hidden />
			</button>
		</li>
	);
}

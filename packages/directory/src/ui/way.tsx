import type { IconPart } from '@navette/ui';
import { IconChevronRight } from '@tabler/icons-react';

interface Props {
	readonly icon: IconPart;
	readonly title: string;
	readonly about: string;
	onChoose(): void;
}

/** One way to go on, said in full. */
export function Way({ icon: Icon, title, about, onChoose }: Props) {
	return (
		<li>
			<button type="button" className="nv-own-way" onClick={onChoose}>
				<Icon size={28} stroke={1.75} aria-hidden />
				<strong>{title}</strong>
				<span>{about}</span>
				<IconChevronRight size={20} aria-hidden />
			</button>
		</li>
	);
}

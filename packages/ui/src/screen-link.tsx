import type { AnchorHTMLAttributes, MouseEvent, Ref } from 'react';
import { useNavigation } from './navigation.tsx';

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
	/** path relative to the role */
	readonly to: string;
	readonly ref?: Ref<HTMLAnchorElement>;
};

/** A real link to another screen of the role; use it as `component={ScreenLink}` in Mantine too. */
export function ScreenLink({ to, onClick, ref, ...rest }: LinkProps) {
	const { href, go } = useNavigation();
	const follow = (event: MouseEvent<HTMLAnchorElement>) => {
		onClick?.(event);
		const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
		if (event.defaultPrevented || !plain) return;
		event.preventDefault();
		go(to);
	};
	return <a ref={ref} href={href(to)} onClick={follow} {...rest} />;
}

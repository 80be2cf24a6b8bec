import {
	createTheme,
	defaultVariantColorsResolver,
	type MantineColorsTuple,
	type MantineThemeOverride,
} from '@mantine/core';
import { type DyeName, dye } from './palette.ts';

const tuple = (name: DyeName): MantineColorsTuple => dye(name);

const TEXT_FACE = "'Atkinson Hyperlegible Next Variable', system-ui, 'Segoe UI', sans-serif";
const HEADING_FACE =
	"'Bricolage Grotesque Variable', 'Atkinson Hyperlegible Next Variable', sans-serif";

/**
 * The theme given to Mantine. Its usual colour names are our dyes, so that `color="red"` is madder.
 * Modals never lock the page by an injected style, which the browser policy refuses: our style
 * sheet does it.
 */
export const theme: MantineThemeOverride = createTheme({
	primaryColor: 'pine',
	primaryShade: { light: 7, dark: 4 },
	autoContrast: true,
	/* fills are dark by day and pale by night: their text follows the page, not the shade of a colour */
	variantColorResolver: (input) => {
		const colors = defaultVariantColorsResolver(input);
		return input.variant === 'filled' ? { ...colors, color: 'var(--nv-on-accent)' } : colors;
	},
	colors: {
		pine: tuple('pine'),
		madder: tuple('madder'),
		weld: tuple('weld'),
		woad: tuple('woad'),
		gray: tuple('stone'),
		dark: tuple('night'),
		green: tuple('pine'),
		teal: tuple('pine'),
		red: tuple('madder'),
		orange: tuple('weld'),
		yellow: tuple('weld'),
		blue: tuple('woad'),
	},
	black: '#1d2625',
	fontFamily: TEXT_FACE,
	fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
	headings: {
		fontFamily: HEADING_FACE,
		fontWeight: '640',
		textWrap: 'balance',
		sizes: {
			h1: { fontSize: '1.875rem', lineHeight: '1.15' },
			h2: { fontSize: '1.4375rem', lineHeight: '1.2' },
			h3: { fontSize: '1.1875rem', lineHeight: '1.25' },
			h4: { fontSize: '1.0625rem', lineHeight: '1.3' },
		},
	},
	defaultRadius: 'md',
	radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1.25rem' },
	respectReducedMotion: true,
	cursorType: 'pointer',
	focusRing: 'auto',
	components: {
		Modal: { defaultProps: { lockScroll: false, centered: true } },
		Drawer: { defaultProps: { lockScroll: false } },
		Tooltip: {
			defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: false } },
		},
	},
});

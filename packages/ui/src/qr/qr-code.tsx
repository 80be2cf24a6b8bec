import { qrMatrix } from './qr-matrix.ts';

interface QrCodeProps {
	readonly text: string;
	/** what it leads to, for who does not see it */
	readonly label: string;
}

/** A text as a picture to scan: always dark on white, with its margin. Nothing when it is too long. */
export function QrCode({ text, label }: QrCodeProps) {
	const matrix = qrMatrix(text);
	if (!matrix) return null;
	const size = matrix.length + 8;
	const dark = matrix
		.flatMap((row, y) => row.map((one, x) => (one ? `M${x + 4} ${y + 4}h1v1h-1z` : '')))
		.join('');
	return (
		<svg
			className="nv-qr"
			role="img"
			aria-label={label}
			viewBox={`0 0 ${size} ${size}`}
			shapeRendering="crispEdges"
		>
			<rect width={size} height={size} fill="#fff" />
			<path d={dark} fill="#000" />
		</svg>
	);
}

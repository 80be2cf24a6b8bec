/** Threads crossing in and out, with the shuttle on its way: drawn, not loaded. */
export function Weave() {
	const warp = Array.from({ length: 15 }, (_, index) => 12 + index * 20);
	const weft = [26, 46, 66];
	return (
		<svg className="app-weave" viewBox="0 0 304 132" fill="none" aria-hidden="true">
			{warp.map((x) => (
				<path key={x} className="app-warp" d={`M${x} 4V128`} />
			))}
			{weft.map((y, row) => (
				<g key={y} className={`app-weft app-weft-${row}`}>
					<path d={`M4 ${y}H300`} />
					{warp
						.filter((_, index) => index % 2 === row % 2)
						.map((x) => (
							<path key={x} className="app-over" d={`M${x} ${y - 7}V${y + 7}`} />
						))}
				</g>
			))}
			<path className="app-thread" d="M4 86c40 0 60 4 96 8" />
			<path className="app-shuttle" d="M92 94c28-15 88-17 124 0-36 17-96 15-124 0Z" />
			<path className="app-hollow" d="M128 94c16-5 38-5 54 0-16 5-38 5-54 0Z" />
			<path className="app-bobbin" d="M138 94h34" />
		</svg>
	);
}

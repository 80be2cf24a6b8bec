/** The shuttle: a boat of wood with its bobbin, and the thread it leaves behind. */
export function Logo({ size = 28 }: { size?: number }) {
	return (
		<svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
			<path
				d="M2 21.5C7.5 13 15.5 7.5 30 6.5 26.5 18 18.500 24.500 9 25.500c-3 .3-5.500-1-7-4Z"
				fill="currentColor"
			/>
			<path
				d="M9.200 20.300c3-4.300 7-7.100 12.300-8.500-2.300 4.300-6.300 7.700-10.300 8.900-1.100.3-2.200.2-2-.4Z"
				fill="var(--nv-surface)"
			/>
			<path
				d="M11.500 18.700 18.600 14"
				stroke="#b78800"
				strokeWidth="2.400"
				strokeLinecap="round"
			/>
			<path
				d="M18.600 14c4.400 3 6.400 7.500 11.400 11"
				stroke="#b78800"
				strokeWidth="1.500"
				strokeLinecap="round"
			/>
		</svg>
	);
}

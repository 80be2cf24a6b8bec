const BROWSERS: readonly (readonly [RegExp, string])[] = [
	[/Firefox\//, 'Firefox'],
	[/Edg\//, 'Edge'],
	[/OPR\//, 'Opera'],
	[/Chrom(e|ium)\//, 'Chrome'],
	[/Safari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
	[/Android/, 'Android'],
	[/iPhone/, 'iPhone'],
	[/iPad/, 'iPad'],
	[/Windows/, 'Windows'],
	[/Mac OS X/, 'Mac'],
	[/CrOS/, 'ChromeOS'],
	[/Linux/, 'Linux'],
];

const firstOf = (
	names: readonly (readonly [RegExp, string])[],
	agent: string,
): string | undefined => names.find(([pattern]) => pattern.test(agent))?.[1];

/** What a person may recognise this device by: `Firefox, Linux`. */
export const deviceName = (agent: string): string =>
	[firstOf(BROWSERS, agent) ?? '?', firstOf(SYSTEMS, agent) ?? '?'].join(', ');

export { dayNumberIn, type InstantParts, instantOf, instantPartsIn } from '@navette/core';
export { createFormats, DEFAULT_TIME_ZONE, type Formats } from './formats.ts';
export {
	isHeldMoment,
	type MomentKind,
	momentText,
	parseMoment,
	parseWholeMoment,
	stepMoment,
} from './moments.ts';
export { parseMoney, parseNumber, parseQuantity, parseWeight, parseWeights } from './parse.ts';

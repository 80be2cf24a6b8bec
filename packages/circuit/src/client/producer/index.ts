export * from './carton-rows.ts';
export * from './findings.ts';
export * from './packing-calls.ts';
export * from './preparation.ts';
export * from './producer-deliveries.ts';
export * from './producer-role.ts';
export * from './shown-carton.ts';

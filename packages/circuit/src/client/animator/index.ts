export * from './cartons.ts';
export * from './catalogue.ts';
export * from './consumer-columns.ts';
export * from './dashboard.ts';
export * from './edition.ts';
export * from './group-rows.ts';
export * from './order-cells.ts';
export * from './product-order.ts';

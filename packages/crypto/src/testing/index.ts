export { CHEAP_STRETCH } from './cheap-stretch.ts';

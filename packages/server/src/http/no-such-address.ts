import { failure } from '@navette/core';
import type { Context, Hono } from 'hono';
import type { Service } from '../service.ts';
import { mediaWanted, refusal } from './replies.ts';

/** The refusal of a method that an address does not take, with those that it takes. */
export const wrongMethod =
	(service: Service, allow: string) =>
	(context: Context): Response =>
		refusal(service, mediaWanted(context.req.raw), failure('E-METHOD'), { allow });

/** Refuses what is left below `/api`: no page of an application stands there. To be added last. */
export const refuseOtherAddresses = (app: Hono, service: Service): void => {
	app.all('/api/*', (context) =>
		refusal(service, mediaWanted(context.req.raw), failure('E-ADDRESS')),
	);
};

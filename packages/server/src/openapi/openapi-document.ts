import {
	Frame,
	FrameAnswer,
	OpenAnswer,
	OpenRequest,
	PullAnswer,
	PullRequest,
	WireError,
	WireNotice,
} from '@navette/protocol';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import type { Service } from '../service.ts';
import { filePaths } from './file-paths.ts';

/** JSON Schema of a schema; what JSON cannot say (bytes) is left open. */
export const jsonSchemaOf = (schema: v.GenericSchema): unknown => {
	const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore' });
	return rest;
};

const CallResult = v.strictObject({
	result: v.unknown(),
	notices: v.array(WireNotice),
	now: v.number(),
});
const ReportResult = v.strictObject({ result: v.unknown(), asOf: v.number() });
const ErrorResult = v.strictObject({ error: WireError });

/** A body that is a message. */
export const bodyOf = (schema: v.GenericSchema, example?: unknown) => ({
	required: true,
	content: {
		'application/json': { schema: jsonSchemaOf(schema), ...(example ? { example } : {}) },
		'application/cbor': { schema: jsonSchemaOf(schema) },
	},
});

/** The answer to a message, and that to a refusal. */
export const answersOf = (description: string, schema: v.GenericSchema) => ({
	'200': { description, content: { 'application/json': { schema: jsonSchemaOf(schema) } } },
	default: {
		description: 'Nothing was saved: see the catalogue of errors.',
		content: { 'application/json': { schema: jsonSchemaOf(ErrorResult) } },
	},
});

const ORG = { name: 'org', in: 'path', required: true, schema: { type: 'string' } };
const OPERATION_ID = {
	name: 'Operation-Id',
	in: 'header',
	required: true,
	description:
		'Chosen by the caller, 16–64 characters of base64url; a repeat gets the same answer.',
	schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,64}$' },
};

/** A route of an organisation. */
export const post = (
	summary: string,
	tag: string,
	body: unknown,
	responses: unknown,
	header?: unknown,
) => ({
	post: {
		summary,
		tags: [tag],
		parameters: [ORG, header ?? []].flat(),
		requestBody: body,
		responses,
	},
});

/** The API of a service as an OpenAPI 3.1 document, made from the schemas that check it. */
export const openApiDocument = (service: Service): Record<string, unknown> => {
	const paths: Record<string, unknown> = {
		'/api/{org}/frame': post(
			'Several operations at once',
			'framework',
			bodyOf(Frame),
			answersOf('One answer a call', FrameAnswer),
		),
		'/api/{org}/open': post(
			'References of threads',
			'framework',
			bodyOf(OpenRequest),
			answersOf('References', OpenAnswer),
		),
		'/api/{org}/pull': post(
			'What changed in some threads',
			'framework',
			bodyOf(PullRequest),
			answersOf('Documents', PullAnswer),
		),
		...filePaths(),
	};
	for (const one of service.operations.values())
		paths[`/api/{org}/call/${one.name}`] = post(
			one.about,
			'operations',
			bodyOf(one.input, one.example),
			answersOf('Done, and durable', CallResult),
			OPERATION_ID,
		);
	for (const one of service.reports.values())
		paths[`/api/{org}/report/${one.name}`] = post(
			one.about,
			'reports',
			bodyOf(one.input, one.example),
			answersOf('The report', ReportResult),
		);
	return {
		openapi: '3.1.0',
		info: { title: 'Navette', version: '0.1.0', license: { name: 'MIT' } },
		components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
		security: [{ bearer: [] }],
		paths,
	};
};

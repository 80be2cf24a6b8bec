import { html, raw } from 'hono/html';
import type { OperationDefinition, ReportDefinition } from '../application.ts';
import type { Service } from '../service.ts';
import { jsonSchemaOf } from './openapi-document.ts';

/** A command anybody can paste; the words in capitals are the reader's own. */
export const curlExample = (
	kind: 'call' | 'report',
	definition: { readonly name: string; readonly example: unknown },
): string =>
	[
		`curl -sS "$NAVETTE/api/$ORG/${kind}/${definition.name}"`,
		`  -H "Authorization: Bearer $TOKEN"`,
		...(kind === 'call'
			? [`  -H "Operation-Id: $(head -c 16 /dev/urandom | base64 | tr -dc A-Za-z0-9)"`]
			: []),
		`  -H "Content-Type: application/json"`,
		`  -d '${JSON.stringify(definition.example)}'`,
	].join(' \\\n');

const entry = (kind: 'call' | 'report', one: OperationDefinition | ReportDefinition) => html`
<details id="${one.name}"><summary><code>${one.name}</code> — ${one.about}</summary>
<pre>${curlExample(kind, one)}</pre>
<pre>${JSON.stringify(jsonSchemaOf(one.input), null, 2)}</pre></details>`;

/** The API in words, for people: operations, reports, errors, each with a command to try. */
export const apiPage = (service: Service): string => {
	const operations = [...service.operations.values()].map((one) => entry('call', one));
	const reports = [...service.reports.values()].map((one) => entry('report', one));
	const errors = Object.entries(service.errors).map(
		([code, { status, retry, sentence }]) =>
			html`<tr><td><code>${code}</code></td><td>${status}</td><td>${retry}</td><td>${sentence.en}</td><td lang="fr">${sentence.fr}</td></tr>`,
	);
	return `${html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Navette API</title><link rel="stylesheet" href="/api/docs.css"></head><body><main>
<h1>Navette API</h1>
<p>Bodies are JSON or CBOR (<code>Content-Type</code>). Every call carries an access token and, for
operations, an operation id: the same id again gets the same answer, and does it once.
The same as data: <a href="/api/openapi.json">openapi.json</a>, <a href="/api/errors">errors</a>.</p>
<section><h2>Operations</h2>${raw(operations.join(''))}</section>
<section><h2>Reports</h2>${raw(reports.join(''))}</section>
<section><h2>Errors</h2><table><thead><tr><th>Code</th><th>Status</th><th>Try again</th><th>English</th><th>French</th></tr></thead>
<tbody>${raw(errors.join(''))}</tbody></table></section>
</main></body></html>`}`;
};

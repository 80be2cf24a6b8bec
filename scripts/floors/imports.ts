import { parseSync, Visitor } from 'oxc-parser';

export type Import = {
	/** what is imported; `undefined` when it is computed while the program runs */
	readonly specifier: string | undefined;
	/** 1 for the first line */
	readonly line: number;
};

/**
 * Every import of a source file: static, re-exported, dynamic and in types. Modules that a build
 * makes up (`virtual:`) lead nowhere and are left out.
 */
export function importsOf(name: string, source: string): Import[] {
	const { module, program, errors } = parseSync(name, source);
	const [error] = errors;
	if (error !== undefined) throw new Error(`${name}: ${error.message}`);
	const found: { specifier: string | undefined; start: number }[] = [];
	for (const { moduleRequest, start } of module.staticImports) {
		found.push({ specifier: moduleRequest.value, start });
	}
	for (const { entries, start } of module.staticExports) {
		const from = entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
		if (from) found.push({ specifier: from.value, start });
	}
	new Visitor({
		ImportExpression({ source: asked, start }) {
			const isText = asked.type === 'Literal' && typeof asked.value === 'string';
			found.push({ specifier: isText ? asked.value : undefined, start });
		},
		TSImportType({ source: asked, start }) {
			found.push({ specifier: asked.value, start });
		},
	}).visit(program);
	return found
		.filter(({ specifier }) => !specifier?.startsWith('virtual:'))
		.sort((a, b) => a.start - b.start)
		.map(({ specifier, start }) => ({ specifier, line: lineAt(source, start) }));
}

/** @returns 1 for the first line */
export function lineAt(source: string, offset: number): number {
	return source.slice(0, offset).split('\n').length;
}

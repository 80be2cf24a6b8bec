/** Point 9: help stands beside the fields of the screens. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const UI = path.resolve(import.meta.dirname, '../../packages/circuit/src/ui');
const FOLDERS = 'animator,chats,consumer,directory,groupement,parts,prints,producer';
/** Invitations, accesses and members say in a text of their own what their fields are. */
const ELSEWHERE = /^(animator\/members|parts\/accesses|parts\/invitation)\//;
const FIELD =
	/<(TextInput|Textarea|NumberInput|NativeSelect|Checkbox|Switch|Radio\.Group|FileInput|MomentField)\b/g;

/** The opening tag that begins at a place, up to its own `>`: those of arrows are within braces. */
const tagAt = (source: string, start: number): string => {
	let depth = 0;
	for (let at = start; at < source.length; at += 1) {
		const sign = source[at];
		if (sign === '{') depth += 1;
		if (sign === '}') depth -= 1;
		if (sign === '>' && depth === 0) return source.slice(start, at);
	}
	throw new Error('a tag that does not end');
};

/** What a field is called in the source, when it has a label that one sees. */
const labelOf = (tag: string): string | undefined =>
	/(?<![-\w])label=\{([^}]*)\}/.exec(tag)?.[1] ?? /\{\.\.\.\{ (label)\b/.exec(tag)?.[1];

const fieldsOf = (file: string) => {
	const source = readFileSync(path.join(UI, file), 'utf8');
	return [...source.matchAll(FIELD)].flatMap(({ index }) => {
		const tag = tagAt(source, index);
		const label = labelOf(tag);
		return label === undefined
			? []
			: [{ name: `${file} ${label}`, isHelped: /(description|note)\b/.test(tag) }];
	});
};

/** Fields that their label says whole, or that stand below a sentence about them alone. */
const EVIDENT: readonly string[] = [
	'animator/order-toolbar.tsx text.density',
	'animator/settle/share-screen.tsx text.remainder',
	'directory/contact-fields.tsx text.fields.lab',
	'directory/contact-fields.tsx text.fields.mail',
	'directory/contact-fields.tsx text.fields.num',
	'directory/who-sees.tsx text.who(name)',
	'groupement/calendar/cancel-dialog.tsx cancelling.confirm(word)',
	'groupement/calendar/cancel-dialog.tsx cancelling.reason',
	'groupement/calendar/delivery-form.tsx desk.view.groupName(gc)',
	'groupement/calendar/season-dialog.tsx season.rhythm',
	'groupement/catalogue/bulk-dialog.tsx bulkForm.kind',
	'groupement/catalogue/bulk-dialog.tsx bulkForm.round',
	'groupement/catalogue/new-product-dialog.tsx producer',
	'groupement/catalogue/proposals-screen.tsx decide.reason',
	'prints/print-screen.tsx text.perPage',
	'prints/print-screen.tsx text.producer',
	'prints/prints-screen.tsx text.choose',
	'producer/weight-entry.tsx label',
];

test('9. each field has its help beside it, or is known to be evident', () => {
	const files = globSync(`{${FOLDERS}}/**/*.tsx`, { cwd: UI }).filter(
		(file) => !ELSEWHERE.test(file),
	);
	const fields = files.flatMap(fieldsOf);
	assert.ok(fields.length > 60, `${fields.length} found`);
	const bare = fields.filter(({ isHelped }) => !isHelped).map(({ name }) => name);
	assert.deepEqual(bare.toSorted(), [...EVIDENT].toSorted());
});

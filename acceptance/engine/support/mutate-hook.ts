import { registerHooks } from 'node:module';

/** Breaks one rule of the source as it is loaded: `NAVETTE_MUTANT` = file, text, text instead. */
const [file, before, after] = JSON.parse(process.env.NAVETTE_MUTANT ?? '[]') as string[];

registerHooks({
	load(url, context, nextLoad) {
		const loaded = nextLoad(url, context);
		if (file === undefined || !url.endsWith(file)) return loaded;
		const source = String(loaded.source);
		if (before === undefined || !source.includes(before))
			throw new Error(`the mutant does not find its place in ${file}`);
		return { ...loaded, source: source.replace(before, after ?? '') };
	},
});

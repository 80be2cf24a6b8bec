import { readConfig, shownValue } from '@navette/app-server/config';
import { runServer } from '@navette/app-server/run';
import { entryLink, welcome } from '@navette/app-server/welcome';
import { ok } from '@navette/core';
import { columns, type Outcome, tell } from '../outcome.ts';
import { EXIT, type Terminal } from '../terminal.ts';

/** `navette serve --print-config`: every setting, where it comes from, no secret. */
export const printConfig = (terminal: Terminal): Outcome => {
	const read = readConfig(terminal.environment, terminal.readFile);
	if (!read.ok) return read;
	const all = read.value.chosen.map((one) => ({
		setting: one.setting.name,
		variable: one.setting.variable,
		value: shownValue(one),
		from: one.from,
		allowed: one.setting.allowed,
	}));
	const rows = all.map(({ setting, variable, value, from }) => [
		...[setting, value === null ? '(not set)' : String(value), from, variable],
	]);
	return ok({ json: all, lines: columns([['setting', 'value', 'from', 'variable'], ...rows]) });
};

/** `navette serve`: the same as `npm start`. */
export const serveSite = async (terminal: Terminal, asJson: boolean): Promise<number> => {
	const read = readConfig(terminal.environment, terminal.readFile);
	if (!read.ok) return tell(terminal, read, asJson);
	const { config } = read.value;
	let code: number = EXIT.done;
	await runServer(config, {
		say: (text) => (asJson && !text.startsWith('{') ? undefined : terminal.out(text)),
		fail(sentence) {
			code = tell(terminal, { ok: false, error: sentence }, asJson);
			terminal.exitWith(code);
		},
		ready({ url, metricsUrl, entries, directory }) {
			const shown = config.url ?? url;
			if (!asJson) return welcome(shown, entries, directory !== undefined);
			const links = entries.map(({ role, token }) => ({ role, link: entryLink(shown, token) }));
			return JSON.stringify({ url: shown, metrics: metricsUrl ?? null, entries: links });
		},
	});
	return code;
};

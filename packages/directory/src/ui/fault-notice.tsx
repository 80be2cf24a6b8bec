import { frameworkErrors } from '@navette/protocol';
import { useLanguage, useText } from '@navette/ui';
import type { Fault } from '../client/index.ts';
import { directoryErrors } from '../model/index.ts';
import { faultTexts } from './fault-texts.ts';
import { Notice } from './notice.tsx';

const catalogue: Readonly<
	Record<string, { readonly sentence: { readonly fr: string; readonly en: string } }>
> = { ...frameworkErrors, ...directoryErrors };

/** The sentence of a fault: what happened, whether something was saved, what to do. */
function useFaultSentence(): (fault: Fault) => string {
	const text = useText(faultTexts);
	const language = useLanguage();
	return (fault) => {
		switch (fault.kind) {
			case 'offline':
				return text.offline;
			case 'refused':
				if (fault.code === 'E-RATE' && fault.seconds !== undefined)
					return text.wait(Math.ceil(fault.seconds));
				return catalogue[fault.code]?.sentence[language] ?? text.refused(fault.code);
			case 'wrong-pin':
				return text.wrongPin(fault.left);
			default:
				return text[fault.kind];
		}
	};
}

/** Why something was not done. */
export function FaultNotice({ fault }: { fault: Fault | undefined }) {
	const sentence = useFaultSentence();
	if (!fault) return null;
	const isGrave = ['forged', 'rollback', 'fork', 'wrong-pin'].includes(fault.kind);
	return <Notice tone={isGrave ? 'danger' : 'warn'}>{sentence(fault)}</Notice>;
}

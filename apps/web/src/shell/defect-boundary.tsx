import { DefectState } from '@navette/ui';
import { Component, type ReactNode } from 'react';

/** Keeps a defect of one page from taking the others with it. */
export class DefectBoundary extends Component<{ children: ReactNode }, { met: boolean }> {
	override state = { met: false };

	static getDerivedStateFromError() {
		return { met: true };
	}

	override render() {
		if (!this.state.met) return this.props.children;
		return <DefectState onReload={() => location.reload()} />;
	}
}

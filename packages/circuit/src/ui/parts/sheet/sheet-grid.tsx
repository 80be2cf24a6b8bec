import { type CSSProperties, useRef } from 'react';
import type { SheetSpec } from './sheet.ts';
import { SheetHead } from './sheet-head.tsx';
import { SheetRow } from './sheet-row.tsx';
import { type SheetSizes, useSheet } from './use-sheet.ts';
import { useSheetKeys } from './use-sheet-keys.ts';
import './sheet.css';

interface Props<Row> {
	readonly spec: SheetSpec<Row>;
	readonly sizes: SheetSizes;
}

/**
 * A sheet of any size: only what is in sight is drawn, headers and first column stay in place.
 * Keyboard as the ARIA grid pattern says: arrows, Home, End, pages, Ctrl to the ends; digits type,
 * Enter or F2 corrects, Delete empties, Escape forgets.
 */
export function SheetGrid<Row>({ spec, sizes }: Props<Row>) {
	const scroll = useRef<HTMLDivElement>(null);
	const keys = useSheetKeys(scroll, spec);
	const { active, editing, write, cancel } = keys;
	const { rows, across, activeRow } = useSheet(scroll, spec, sizes, active);
	keys.reveal.current = { rows, across };
	const columns = across.getVirtualItems();
	const width = across.getTotalSize();
	const height = rows.getTotalSize();
	const place: CSSProperties = {
		maxWidth: width + 2,
		maxHeight: height + 2,
		...{ '--ci-lead': `${sizes.lead}rem` },
	};
	return (
		<div ref={scroll} className="ci-sheet" style={place}>
			<table
				// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA
				role="grid"
				className="ci-sheet-inside"
				aria-label={spec.label}
				aria-rowcount={spec.items.length + 2}
				aria-colcount={spec.columns.length + 1}
				style={{ width, height }}
				onKeyDown={keys.press}
				onMouseDown={keys.mouseDown}
				onClick={keys.click}
				onDoubleClick={keys.doubleClick}
				onFocus={keys.focus}
			>
				<thead>
					<SheetHead spec={spec} columns={columns} part="head" height={sizes.head} />
				</thead>
				<tbody>
					{rows.getVirtualItems().map((virtual) => {
						const item = spec.items[virtual.index];
						const isActive = virtual.index === activeRow;
						return item ? (
							<SheetRow
								key={item.id}
								spec={spec}
								item={item}
								index={virtual.index + 2}
								top={virtual.start}
								height={virtual.size}
								columns={columns}
								active={isActive ? active?.column : null}
								editing={isActive ? editing : undefined}
								write={write}
								cancel={cancel}
							/>
						) : null;
					})}
				</tbody>
				<tfoot>
					<SheetHead spec={spec} columns={columns} part="foot" height={sizes.foot} />
				</tfoot>
			</table>
		</div>
	);
}

/** Initials of an author. His name is said beside it. */
export function Avatar({ initials, role }: { readonly initials: string; readonly role: string }) {
	return (
		<span className="ch-avatar" data-role={role} aria-hidden>
			{initials}
		</span>
	);
}

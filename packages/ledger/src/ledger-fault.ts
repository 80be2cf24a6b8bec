/**
 * Why an entry, a ledger or an identity is not believed. Nothing of it was taken in.
 *
 * - `malformed`: not one, or bytes that could be written otherwise
 * - `id-mismatch`: keys that are not those of the id
 * - `ledger`: of another ledger, tenant or kind
 * - `signature`: not signed by who is named
 * - `sequence`: one before it is missing, or it was already there
 * - `fork`: another entry stands at its place
 * - `rollback`: something that was seen is no longer shown
 * - `author`: who signed is not, or no longer, somebody here
 * - `forbidden`: who signed may not do this
 * - `epoch`: made under another epoch key than the present one, or a rotation is due
 * - `revision`: not the next revision of the object
 * - `closed`: nothing more may happen here
 */
export type LedgerFault =
	| 'malformed'
	| 'id-mismatch'
	| 'ledger'
	| 'signature'
	| 'sequence'
	| 'fork'
	| 'rollback'
	| 'author'
	| 'forbidden'
	| 'epoch'
	| 'revision'
	| 'closed';

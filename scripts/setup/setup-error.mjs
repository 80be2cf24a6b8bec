/** Something the person at the keyboard can act on; the message is the whole explanation. */
export class SetupError extends Error {}

/** What a colour says; never said by colour alone. */
export type Tone = 'plain' | 'ok' | 'info' | 'warn' | 'danger';
